using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Platform.Problems;
using TechMarket.Platform.Security;

namespace TechMarket.Identity.People;

/// <summary>A person sees what is kept about them and how their account is guarded.</summary>
static class GetMe
{
    public sealed record Response(
        PersonId Id, string Name, string Email, string Language, bool TotpOn, int RecoveryCodesLeft, DateTimeOffset PasswordChangedAt, DateTimeOffset CreatedAt);

    public static async Task<Ok<Response>> Handle(Caller caller, IdentityDb db, CancellationToken ct)
    {
        var me = new PersonId(caller.PersonId);
        var person = await db.People.AsNoTracking().SingleOrDefaultAsync(p => p.Id == me, ct) ?? throw PlatformProblems.NotFound.Now();
        return TypedResults.Ok(Answer(person));
    }

    public static Response Answer(Person p) => new(p.Id, p.Name, p.Email, p.Language, p.NeedsTotp, p.RecoveryCodes.Count, p.PasswordChangedAt, p.CreatedAt);
}
