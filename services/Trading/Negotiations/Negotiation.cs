using System.Text.Json;
using TechMarket.Messages;
using TechMarket.Platform.Data;
using TechMarket.Platform.Problems;
using TechMarket.Trading.Sales;

namespace TechMarket.Trading.Negotiations;

/// <summary>Who acts in a negotiation, for which side.</summary>
readonly record struct Actor(Side Side, Guid PersonId, string PersonName, Guid OrganisationId);

/// <summary>The non-disclosure duty as the buyer confirmed it: the very text, who and when.</summary>
sealed record NdaConfirmation(string TextZh, string TextEn, string Hash, string Name, Guid PersonId, DateTimeOffset At);

/// <summary>How it ended without a deal.</summary>
sealed record NegotiationEnding(
    NegotiationOutcome Outcome, string? ReasonCode, string? Reason, bool WasAgreed, Guid? ByOrganisationId, DateTimeOffset At);

/// <summary>An enterprise and the holder of an achievement look for terms (协议定价): one term sheet in versions, one answer.</summary>
sealed class Negotiation
{
    private readonly List<Offer> offers = [];

    private Negotiation()
    {
    }

    public NegotiationId Id { get; private set; }
    public string Number { get; private set; } = "";
    public NegotiationState State { get; private set; }
    public NegotiationState? StalledFrom { get; private set; }

    /// <summary>Grows with every step but messages; actions that end the negotiation name the one they saw.</summary>
    public long Version { get; private set; } = 1;

    public Guid AchievementId { get; private set; }
    public string AchievementNumber { get; private set; } = "";
    public string AchievementTitle { get; private set; } = "";
    public Guid SellerId { get; private set; }
    public string SellerName { get; private set; } = "";
    public Guid BuyerId { get; private set; }
    public string BuyerName { get; private set; } = "";

    /// <summary>The buyer as it presented itself; a later copy of its data comes first when the deal is concluded.</summary>
    public DealParty Buyer { get; private set; } = null!;

    public Guid? DemandId { get; private set; }

    /// <summary>The sale whose only qualified party negotiates here: its announced terms bind both sides.</summary>
    public SaleId? SaleId { get; private set; }

    public DateTimeOffset OpenedAt { get; private set; }
    public DateTimeOffset LastActionAt { get; private set; }
    public int MessageCount { get; private set; }
    public NdaConfirmation? Nda { get; private set; }
    public OfferId? AgreedOfferId { get; private set; }
    public DateTimeOffset? AgreedAt { get; private set; }
    public bool NoticeRequired { get; private set; }
    public DateTimeOffset? ConcludedAt { get; private set; }
    public NegotiationEnding? Ending { get; private set; }

    /// <summary>People of the seller who negotiated; they do not decide objections.</summary>
    public IReadOnlyList<Guid> SellerPeople { get; private set; } = [];

    public IReadOnlyList<Offer> Offers => offers;

    public Offer? Latest => offers.MaxBy(o => o.Round);

    public Offer? Agreed => AgreedOfferId is { } agreed ? offers.Single(o => o.Id == agreed) : null;

    /// <summary>Where it stands, or stood when it stalled.</summary>
    public NegotiationState Phase => StalledFrom ?? State;

    /// <summary>The buyer asks the holder to talk.</summary>
    public static Negotiation Open(
        NegotiationId id, string number, Guid achievementId, string achievementNumber, string achievementTitle, Guid sellerId, string sellerName,
        DealParty buyer, Guid? demandId, DateTimeOffset now) => new()
    {
        Id = id, Number = number, State = NegotiationState.Invited,
        AchievementId = achievementId, AchievementNumber = achievementNumber, AchievementTitle = achievementTitle,
        SellerId = sellerId, SellerName = sellerName, BuyerId = buyer.OrganisationId, BuyerName = buyer.Name, Buyer = buyer,
        DemandId = demandId, OpenedAt = now, LastActionAt = now,
    };

    /// <summary>A sale found one qualified party: the talks begin by themselves, at once if that party took the non-disclosure duty before.</summary>
    public static Negotiation OpenForSale(
        NegotiationId id, string number, SaleId saleId, Guid achievementId, string achievementNumber, string achievementTitle, Guid sellerId, string sellerName,
        DealParty buyer, NdaConfirmation? nda, DateTimeOffset now)
    {
        var talks = Open(id, number, achievementId, achievementNumber, achievementTitle, sellerId, sellerName, buyer, null, now);
        (talks.SaleId, talks.Nda, talks.State) = (saleId, nda, nda is null ? NegotiationState.NdaPending : NegotiationState.Active);
        return talks;
    }

    public Side? SideOf(Guid? organisation) =>
        organisation == SellerId ? Side.Seller : organisation == BuyerId ? Side.Buyer : null;

    public Guid OrganisationOf(Side side) => side == Side.Seller ? SellerId : BuyerId;

    public string NameOf(Side side) => side == Side.Seller ? SellerName : BuyerName;

    public bool Allows(NegotiationStep step) => NegotiationSteps.Allows(step, State, StalledFrom);

    /// <summary>The holder agrees to talk; until then nothing confidential can be opened.</summary>
    public void TakeUp(Actor actor, DateTimeOffset now) => Move(NegotiationStep.TakeUp, NegotiationState.NdaPending, now, actor);

    /// <summary>The buyer accepts the non-disclosure duty by the text it was shown.</summary>
    public void ConfirmNda(Actor actor, NdaConfirmation confirmation, DateTimeOffset now)
    {
        Move(NegotiationStep.ConfirmNda, NegotiationState.Active, now, actor);
        Nda = confirmation;
    }

    /// <summary>Puts a version of the term sheet on the table; it takes the place of the one before, whoever made that.</summary>
    /// <returns>Null if this very offer was already taken.</returns>
    public Offer? MakeOffer(Actor actor, OfferId id, DealTerms terms, DateTimeOffset expiresAt, DateTimeOffset now)
    {
        if (offers.Find(o => o.Id == id) is { } known)
            return known.By == actor.Side && Same(known.Terms, terms) ? null : throw Problems.IdReused.Now();
        Require(NegotiationStep.MakeOffer);
        TermSheet.Check(terms);
        foreach (var open in offers.Where(o => o.State == OfferState.Open))
            open.Leave(open.StateAt(now) == OfferState.Expired ? OfferState.Expired : OfferState.Superseded, now);
        var offer = new Offer(id, Id, offers.Count + 1, actor.Side, actor.PersonId, actor.PersonName, terms, expiresAt, now);
        offers.Add(offer);
        Move(NegotiationStep.MakeOffer, NegotiationState.TermSheet, now, actor);
        return offer;
    }

    /// <summary>Says no to one version; the talks go on.</summary>
    /// <returns>False if it was already declined.</returns>
    public bool DeclineOffer(Actor actor, OfferId id, string? reasonCode, string? reason, DateTimeOffset now)
    {
        var offer = OfferOf(id);
        if (offer.State == OfferState.Declined && offer.By != actor.Side) return false;
        Answerable(actor, offer, NegotiationStep.DeclineOffer, now);
        offer.Leave(OfferState.Declined, now, actor.PersonName, reasonCode, reason);
        Move(NegotiationStep.DeclineOffer, NegotiationState.TermSheet, now, actor);
        return true;
    }

    /// <summary>Agrees to the latest open version of the other side. A public body then announces the price before the deal.</summary>
    /// <returns>False if this very offer was already accepted.</returns>
    public bool Accept(Actor actor, OfferId id, bool noticeRequired, DateTimeOffset now)
    {
        var offer = OfferOf(id);
        if (offer.State == OfferState.Accepted && offer.By != actor.Side) return false;
        Answerable(actor, offer, NegotiationStep.Accept, now);
        offer.Leave(OfferState.Accepted, now, actor.PersonName);
        Move(NegotiationStep.Accept, NegotiationState.Agreed, now, actor);
        (AgreedOfferId, AgreedAt, NoticeRequired) = (id, now, noticeRequired);
        return true;
    }

    /// <summary>An offer nobody answered in time is off the table.</summary>
    /// <returns>False when it was answered, superseded or still has time.</returns>
    public bool ExpireOffer(OfferId id, DateTimeOffset now)
    {
        if (offers.Find(o => o.Id == id) is not { State: OfferState.Open } offer || now < offer.ExpiresAt) return false;
        offer.Leave(OfferState.Expired, now);
        Version++;
        return true;
    }

    /// <summary>Takes note of a message; a stalled negotiation is alive again.</summary>
    /// <returns>The message's place in the order.</returns>
    public int TakeMessage(DateTimeOffset now)
    {
        Require(NegotiationStep.PostMessage);
        Resume();
        LastActionAt = now;
        return ++MessageCount;
    }

    /// <summary>Either side ends the talks and says why, before anything is agreed.</summary>
    public void Decline(Actor actor, long seen, string reasonCode, string? reason, DateTimeOffset now)
    {
        Unchanged(seen);
        End(NegotiationStep.Decline, new NegotiationEnding(NegotiationOutcome.Declined, reasonCode, reason, false, actor.OrganisationId, now), actor);
    }

    /// <summary>Either side steps back, at the latest before an agreed price is announced.</summary>
    public void Withdraw(Actor actor, long seen, string reason, DateTimeOffset now)
    {
        Unchanged(seen);
        End(
            NegotiationStep.Withdraw,
            new NegotiationEnding(NegotiationOutcome.Withdrawn, null, reason, State == NegotiationState.Agreed, actor.OrganisationId, now), actor);
    }

    /// <summary>Nothing has happened for too long.</summary>
    public void Stall(DateTimeOffset now)
    {
        Require(NegotiationStep.Stall);
        StalledFrom = State;
        State = NegotiationState.Stalled;
        Version++;
    }

    /// <summary>It cannot lead anywhere any more: the achievement is gone, or nobody came back.</summary>
    /// <param name="reasonCode">One of <see cref="SystemReasons"/>.</param>
    /// <param name="words">What somebody said to it, if anybody did.</param>
    public void Lapse(string reasonCode, string? words, DateTimeOffset now) =>
        End(NegotiationStep.Lapse, new NegotiationEnding(NegotiationOutcome.Lapsed, reasonCode, words, false, null, now));

    public void BeginNotice(Actor actor, DateTimeOffset now) => Move(NegotiationStep.BeginNotice, NegotiationState.Notice, now, actor);

    /// <summary>An objection was right about the notice's contents: a corrected one will be published.</summary>
    public void ReviseNotice(DateTimeOffset now) => Move(NegotiationStep.ReviseNotice, NegotiationState.Agreed, now);

    /// <summary>An objection was right about the deal.</summary>
    public void CancelNotice(string reason, Guid byOrganisation, DateTimeOffset now) =>
        End(NegotiationStep.CancelNotice, new NegotiationEnding(NegotiationOutcome.NoticeCancelled, null, reason, true, byOrganisation, now));

    /// <summary>The notice passed, or none was needed.</summary>
    public void Conclude(DateTimeOffset now)
    {
        if (State == NegotiationState.Agreed && NoticeRequired) throw Wrong(NegotiationStep.Conclude);
        Move(NegotiationStep.Conclude, NegotiationState.Contracting, now);
        ConcludedAt = now;
    }

    /// <summary>The contract is in effect.</summary>
    public void Win(DateTimeOffset now) => Move(NegotiationStep.Win, NegotiationState.ClosedWon, now);

    private static bool Same(DealTerms a, DealTerms b) => JsonSerializer.Serialize(a, Json.Options) == JsonSerializer.Serialize(b, Json.Options);

    private Offer OfferOf(OfferId id) => offers.Find(o => o.Id == id) ?? throw Problems.OfferNotFound.Now();

    private void Answerable(Actor actor, Offer offer, NegotiationStep step, DateTimeOffset now)
    {
        Require(step);
        if (offer.By == actor.Side) throw Problems.OwnOffer.Now();
        var state = offer.StateAt(now);
        if (state == OfferState.Expired) throw Problems.OfferExpired.With(("expiredAt", offer.ExpiresAt));
        if (state != OfferState.Open) throw Problems.OfferNotOpen.With(("offerState", state), ("latestOfferId", Latest!.Id));
    }

    private void End(NegotiationStep step, NegotiationEnding ending, Actor? actor = null)
    {
        Move(step, NegotiationState.ClosedLost, ending.At, actor);
        foreach (var open in offers.Where(o => o.State == OfferState.Open)) open.Leave(OfferState.Closed, ending.At);
        Ending = ending;
    }

    private void Move(NegotiationStep step, NegotiationState to, DateTimeOffset now, Actor? actor = null)
    {
        Require(step);
        Resume();
        State = to;
        LastActionAt = now;
        Version++;
        if (actor is { Side: Side.Seller, PersonId: var person } && !SellerPeople.Contains(person)) SellerPeople = [.. SellerPeople, person];
    }

    private void Resume()
    {
        if (StalledFrom is { } before) (State, StalledFrom) = (before, null);
    }

    private void Require(NegotiationStep step)
    {
        if (!Allows(step)) throw Wrong(step);
    }

    private ProblemException Wrong(NegotiationStep step) => Problems.WrongState.With(("state", State), ("step", step));

    private void Unchanged(long seen)
    {
        if (seen != Version) throw PlatformProblems.ChangedMeanwhile.With(("version", Version));
    }
}
