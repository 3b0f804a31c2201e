using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Contracts.Registrations;
using TechMarket.Messages;
using TechMarket.Rules;

namespace TechMarket.Contracts.Certificates;

/// <summary>Anyone with the code on a certificate sees what was registered and whether it still stands.</summary>
static class VerifyCertificate
{
    /// <param name="Status">REGISTERED or CANCELLED.</param>
    public sealed record Response(
        string Number, string? NationalNumber, string Status, string Title, string Category, LocalText CategoryName, string SellerName, string BuyerName,
        Money ContractAmount, string ContractAmountWords, Money TechnicalAmount, string TechnicalAmountWords, DateOnly SignedOn, DateOnly RegisteredOn,
        string AgencyName, DateTimeOffset CheckedAt);

    public static async Task<Ok<Response>> Handle([StringLength(40)] string code, ContractsDb db, TimeProvider clock, CancellationToken ct)
    {
        var wanted = string.Concat(code.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        var r = await db.Registrations.AsNoTracking().SingleOrDefaultAsync(x => x.VerificationCode == wanted, ct) ?? throw Problems.CodeNotFound.Now();
        return TypedResults.Ok(new Response(
            r.Number!, r.NationalNumber, r.State == RegistrationState.Cancelled ? "CANCELLED" : "REGISTERED", r.Title, r.Category,
            CodeLists.ContractCategory.Get(r.Category).Name(), r.SellerName, r.BuyerName, r.ContractAmount, InWords(r.ContractAmount), r.TechnicalAmount,
            InWords(r.TechnicalAmount), r.Form.SignedOn, ChinaTime.DayOf(r.RegisteredAt!.Value), r.AgencyName!, clock.GetUtcNow()));
    }

    private static string InWords(Money money) => money.Currency == "CNY" ? ChineseAmount.Words(money.Amount) : "";
}
