using TechMarket.Messages;
using TechMarket.Platform.Ids;
using TechMarket.Rules;

namespace TechMarket.Contracts.TechnicalContracts;

public readonly record struct ContractId(Guid Value) : ITypedId<ContractId>
{
    public static ContractId From(Guid value) => new(value);

    public static bool TryParse(string? text, out ContractId id)
    {
        var parsed = Guid.TryParse(text, out var value);
        id = new ContractId(value);
        return parsed;
    }

    public override string ToString() => Value.ToString();
}

/// <summary>The two sides of a technical contract. 甲方 is the buyer, 乙方 the seller, as in the model texts.</summary>
public enum Side
{
    Seller,
    Buyer,
}

/// <summary>A party as it stands in the contract.</summary>
/// <param name="Nature">机构性质, a code of PartyNature.</param>
public sealed record Party(Guid OrganisationId, string Name, string Kind, string? CreditCode, string? Nature, string? AreaCode);

/// <summary>One clause of the text. A fixed one follows from the agreed terms and is not rewritten by hand.</summary>
public sealed record Clause(string Code, string Heading, string Text, bool Fixed);

/// <summary>One item of the price. Non-technical cost must be itemised (SPC 14).</summary>
public sealed record LineItem(string Title, Money Amount, bool IsTechnical, CarrierKind? Carrier = null, int Quantity = 1, string? Reason = null);

/// <summary>What one version of the contract says.</summary>
public sealed record ContractContent(
    string Title, IReadOnlyList<Clause> Clauses, IReadOnlyList<LineItem> LineItems, IReadOnlyList<DealMilestone> Milestones, string? SigningPlace);

/// <summary>A side agreed with exactly this version.</summary>
public sealed record Confirmation(Side Side, int Version, Guid PersonId, string PersonName, DateTimeOffset At);

/// <summary>A side's electronic signature (电子签名法 13): who, when, over which text, after which proof of the credential.</summary>
public sealed record Signature(
    Side Side, int Version, string DocumentSha256, Guid PersonId, string PersonName, Guid OrganisationId, string OrganisationName, string ProofId,
    DateTimeOffset SignedAt);

/// <summary>A side wants the contract to end; it ends when the other agrees.</summary>
public sealed record TerminationProposal(Side Side, string Reason, string PersonName, DateTimeOffset At);

/// <summary>What the people of a role are called in a category of contract.</summary>
static class PartyRoles
{
    public static LocalText Of(Side side, string category) => (category.Length >= 2 ? category[..2] : category, category, side) switch
    {
        (_, "KF02", Side.Seller) => new("合作开发方(一)", "Developing party one"),
        (_, "KF02", Side.Buyer) => new("合作开发方(二)", "Developing party two"),
        ("KF", _, Side.Seller) => new("研究开发人", "Developer"),
        (_, "ZR09", Side.Seller) => new("技术出资人", "Contributor of technology"),
        (_, "ZR09", Side.Buyer) => new("接受出资人", "Receiving company"),
        ("ZR", _, Side.Seller) => new("让与人", "Assignor"),
        ("ZR", _, Side.Buyer) => new("受让人", "Assignee"),
        ("XK", _, Side.Seller) => new("许可人", "Licensor"),
        ("XK", _, Side.Buyer) => new("被许可人", "Licensee"),
        (_, "FW03", Side.Seller) => new("中介人", "Intermediary"),
        (_, _, Side.Seller) => new("受托人", "Contractor"),
        _ => new("委托人", "Client"),
    };
}
