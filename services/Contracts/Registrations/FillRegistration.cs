using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Messages;
using TechMarket.Platform.Security;
using TechMarket.Rules;

namespace TechMarket.Contracts.Registrations;

/// <summary>The seller fills the few open fields of the form; it may be saved half done.</summary>
static class FillRegistration
{
    public sealed record Request(
        uint Version, [property: Required, StringLength(10)] string FieldCode, bool Foreign, bool TaxRelief,
        [property: Required, StringLength(4000)] string Summary, bool CommitmentGiven, Party Seller, Party Buyer,
        [property: StringLength(10)] string? SocioEconomicGoal = null, [property: StringLength(10)] string? Industry = null,
        [property: StringLength(40)] string? PlanType = null, [property: StringLength(60)] string? PlanNumber = null,
        [property: StringLength(100)] string? SigningPlace = null, Money? NewInvestment = null, Money? NewOutput = null);

    public sealed record Party(
        [property: StringLength(10)] string? Nature = null, [property: StringLength(6)] string? AreaCode = null, [property: StringLength(18)] string? CreditCode = null,
        [property: StringLength(60)] string? LegalRepresentative = null, [property: StringLength(60)] string? Contact = null, [property: StringLength(40)] string? Phone = null);

    public sealed record Response(uint Version, RegistrationForm Form);

    public static async Task<Ok<Response>> Handle(RegistrationId id, Request request, Caller caller, ContractsDb db, TimeProvider clock, CancellationToken ct)
    {
        Known(CodeLists.TechField, request.FieldCode, "fieldCode");
        Known(CodeLists.SocioEconomicGoal, request.SocioEconomicGoal, "socioEconomicGoal");
        Known(CodeLists.Industry, request.Industry, "industry");
        Known(CodeLists.PlanType, request.PlanType, "planType");
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var registration = await RegistrarAccess.LockForSeller(db, id, request.Version, caller, ct);
        registration.Fill(
            new OpenFields(
                request.FieldCode, Text(request.SocioEconomicGoal), Text(request.Industry), Text(request.PlanType), Text(request.PlanNumber), Text(request.SigningPlace),
                request.Foreign, request.TaxRelief, request.Summary.Trim(), request.NewInvestment, request.NewOutput, request.CommitmentGiven,
                Open(request.Seller, "seller"), Open(request.Buyer, "buyer")),
            clock.GetUtcNow());
        db.Audit(caller, "registration", id.Value, "fill", data: registration.Form);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(new Response(RegistrarAccess.VersionOf(db, registration), registration.Form));
    }

    private static OpenParty Open(Party party, string field)
    {
        Known(CodeLists.PartyNature, party.Nature, field + ".nature");
        if (Text(party.AreaCode) is { } area && Areas.Nearest(area) is null) throw Problems.CodeUnknown.With(("field", field + ".areaCode"), ("code", area));
        return new OpenParty(
            Text(party.Nature), Text(party.AreaCode), Text(party.CreditCode) is { } code ? CreditCode.Normalise(code) : null, Text(party.LegalRepresentative),
            Text(party.Contact), Text(party.Phone));
    }

    private static void Known(CodeList list, string? code, string field)
    {
        if (Text(code) is { } given && !list.Allows(given)) throw Problems.CodeUnknown.With(("field", field), ("code", given));
    }

    private static string? Text(string? text) => text?.Trim() is { Length: > 0 } trimmed ? trimmed : null;
}
