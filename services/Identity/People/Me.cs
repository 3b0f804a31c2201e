using Microsoft.EntityFrameworkCore;
using TechMarket.Platform.Problems;
using TechMarket.Platform.Security;

namespace TechMarket.Identity.People;

/// <summary>The signed-in person's own row, locked. A machine is no person.</summary>
static class Me
{
    public static async Task<Person> Lock(IdentityDb db, Caller caller, CancellationToken ct) =>
        await db.LockPerson(new PersonId(caller.PersonId), ct) ?? throw PlatformProblems.NotFound.Now();

    /// <summary>
    /// Before something that guards the account changes, the person says the password again: an unlocked screen is not enough.
    /// Wrong answers count like failed sign-ins. Needs an open transaction, which it commits when it refuses.
    /// </summary>
    public static async Task<Person> ProveAndLock(IdentityDb db, Caller caller, string password, Passwords passwords, DateTimeOffset now, CancellationToken ct)
    {
        var me = new PersonId(caller.PersonId);
        var email = await db.People.Where(p => p.Id == me).Select(p => p.Email).SingleOrDefaultAsync(ct) ?? throw PlatformProblems.NotFound.Now();
        var attempts = await db.LockAttempts(email, ct);
        attempts.Admit(now);
        var person = await Lock(db, caller, ct);
        if (!passwords.Fits(person, password))
        {
            db.Audit(caller, "person", caller.PersonId, "password-proof-refused", retention: "6m");
            await db.SaveChangesAsync(ct);
            await db.Database.CommitTransactionAsync(ct);
            throw Problems.WrongPassword.Now();
        }
        db.Attempts.Remove(attempts);
        return person;
    }
}
