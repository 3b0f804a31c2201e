using TechMarket.Contracts.TechnicalContracts;
using TechMarket.Messages;
using TechMarket.Platform.Ids;
using TechMarket.Rules;

namespace TechMarket.Contracts.Registrations;

public readonly record struct RegistrationId(Guid Value) : ITypedId<RegistrationId>
{
    public static RegistrationId From(Guid value) => new(value);

    public static bool TryParse(string? text, out RegistrationId id)
    {
        var parsed = Guid.TryParse(text, out var value);
        id = new RegistrationId(value);
        return parsed;
    }

    public override string ToString() => Value.ToString();
}

/// <summary>A party on the form.</summary>
/// <param name="Country">Three letters (GB/T 2659), as customs writes it.</param>
public sealed record FormParty(
    string Name, string Kind, string? CreditCode, string? Nature, string? AreaCode, string Country, string? LegalRepresentative, string? Contact, string? Phone);

/// <summary>全国技术合同登记表: its fields (DOMAIN 2.7). All but a few follow from the contract.</summary>
public sealed record RegistrationForm(
    string ProjectName, string Category, string FieldCode, string? SocioEconomicGoal, string? Industry, IReadOnlyList<string> IpTypes, IReadOnlyList<string> IpNumbers,
    string? PlanType, string? PlanNumber, DateOnly SignedOn, string? SigningPlace, DateOnly? StartsOn, DateOnly? EndsOn, Money ContractAmount, string PaymentMode,
    FormParty Seller, FormParty Buyer, bool Foreign, bool RelatedParty, bool TaxRelief, string Summary, Money? NewInvestment, Money? NewOutput,
    bool CommitmentGiven)
{
    public const string China = "CHN";

    /// <summary>The form as the contract, its parties and the achievement fill it.</summary>
    internal static RegistrationForm From(Contract contract, ContractContent content) => new(
        content.Title, contract.Category, contract.FieldCode, null, null,
        contract.IpRights.Count > 0 ? [.. contract.IpRights.Select(r => r.Kind).Distinct()] : ["NONE"],
        [.. contract.IpRights.Select(r => r.Number).OfType<string>().Where(n => n.Length > 0)],
        null, null, ChinaTime.DayOf(contract.EffectiveAt ?? contract.ChangedAt), content.SigningPlace, contract.Terms.StartsOn, contract.Terms.EndsOn,
        contract.Price, contract.Terms.PaymentMode, Of(contract.Seller), Of(contract.Buyer), Foreign: false, contract.RelatedParty, TaxRelief: false,
        contract.Summary, null, null, CommitmentGiven: false);

    /// <summary>What only the seller can know; all else stays as the contract says.</summary>
    public RegistrationForm Complete(OpenFields open) => this with
    {
        FieldCode = open.FieldCode,
        SocioEconomicGoal = open.SocioEconomicGoal,
        Industry = open.Industry,
        PlanType = open.PlanType,
        PlanNumber = open.PlanNumber,
        SigningPlace = open.SigningPlace,
        Foreign = open.Foreign,
        TaxRelief = open.TaxRelief,
        Summary = open.Summary,
        NewInvestment = open.NewInvestment,
        NewOutput = open.NewOutput,
        CommitmentGiven = open.CommitmentGiven,
        Seller = Complete(Seller, open.Seller),
        Buyer = Complete(Buyer, open.Buyer),
    };

    /// <summary>The form of a further version of the contract, with the open fields as they were filled.</summary>
    internal RegistrationForm Renew(Contract contract, ContractContent content) => From(contract, content).Complete(new OpenFields(
        FieldCode, SocioEconomicGoal, Industry, PlanType, PlanNumber, SigningPlace, Foreign, TaxRelief, Summary, NewInvestment, NewOutput, CommitmentGiven,
        OpenOf(Seller), OpenOf(Buyer)));

    private static OpenParty OpenOf(FormParty party) =>
        new(party.Nature, party.AreaCode, party.CreditCode, party.LegalRepresentative, party.Contact, party.Phone);

    private static FormParty Complete(FormParty party, OpenParty open) => party with
    {
        Nature = open.Nature ?? party.Nature,
        AreaCode = party.AreaCode ?? open.AreaCode,
        CreditCode = party.CreditCode ?? open.CreditCode,
        LegalRepresentative = open.LegalRepresentative,
        Contact = open.Contact,
        Phone = open.Phone,
    };

    private static FormParty Of(Party party) =>
        new(party.Name, party.Kind, party.CreditCode, party.Nature ?? PartyNatures.Suggest(party.Kind), party.AreaCode, China, null, null, null);
}

/// <summary>The open fields of the form.</summary>
public sealed record OpenFields(
    string FieldCode, string? SocioEconomicGoal, string? Industry, string? PlanType, string? PlanNumber, string? SigningPlace, bool Foreign, bool TaxRelief,
    string Summary, Money? NewInvestment, Money? NewOutput, bool CommitmentGiven, OpenParty Seller, OpenParty Buyer);

/// <summary>The open fields of one party.</summary>
public sealed record OpenParty(string? Nature, string? AreaCode, string? CreditCode, string? LegalRepresentative, string? Contact, string? Phone);

/// <summary>A tick of the registrar: the test of the category passes, or fails for a reason.</summary>
public sealed record TestTick(string Code, bool Passed, string? Note);

/// <summary>One item as the registrar judges it (A-1..A-3).</summary>
public sealed record ReviewedItem(string Title, Money Amount, bool IsTechnical, CarrierKind? Carrier, int Quantity, int? AcceptedQuantity, string? Reason);

/// <summary>Why a filing went back to the seller.</summary>
public sealed record CorrectionReason(string Code, string? Note);
