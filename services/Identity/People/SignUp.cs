using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Identity.Sessions;
using TechMarket.Messages;

namespace TechMarket.Identity.People;

/// <summary>
/// Somebody makes an account. What they may do comes later, with an organisation. An address that has an account is answered the
/// same way, so that nobody can ask which addresses have one.
/// </summary>
static class SignUp
{
    public sealed record Request(
        PersonId Id,
        [property: StringLength(Lengths.PersonName, MinimumLength = 1)] string Name,
        [property: EmailAddress, StringLength(Lengths.Email)] string Email,
        [property: StringLength(PasswordRules.MaximumLength)] string Password,
        [property: RegularExpression("^(zh|en)$")] string Language = "zh");

    public sealed record Response(PersonId Id, string Name, string Email, string Language);

    public static async Task<Created<Response>> Handle(Request request, IdentityDb db, Passwords passwords, TimeProvider clock, CancellationToken ct)
    {
        if (await db.People.AsNoTracking().SingleOrDefaultAsync(p => p.Id == request.Id, ct) is { } known)
        {
            var same = (known.Name, known.EmailKey, known.Language) == (request.Name.Trim(), Person.KeyOf(request.Email), request.Language);
            return same && passwords.Fits(known, request.Password) ? Answer(known) : throw Problems.IdReused.Now();
        }
        var hash = passwords.Take(request.Password, request.Email, request.Name);
        var person = Person.SignUp(request.Id, request.Name, request.Email, hash, request.Language, clock.GetUtcNow());
        // Who asks is not told that the address has an account; who has it learns that somebody tried.
        if (await db.People.Where(p => p.EmailKey == person.EmailKey).Select(p => (PersonId?)p.Id).SingleOrDefaultAsync(ct) is { } owner)
        {
            db.Audit(null, "person", owner.Value, "sign-up-repeated", retention: "6m");
            db.Publish(new SignUpRepeated(owner.Value, clock.GetUtcNow()));
            await db.SaveChangesAsync(ct);
            return Answer(person);
        }
        db.People.Add(person);
        db.Audit(Callers.Of(person), "person", person.Id.Value, "signed-up");
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException taken) when (UniqueViolation.IsOf(taken, IdentityDb.OneEmail))
        {
            return Answer(person);
        }
        return Answer(person);
    }

    private static Created<Response> Answer(Person p) => TypedResults.Created("/api/identity/me", new Response(p.Id, p.Name, p.Email, p.Language));
}
