using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Identity.Sessions;
using TechMarket.Platform.Security;

namespace TechMarket.Identity.People;

/// <summary>A person corrects their name or chooses the language of pages and mails.</summary>
static class UpdateMe
{
    public sealed record Request(
        [property: StringLength(Lengths.PersonName, MinimumLength = 1)] string Name,
        [property: RegularExpression("^(zh|en)$")] string Language);

    public static async Task<Ok<GetMe.Response>> Handle(
        Request request, Caller caller, IdentityDb db, LocalSessionExchange exchange, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var person = await Me.Lock(db, caller, ct);
        var before = person.Name;
        person.Describe(request.Name, request.Language);
        foreach (var membership in await db.Memberships.Where(m => m.PersonId == person.Id && m.Active).ToListAsync(ct))
        {
            membership.PersonChanged();
            db.Publish(membership.Fact(person, now));
        }
        db.Audit(caller, "person", caller.PersonId, "described", before, person.Name);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        exchange.Forget();
        return TypedResults.Ok(GetMe.Answer(person));
    }
}
