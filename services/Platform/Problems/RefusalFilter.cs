using Microsoft.AspNetCore.Http;

namespace TechMarket.Platform.Problems;

/// <summary>
/// Answers an action's refusal where it leaves the action. The exception handler would give the same answer, but throws it once more through
/// every layer of the pipeline first; in a bidding room a refusal is a common answer.
/// </summary>
static class RefusalFilter
{
    public static async ValueTask<object?> Invoke(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (ProblemException refused) when (refused.Problem.Status < StatusCodes.Status500InternalServerError)
        {
            return TypedResults.Problem(ProblemWriter.Document(refused.Problem, refused.Facts));
        }
    }
}
