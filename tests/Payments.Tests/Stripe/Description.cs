using System.Text.Json;
using System.Text.Json.Nodes;

namespace TechMarket.Payments.Tests.Stripe;

/// <summary>Stripe's published OpenAPI description, which is no part of the repository, and the part of it that Prism is given.</summary>
static class Description
{
    public const string Absent =
        "Stripe's published OpenAPI description (../shared/specs/stripe.json, or where TECHMARKET_STRIPE_DESCRIPTION says) is not here.";

    /// <summary>Of an answer, where an object leads back to itself: Prism makes none up that large. The adapter reads nothing of them.</summary>
    private static readonly string[] Circles = ["last_payment_error", "charges"];

    private static readonly Lazy<JsonElement> Whole = new(() => JsonElement.Parse(File.ReadAllText(Find()!)));

    /// <summary>Beside the repository, in <c>../shared/specs/stripe.json</c>, or where TECHMARKET_STRIPE_DESCRIPTION says.</summary>
    public static string? Find()
    {
        if (Environment.GetEnvironmentVariable("TECHMARKET_STRIPE_DESCRIPTION") is { Length: > 0 } named) return File.Exists(named) ? named : null;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Path.Combine(folder.FullName, "shared", "specs", "stripe.json") is var path && File.Exists(path)) return path;
        return null;
    }

    public static JsonElement Read() => Whole.Value;

    /// <summary>
    /// The calls alone and what they speak of: Prism needs minutes for the whole. Its form reader knows neither lists of objects nor objects that
    /// are left out, so the body is described as the text fields of a form, unfolded; a field that is not described is refused, as Stripe does.
    /// </summary>
    public static JsonObject Cut(IReadOnlyList<(string Method, string Path)> calls)
    {
        var description = JsonObject.Create(Read())!;
        var paths = new JsonObject();
        foreach (var (method, path) in calls)
        {
            var operation = description["paths"]![path]![method]!.DeepClone().AsObject();
            var answer = operation["responses"]!["200"]!.DeepClone();
            // The same page would come for ever.
            if (answer["content"]!["application/json"]!["schema"]!["properties"]?["has_more"] is JsonObject more) more["example"] = false;
            operation["responses"] = new JsonObject { ["200"] = answer };
            if (method == "get") operation.Remove("requestBody");
            else
            {
                var body = operation["requestBody"]!["content"]!["application/x-www-form-urlencoded"]!["schema"]!.DeepClone();
                AsText(body);
                operation["requestBody"] = new JsonObject
                {
                    ["required"] = true, ["content"] = new JsonObject { ["application/json"] = new JsonObject { ["schema"] = body } },
                };
            }
            paths[path] = new JsonObject { [method] = operation };
        }
        var schemas = new JsonObject();
        Collect(paths, description["components"]!["schemas"]!.AsObject(), schemas);
        return new JsonObject
        {
            ["openapi"] = description["openapi"]!.DeepClone(), ["info"] = description["info"]!.DeepClone(), ["security"] = description["security"]!.DeepClone(),
            ["paths"] = paths,
            ["components"] = new JsonObject { ["schemas"] = schemas, ["securitySchemes"] = description["components"]!["securitySchemes"]!.DeepClone() },
        };
    }

    /// <summary>The fields of a form as the object they describe: <c>a[b][0]=c</c>.</summary>
    public static JsonNode Unfold(IReadOnlyDictionary<string, string> fields)
    {
        var root = new JsonObject();
        foreach (var (field, value) in fields)
        {
            var path = field.Replace("]", "", StringComparison.Ordinal).Split('[');
            var at = root;
            foreach (var step in path[..^1]) at = (at[step] ??= new JsonObject()).AsObject();
            at[path[^1]] = value;
        }
        return Lists(root)!;
    }

    private static JsonNode? Lists(JsonNode? node)
    {
        if (node is not JsonObject fields) return node?.DeepClone();
        var inner = fields.Select(f => KeyValuePair.Create(f.Key, Lists(f.Value))).ToList();
        return inner.TrueForAll(f => int.TryParse(f.Key, out _)) ? new JsonArray([.. inner.Select(f => f.Value)]) : new JsonObject(inner);
    }

    private static void AsText(JsonNode? node)
    {
        if (node is JsonArray list) foreach (var item in list) AsText(item);
        if (node is not JsonObject schema) return;
        foreach (var (_, value) in schema) AsText(value);
        if (schema["type"] is JsonValue type && type.GetValueKind() == JsonValueKind.String) Retype(schema, type.GetValue<string>());
    }

    private static void Retype(JsonObject schema, string type)
    {
        schema.Remove("format");
        if (type == "object") schema["additionalProperties"] ??= false;
        else if (type == "boolean") (schema["type"], schema["enum"]) = ("string", new JsonArray("true", "false"));
        else if (type is "integer" or "number") (schema["type"], schema["pattern"]) = ("string", type == "integer" ? "^-?[0-9]+$" : "^-?[0-9]+([.][0-9]+)?$");
    }

    /// <summary>Whatever is referred to from here. What this adapter does not ask to be expanded comes as its id, so those references are left out.</summary>
    private static void Collect(JsonNode? node, JsonObject from, JsonObject into)
    {
        if (node is JsonArray list) foreach (var item in list) Collect(item, from, into);
        if (node is not JsonObject part) return;
        if (part.ContainsKey("x-expansionResources") && part["anyOf"] is JsonArray choices)
        {
            part.Remove("x-expansionResources");
            foreach (var choice in choices.Where(c => c!["$ref"] is not null).ToList()) choices.Remove(choice);
        }
        foreach (var circle in Circles) (part["properties"] as JsonObject)?.Remove(circle);
        if (part["$ref"] is JsonValue reference && reference.GetValue<string>().Split('/')[^1] is var name && !into.ContainsKey(name))
        {
            into[name] = from[name]!.DeepClone();
            Collect(into[name], from, into);
        }
        foreach (var (_, value) in part.ToList()) Collect(value, from, into);
    }
}
