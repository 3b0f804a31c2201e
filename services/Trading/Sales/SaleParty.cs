using TechMarket.Messages;
using TechMarket.Trading.Negotiations;

namespace TechMarket.Trading.Sales;

/// <summary>What a party states when it registers.</summary>
/// <param name="RelatedStatement">Its relation to the seller or the inventors, if there is one.</param>
/// <param name="PriorityBasis">The right of first refusal it claims.</param>
sealed record Registration(string Statement, bool RelatedParty, string? RelatedStatement, string? PriorityBasis, string ContactName, string ContactPhone);

/// <summary>Whether a party meets the announced conditions, and who said so; nobody when the time to decide ran out.</summary>
sealed record Qualification(bool Qualified, string Reason, Guid? PersonId, string? PersonName, DateTimeOffset At);

/// <summary>An interested party (意向受让方) of one announcement of a sale.</summary>
sealed class SaleParty
{
    internal SaleParty(SalePartyId id, SaleId saleId, int round, DealParty party) =>
        (Id, SaleId, Round, OrganisationId, Name, Party) = (id, saleId, round, party.OrganisationId, party.Name, party);

    private SaleParty()
    {
    }

    public SalePartyId Id { get; private set; }
    public SaleId SaleId { get; private set; }
    public int Round { get; private set; }
    public Guid OrganisationId { get; private set; }
    public string Name { get; private set; } = "";

    /// <summary>As it presented itself.</summary>
    public DealParty Party { get; private set; } = null!;

    public SalePartyState State { get; private set; }
    public NdaConfirmation? Nda { get; private set; }
    public Registration? Registration { get; private set; }
    public DateTimeOffset? RegisteredAt { get; private set; }
    public IReadOnlyList<SaleDocument> Documents { get; private set; } = [];
    public Qualification? Qualification { get; private set; }

    /// <summary>Why it is out without having been refused.</summary>
    public string? LeaveReason { get; private set; }

    public int? PriorityRank { get; private set; }
    public Guid? DepositId { get; private set; }
    public Money? Deposit { get; private set; }
    public DateTimeOffset? DepositDueAt { get; private set; }
    public DateTimeOffset? DepositHeldAt { get; private set; }
    public DepositDecision? DepositDecision { get; private set; }
    public DateTimeOffset? DepositDecidedAt { get; private set; }

    /// <summary>How the deposit left the market's hands, as Payments said.</summary>
    public string? DepositOutcome { get; private set; }

    /// <summary>When the door to the confidential detail was closed again.</summary>
    public DateTimeOffset? AccessEndedAt { get; private set; }

    public bool IsLive => State is SalePartyState.Registered or SalePartyState.Qualified;

    /// <summary>It may negotiate or bid.</summary>
    public bool TakesPart => State == SalePartyState.Qualified && DepositHeldAt is not null;

    /// <summary>Nothing more has to be known of it.</summary>
    public bool IsSettled => !IsLive || TakesPart;

    internal void Confirm(NdaConfirmation confirmation) => Nda = confirmation;

    internal void Register(Registration registration, Guid depositId, Money deposit, DateTimeOffset endsAt, DateTimeOffset now)
    {
        (State, Registration, RegisteredAt) = (SalePartyState.Registered, registration, now);
        (DepositId, Deposit, DepositDueAt) = (depositId, deposit, endsAt);
    }

    internal void Restate(Registration registration) => Registration = registration;

    internal void Keep(IReadOnlyList<SaleDocument> documents) => Documents = documents;

    internal void Decide(Qualification qualification, int? rank) =>
        (State, Qualification, PriorityRank) = (qualification.Qualified ? SalePartyState.Qualified : SalePartyState.Refused, qualification, rank);

    internal void Leave(SalePartyState state, string reason) => (State, LeaveReason) = (state, reason);

    internal void Hold(DateTimeOffset at) => DepositHeldAt ??= at;

    internal void Outcome(string outcome) => DepositOutcome = outcome;

    /// <returns>False when it never had access, or has none any more.</returns>
    internal bool CloseAccess(DateTimeOffset now)
    {
        if (Nda is null || AccessEndedAt is not null) return false;
        AccessEndedAt = now;
        return true;
    }

    /// <summary>A deposit is decided once, and only when it is held.</summary>
    /// <returns>False when there is nothing to decide.</returns>
    internal bool DecideDeposit(DepositDecision decision, DateTimeOffset now)
    {
        if (DepositHeldAt is null || DepositDecision is not null) return false;
        (DepositDecision, DepositDecidedAt) = (decision, now);
        return true;
    }
}
