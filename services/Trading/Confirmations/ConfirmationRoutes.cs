using TechMarket.Platform.Problems;
using TechMarket.Platform.Web;

namespace TechMarket.Trading.Confirmations;

/// <summary>The URLs of the confirmations of sale, below <c>/api/trading</c>.</summary>
static class ConfirmationRoutes
{
    public static void Map(RouteGroupBuilder x)
    {
        var one = x.MapGroup("/auctions/{id}/confirmation");
        one.MapGet("", GetConfirmation.Handle).Refuses(Problems.ConfirmationNotFound);
        one.MapGet("/document", GetConfirmation.Html).Produces<string>(200, "text/html").Refuses(Problems.ConfirmationNotFound);
        one.MapGet("/document.pdf", GetConfirmation.Pdf).Produces<byte[]>(200, "application/pdf").Refuses(Problems.ConfirmationNotFound, PlatformProblems.PrintingUnavailable);
        one.MapPost("/signatures", SignConfirmation.Handle).Refuses(
            Problems.ConfirmationNotFound, PlatformProblems.RoleMissing, PlatformProblems.NotVerified, Problems.CredentialRefused, Problems.DocumentChanged,
            Problems.ConfirmationVoid, Problems.ProofUsed);
    }
}
