using System.Text;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using TechMarket.Identity.Sessions;

namespace TechMarket.Identity.Tokens;

/// <summary>A machine trades its client id and secret for a five-minute token (OAuth 2.0 client credentials, RFC 6749 4.4).</summary>
static class IssueClientToken
{
    public sealed record Response(
        [property: JsonPropertyName("access_token")] string AccessToken,
        [property: JsonPropertyName("token_type")] string TokenType,
        [property: JsonPropertyName("expires_in")] int ExpiresIn);

    public sealed record Failure([property: JsonPropertyName("error")] string Error);

    public static async Task<IResult> Handle(HttpContext context, IdentityDb db, TokenIssuer tokens, TimeProvider clock, CancellationToken ct)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (!context.Request.HasFormContentType) return Refuse("invalid_request");
        var form = await context.Request.ReadFormAsync(ct);
        if (form["grant_type"] != "client_credentials") return Refuse(form.ContainsKey("grant_type") ? "unsupported_grant_type" : "invalid_request");
        var (id, secret) = Credentials(context.Request.Headers.Authorization, form);
        if (!ApiClientId.TryParse(id, out var clientId) || await db.ApiClients.AsNoTracking().SingleOrDefaultAsync(c => c.Id == clientId, ct) is not { } client
            || !client.Accepts(secret))
        {
            context.Response.Headers.WWWAuthenticate = "Basic realm=\"techmarket\"";
            return TypedResults.Json(new Failure("invalid_client"), statusCode: StatusCodes.Status401Unauthorized);
        }
        var organisation = await db.Organisations.AsNoTracking().SingleAsync(o => o.Id == client.OrganisationId, ct);
        var now = clock.GetUtcNow();
        await db.ApiClients.Where(c => c.Id == client.Id).ExecuteUpdateAsync(c => c.SetProperty(x => x.LastUsedAt, now), ct);
        var (token, expiresAt) = await tokens.Issue(Callers.Of(client, organisation).ToClaims(), ct);
        return TypedResults.Ok(new Response(token, "Bearer", (int)(expiresAt - now).TotalSeconds));
    }

    private static (string? Id, string Secret) Credentials(string? authorization, IFormCollection form)
    {
        if (authorization?.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase) != true) return (form["client_id"], form["client_secret"].ToString());
        var bytes = new byte[authorization.Length];
        if (!Convert.TryFromBase64String(authorization[6..].Trim(), bytes, out var length)) return (null, "");
        var parts = Encoding.UTF8.GetString(bytes, 0, length).Split(':', 2);
        return parts is [var id, var secret] ? (Uri.UnescapeDataString(id), Uri.UnescapeDataString(secret)) : (null, "");
    }

    private static IResult Refuse(string error) => TypedResults.Json(new Failure(error), statusCode: StatusCodes.Status400BadRequest);
}
