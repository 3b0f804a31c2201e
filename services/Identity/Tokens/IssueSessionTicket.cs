using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Identity.Sessions;
using TechMarket.Platform.Problems;

namespace TechMarket.Identity.Tokens;

/// <summary>A gateway in another process trades a browser's session for a token. It proves itself by a shared secret; without one this route does not exist.</summary>
static class IssueSessionTicket
{
    public const string Header = "X-Gateway-Secret";

    public sealed record Request([property: StringLength(Lengths.Secret)] string SessionSecret);

    public sealed record Response(string AccessToken, DateTimeOffset ExpiresAt);

    public static async Task<Ok<Response>> Handle(
        Request request, HttpContext context, IConfiguration configuration, LocalSessionExchange exchange, CancellationToken ct)
    {
        if (configuration["Gateway:Secret"] is not { Length: > 0 } secret) throw PlatformProblems.NotFound.Now();
        if (!Secrets.Same(secret, context.Request.Headers[Header].ToString())) throw PlatformProblems.RoleMissing.Now();
        var ticket = await exchange.Exchange(request.SessionSecret, ct) ?? throw PlatformProblems.NotFound.Now();
        return TypedResults.Ok(new Response(ticket.AccessToken, ticket.ExpiresAt));
    }
}
