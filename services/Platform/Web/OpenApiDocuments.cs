using Microsoft.AspNetCore.OpenApi;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using TechMarket.Messages;
using TechMarket.Platform.Ids;
using TechMarket.Platform.Problems;

namespace TechMarket.Platform.Web;

/// <summary>The refusals a route can answer with; they appear in its OpenAPI description.</summary>
public sealed record RefusalMetadata(IReadOnlyList<Problem> Problems);

/// <summary>What routes say of themselves.</summary>
public static class RouteDescriptions
{
    /// <summary>Names the problems this route may answer with, beside those every route may.</summary>
    public static TBuilder Refuses<TBuilder>(this TBuilder route, params Problem[] problems)
        where TBuilder : IEndpointConventionBuilder =>
        route.WithMetadata(new RefusalMetadata(problems));
}

/// <summary>One OpenAPI document per service, complete enough to write a client from.</summary>
static class OpenApiDocuments
{
    public static void Add(IServiceCollection services, string service) => services.AddOpenApi(service, options =>
    {
        options.ShouldInclude = description => description.GroupName == service;
        // Every action has a Request of its own: PlaceBid.Request is PlaceBidRequest in the document.
        options.CreateSchemaReferenceId = json => json.Type is { IsNested: true, DeclaringType: { } action } nested && OpenApiOptions.CreateDefaultSchemaReferenceId(json) is not null
            ? action.Name + nested.Name
            : OpenApiOptions.CreateDefaultSchemaReferenceId(json);
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = $"TechMarket {service}";
            document.Info.Version = "v1";
            document.Servers = [];
            return Task.CompletedTask;
        });
        options.AddSchemaTransformer((schema, context, _) =>
        {
            var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
            if (type == typeof(Money)) DescribeMoney(schema);
            else if (typeof(ITypedId).IsAssignableFrom(type) && type.IsValueType)
            {
                schema.Type = JsonSchemaType.String;
                schema.Format = "uuid";
            }
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            var metadata = context.Description.ActionDescriptor.EndpointMetadata;
            var problems = metadata.OfType<RefusalMetadata>().SelectMany(m => m.Problems).ToList();
            problems.Add(PlatformProblems.Malformed);
            problems.Add(PlatformProblems.Invalid);
            if (!metadata.OfType<Microsoft.AspNetCore.Authorization.IAllowAnonymous>().Any())
            {
                problems.Add(PlatformProblems.SignInNeeded);
                problems.Add(PlatformProblems.RoleMissing);
            }
            operation.Responses ??= [];
            foreach (var group in problems.Distinct().GroupBy(p => p.Status).OrderBy(g => g.Key))
                operation.Responses[group.Key.ToString(System.Globalization.CultureInfo.InvariantCulture)] = Answer(group);
            return Task.CompletedTask;
        });
    });

    private static OpenApiResponse Answer(IEnumerable<Problem> problems)
    {
        var list = problems.OrderBy(p => p.Code, StringComparer.Ordinal).ToList();
        return new OpenApiResponse
        {
            Description = string.Join("\n", list.Select(p => $"`{p.Code}`: {p.Title}")),
            Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
            {
                ["application/problem+json"] = new()
                {
                    Schema = new OpenApiSchema
                    {
                        Type = JsonSchemaType.Object,
                        Required = new HashSet<string>(StringComparer.Ordinal) { "type", "title", "status", "code", "traceId" },
                        Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
                        {
                            ["type"] = new OpenApiSchema { Type = JsonSchemaType.String },
                            ["title"] = new OpenApiSchema { Type = JsonSchemaType.String },
                            ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer },
                            ["code"] = new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. list.Select(p => JsonValue.Create(p.Code))] },
                            ["facts"] = new OpenApiSchema { Type = JsonSchemaType.Object },
                            ["errors"] = new OpenApiSchema { Type = JsonSchemaType.Object },
                            ["traceId"] = new OpenApiSchema { Type = JsonSchemaType.String },
                        },
                    },
                },
            },
        };
    }

    private static void DescribeMoney(OpenApiSchema schema)
    {
        schema.Type = JsonSchemaType.Object;
        schema.Required = new HashSet<string>(StringComparer.Ordinal) { "amount", "currency" };
        schema.Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
        {
            ["amount"] = new OpenApiSchema { Type = JsonSchemaType.String, Pattern = "^-?[0-9]{1,15}(\\.[0-9]{1,2})?$", Description = "Main unit of the currency." },
            ["currency"] = new OpenApiSchema { Type = JsonSchemaType.String, Pattern = "^[A-Z]{3}$" },
        };
    }
}
