using Microsoft.AspNetCore.Http;
using TechMarket.Platform.Problems;

namespace TechMarket.Platform.Web;

/// <summary>Refuses a body that is absent where a JSON body is needed, so that no action sees a null request.</summary>
sealed class RequestLimits : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        foreach (var parameter in context.HttpContext.GetEndpoint()?.Metadata.OfType<Microsoft.AspNetCore.Http.Metadata.IAcceptsMetadata>() ?? [])
        {
            if (!parameter.IsOptional && parameter.RequestType is { } type && !context.Arguments.Any(type.IsInstanceOfType))
                throw PlatformProblems.Malformed.With(("reason", "A request body is needed."));
        }
        return next(context);
    }
}
