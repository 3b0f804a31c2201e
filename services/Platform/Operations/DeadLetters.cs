using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TechMarket.Platform.Data;
using TechMarket.Platform.Messaging;
using TechMarket.Platform.Problems;
using TechMarket.Platform.Security;
using TechMarket.Platform.Web;

namespace TechMarket.Platform.Operations;

/// <summary>What a bureau's administrator does with messages a service could not take: read why, try again, or discard.</summary>
static class DeadLetters
{
    public sealed record Letter(Guid Id, string Reaction, string Fact, JsonElement Body, string Error, DateTimeOffset FailedAt, int Attempts);

    public sealed record Response(IReadOnlyList<Letter> Items, int Total);

    public const int ReasonLength = 500;

    /// <param name="Reason">Why it need not take effect any more; kept in the audit trail.</param>
    public sealed record DiscardRequest(string Reason);

    public static readonly Problem StillFails = new("platform/reaction-still-fails", 409, "The reaction failed again; the message is kept.");

    public static void Map(RouteGroupBuilder service, string name)
    {
        var letters = service.MapGroup("/operations/dead-letters");
        letters.MapGet("", (Caller caller, HttpContext context, CancellationToken ct) => List(Db(context, name, caller), ct));
        letters.MapPost("/{id:guid}/retry", (Guid id, Caller caller, HttpContext context, CancellationToken ct) =>
            Retry(id, caller, Db(context, name, caller), context.RequestServices, ct)).Refuses(PlatformProblems.NotFound, StillFails);
        letters.MapPost("/{id:guid}/discard", (Guid id, DiscardRequest request, Caller caller, HttpContext context, CancellationToken ct) =>
            Discard(id, request, caller, Db(context, name, caller), ct)).Refuses(PlatformProblems.NotFound, PlatformProblems.Invalid);
    }

    private static async Task<Ok<Response>> List(MarketDb db, CancellationToken ct)
    {
        var rows = await db.DeadLetters.AsNoTracking().OrderByDescending(d => d.FailedAt).Take(200).ToListAsync(ct);
        return TypedResults.Ok(new Response(
            [.. rows.Select(d => new Letter(d.Id, d.Reaction, d.Urn, MaskedFacts.Of(d.Urn, d.Body), FirstLine(d.Error), d.FailedAt, d.Attempts))],
            await db.DeadLetters.CountAsync(ct)));
    }

    private static async Task<NoContent> Retry(Guid id, Caller caller, MarketDb db, IServiceProvider services, CancellationToken ct)
    {
        var letter = await db.DeadLetters.FindAsync([id], ct) ?? throw PlatformProblems.NotFound.Now();
        var reaction = services.GetServices<ReactionRegistration>().SingleOrDefault(r => r.Queue == letter.Reaction)
            ?? throw StillFails.With(("reason", $"Nobody reacts as {letter.Reaction} any more."));
        var fact = JsonSerializer.Deserialize(letter.Body, FactCatalogue.FactOf(letter.Urn), Json.Options)!;
        var once = typeof(ReactionRunner).GetMethod(nameof(ReactionRunner.Once))!.MakeGenericMethod(reaction.Db, reaction.Reaction, reaction.Fact);
        try
        {
            await (Task<bool>)once.Invoke(services.GetRequiredService<ReactionRunner>(), [letter.Reaction, letter.MessageId, fact, ct])!;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            letter.Attempts++;
            letter.Error = failure.ToString();
            await db.SaveChangesAsync(ct);
            throw StillFails.With(("reason", FirstLine(failure.Message)));
        }
        db.DeadLetters.Remove(letter);
        db.Audit(caller, "dead-letter", letter.MessageId, "retry", reason: letter.Reaction, data: letter.Body);
        await db.SaveChangesAsync(ct);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> Discard(Guid id, DiscardRequest request, Caller caller, MarketDb db, CancellationToken ct)
    {
        var reason = request.Reason.Trim();
        if (reason.Length is < 2 or > ReasonLength) throw PlatformProblems.Invalid.With(("field", "reason"), ("most", ReasonLength));
        var letter = await db.DeadLetters.FindAsync([id], ct) ?? throw PlatformProblems.NotFound.Now();
        db.DeadLetters.Remove(letter);
        db.Audit(caller, "dead-letter", letter.MessageId, "discard", reason: $"{letter.Reaction}: {reason}", data: letter.Body);
        await db.SaveChangesAsync(ct);
        return TypedResults.NoContent();
    }

    /// <summary>The service's database, for an administrator of a bureau alone.</summary>
    internal static MarketDb Db(HttpContext context, string service, Caller caller)
    {
        caller.RequireBureau(Roles.Administrator);
        var registration = context.RequestServices.GetServices<DbRegistration>().Single(r => r.Service == service);
        return (MarketDb)context.RequestServices.GetRequiredService(registration.Db);
    }

    private static string FirstLine(string text) => text.Split('\n', 2)[0];
}
