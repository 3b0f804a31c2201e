using TechMarket.Messages;
using TechMarket.Trading.Negotiations;

namespace TechMarket.Trading.Sales;

/// <summary>The parties of a sale: their registration, qualification and deposits.</summary>
sealed partial class Sale
{
    /// <summary>At most so many documents per party.</summary>
    public const int PartyDocumentsAtMost = 20;

    private readonly List<SaleParty> moved = [];
    private readonly List<SaleParty> settled = [];
    private readonly List<SaleParty> closed = [];

    /// <summary>The party this organisation is in the announcement in force, unless it has left.</summary>
    public SaleParty? PartyFor(Guid? organisation) => Current.SingleOrDefault(p => p.OrganisationId == organisation && (p.IsLive || p.State == SalePartyState.Interested));

    public SaleParty PartyOf(SalePartyId id) => parties.Find(p => p.Id == id) ?? throw Problems.SalePartyNotFound.Now();

    /// <summary>Takes the non-disclosure duty to look closer, before registering or beside it.</summary>
    /// <returns>False if the party had taken it already.</returns>
    public bool ConfirmNda(SalePartyId id, DealParty party, NdaConfirmation confirmation, DateTimeOffset now)
    {
        Open(party.OrganisationId, now);
        var known = PartyFor(party.OrganisationId);
        if (known?.Nda is not null) return false;
        if (known is null) parties.Add(known = new SaleParty(id, Id, Rounds.Count, party));
        known.Confirm(confirmation);
        Changed(now);
        return true;
    }

    /// <summary>Registers to take part under the announced terms; until it is decided on, what it stated can be stated anew.</summary>
    /// <returns>The party, and whether its deposit is demanded now.</returns>
    public (SaleParty Party, bool Demanded) Register(SalePartyId id, Guid depositId, DealParty party, Registration registration, DateTimeOffset now)
    {
        Open(party.OrganisationId, now);
        if (Announced!.Terms.Auction?.House.CreditCode is { } house && house == party.CreditCode) throw Bidding.AuctionProblems.AuctioneerMayNotBid.Now();
        if (registration.RelatedParty && string.IsNullOrWhiteSpace(registration.RelatedStatement)) throw Problems.RelatedPartyStatementNeeded.Now();
        if (registration.PriorityBasis is not null && Announced.Terms.Priorities.Count == 0) throw Problems.NoPriorityAnnounced.Now();
        var known = PartyFor(party.OrganisationId);
        if (known is { State: SalePartyState.Registered })
        {
            if (known.Registration == registration) return (known, false);
            known.Restate(registration);
            Changed(now);
            return (known, false);
        }
        if (known is { State: SalePartyState.Qualified }) throw Problems.SalePartyDecided.With(("partyState", known.State));
        if (known is null) parties.Add(known = new SaleParty(id, Id, Rounds.Count, party));
        known.Register(registration, depositId, Announced!.Terms.Deposit, EndsAt!.Value, now);
        moved.Add(known);
        Changed(now);
        return (known, true);
    }

    /// <summary>A party hands in or takes back a document, until it is decided on.</summary>
    public void KeepPartyDocuments(SaleParty party, IReadOnlyList<SaleDocument> documents, DateTimeOffset now)
    {
        if (party.State != SalePartyState.Registered) throw Problems.SalePartyDecided.With(("partyState", party.State));
        Open(party.OrganisationId, now);
        if (documents.Count > PartyDocumentsAtMost) throw Problems.TooManyDocuments.With(("maximum", PartyDocumentsAtMost));
        party.Keep(documents);
        Changed(now);
    }

    /// <summary>The seller or the bureau says whether a party meets the announced conditions, with the reason.</summary>
    public void Decide(SalePartyId id, Qualification qualification, int? priorityRank)
    {
        Require(SaleStep.Decide);
        var party = PartyOf(id);
        if (party.Round != Rounds.Count || party.State != SalePartyState.Registered || (State == SaleState.ClosedForRegistration && Wait != SaleWait.Qualification))
            throw Problems.SalePartyDecided.With(("partyState", party.State));
        if (priorityRank is { } rank && (!qualification.Qualified || Announced!.Terms.Priorities.All(p => p.Rank != rank))) throw Problems.NoPriorityAnnounced.Now();
        if (priorityRank is not null && Current.Any(p => p.PriorityRank == priorityRank && p.Id != id)) throw Problems.PriorityTaken.Now();
        Qualify(party, qualification, priorityRank);
        if (!qualification.Qualified)
        {
            SettleDeposit(party, DepositDecision.Return, qualification.At);
            CloseAccess(party, qualification.At);
        }
        Changed(qualification.At);
    }

    /// <summary>A party steps back while registration is open; later it is bound by its registration.</summary>
    public void LeaveParty(SaleParty party, string reason, DateTimeOffset now)
    {
        Require(SaleStep.Register);
        if (now >= EndsAt || !party.IsLive) throw Problems.RegistrationOver.With(("endsAt", EndsAt));
        Leave(party, SalePartyState.Withdrawn, reason, now);
        Changed(now);
    }

    /// <summary>A deposit is in the market's hands. One that comes when it is no longer wanted goes back at once.</summary>
    /// <returns>False if that was known already.</returns>
    public bool HoldDeposit(Guid depositId, DateTimeOffset heldAt, DateTimeOffset now)
    {
        if (parties.Find(p => p.DepositId == depositId) is not { DepositHeldAt: null } party) return false;
        party.Hold(heldAt);
        var wanted = party.IsLive && party.Round == Rounds.Count
            && (State == SaleState.Announced || (State == SaleState.ClosedForRegistration && Wait == SaleWait.Qualification));
        if (!wanted) SettleDeposit(party, DepositDecision.Return, now);
        Changed(now);
        return true;
    }

    public void NoteDepositOutcome(Guid depositId, string outcome) => parties.Find(p => p.DepositId == depositId)?.Outcome(outcome);

    /// <summary>What happened to parties since this was asked last: for their facts.</summary>
    public (IReadOnlyList<SaleParty> Moved, IReadOnlyList<SaleParty> Settled, IReadOnlyList<SaleParty> Closed) TakeNews()
    {
        (List<SaleParty>, List<SaleParty>, List<SaleParty>) news = ([.. moved.Distinct()], [.. settled], [.. closed]);
        moved.Clear();
        settled.Clear();
        closed.Clear();
        return news;
    }

    private void Open(Guid organisation, DateTimeOffset now)
    {
        if (organisation == SellerId) throw Problems.OwnSale.Now();
        Require(SaleStep.Register);
        if (now >= EndsAt) throw Problems.RegistrationOver.With(("endsAt", EndsAt));
    }

    /// <summary>Everybody who is still in it is free of it: deposits go back, doors close.</summary>
    private void Free(string reason, DateTimeOffset now)
    {
        foreach (var party in Current.ToList())
        {
            if (party.IsLive) Leave(party, SalePartyState.Withdrawn, reason, now);
            CloseAccess(party, now);
        }
    }

    private void Leave(SaleParty party, SalePartyState state, string reason, DateTimeOffset now)
    {
        party.Leave(state, reason);
        moved.Add(party);
        SettleDeposit(party, DepositDecision.Return, now);
        CloseAccess(party, now);
    }

    private void Qualify(SaleParty party, Qualification qualification, int? rank)
    {
        party.Decide(qualification, rank);
        moved.Add(party);
    }

    private void SettleDeposit(SaleParty party, DepositDecision decision, DateTimeOffset now)
    {
        if (party.DecideDeposit(decision, now)) settled.Add(party);
    }

    private void CloseAccess(SaleParty party, DateTimeOffset now)
    {
        if (party.CloseAccess(now)) closed.Add(party);
    }
}
