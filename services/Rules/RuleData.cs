using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace TechMarket.Rules;

/// <summary>Reads the data files that are built into this assembly. A file that does not fit its type fails loudly.</summary>
static class RuleData
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    public static T Read<T>(string file)
    {
        using var stream = Open(file);
        return JsonSerializer.Deserialize<T>(stream, Options) ?? throw new InvalidDataException($"{file} is empty.");
    }

    public static JsonObject ReadObject(string file)
    {
        using var stream = Open(file);
        return JsonNode.Parse(stream) as JsonObject ?? throw new InvalidDataException($"{file} is not a JSON object.");
    }

    static Stream Open(string file) => typeof(RuleData).Assembly.GetManifestResourceStream(file)
        ?? throw new FileNotFoundException($"The data file {file} is not part of this build.", file);
}

/// <summary>Writes enum members as the stable codes of the domain: CONTRACT_SIGNED, not ContractSigned.</summary>
public sealed class StableCodeConverter<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.SnakeCaseUpper, allowIntegerValues: false)
    where T : struct, Enum;
