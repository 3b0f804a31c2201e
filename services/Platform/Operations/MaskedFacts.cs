using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using TechMarket.Messages;
using TechMarket.Platform.Data;
using TechMarket.Platform.Messaging;

namespace TechMarket.Platform.Operations;

/// <summary>A kept message as an administrator reads it: what it is about stays, who it is about is masked (个人信息保护法 6, 51).</summary>
static class MaskedFacts
{
    private static readonly JsonSerializerOptions Options = new(Json.Options) { TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { MaskPersonal } } };

    public static JsonElement Of(string urn, string body)
    {
        var fact = FactCatalogue.FactOf(urn);
        return JsonSerializer.SerializeToElement(JsonSerializer.Deserialize(body, fact, Json.Options), fact, Options);
    }

    /// <summary>The first character, and of an address where it is.</summary>
    public static string? Mask(string? text) =>
        string.IsNullOrEmpty(text) ? text : text.EnumerateRunes().First() + "***" + (text.LastIndexOf('@') is > 0 and var at ? text[at..] : "");

    private static void MaskPersonal(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
            if (property.AttributeProvider?.IsDefined(typeof(PersonalAttribute), inherit: false) == true && property.Get is { } get)
                property.Get = owner => Mask((string?)get(owner));
    }
}
