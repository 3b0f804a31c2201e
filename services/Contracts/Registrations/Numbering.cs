using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using TechMarket.Rules;

namespace TechMarket.Contracts.Registrations;

/// <summary>Numbers of registrations: counted per agency area and year, given in the transaction that registers, so none is lost or doubled.</summary>
static class Numbering
{
    private const string Alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private const int CodeLength = 20;

    /// <summary>Gives the next number and an unguessable verification code (100 bits).</summary>
    public static async Task Register(ContractsDb db, Registration registration, string? nationalNumber, DateTimeOffset now, CancellationToken ct)
    {
        var year = ChinaTime.DayOf(now).Year;
        var area = registration.AgencyArea!.PadRight(6, '0');
        var serial = await db.NextInSeries($"registration-{year}-{area}", ct);
        registration.Register(RegistrationNumber.Compose(year, area, (int)serial), nationalNumber, RandomNumberGenerator.GetString(Alphabet, CodeLength), now);
    }

    /// <summary>The national number in the form the region expects, or none.</summary>
    public static string? National(RuleSet rules, string? number)
    {
        if (number?.Trim() is not { Length: > 0 } given) return null;
        return RegistrationNumber.Fits(rules, given) ? given : throw Problems.NationalNumberUnfit.With(("number", given));
    }
}

/// <summary>Unique indexes judge; their verdicts become refusals.</summary>
static class Uniqueness
{
    public static async Task Save(ContractsDb db, CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException failure) when (failure.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } violation)
        {
            throw violation.ConstraintName switch
            {
                "IX_registration_national_number" => Problems.NationalNumberUsed.Now(),
                "IX_registration_contract_id" => Problems.RegistrationOpen.Now(),
                _ => failure,
            };
        }
    }
}
