using TechMarket.Messages;
using TechMarket.Platform.Problems;
using TechMarket.Rules;

namespace TechMarket.Contracts.TechnicalContracts;

enum ContractState
{
    Draft,

    /// <summary>One side has confirmed this version; the other checks it in its own house.</summary>
    InternalReview,
    Signing,

    /// <summary>All signed: nothing else is needed, so SIGNED and EFFECTIVE are one moment.</summary>
    Effective,

    /// <summary>A first payment is confirmed.</summary>
    Performing,

    /// <summary>In force, while a further version is being agreed.</summary>
    Amended,
    Completed,
    Terminated,
    Void,
}

/// <summary>A technical contract: drafted from a deal, amended in versions, confirmed and signed by both sides, performed.</summary>
sealed class Contract
{
    private static readonly ContractState[] Open = [ContractState.Draft, ContractState.InternalReview, ContractState.Signing];
    private static readonly ContractState[] Running = [ContractState.Effective, ContractState.Performing, ContractState.Amended];

    private Contract()
    {
    }

    public ContractId Id { get; private set; }
    public string Number { get; private set; } = "";
    public Guid DealId { get; private set; }
    public string DealNumber { get; private set; } = "";
    public Guid? NegotiationId { get; private set; }
    public Guid? NoticeId { get; private set; }
    public string PricingMode { get; private set; } = "";
    public Guid AchievementId { get; private set; }
    public string AchievementNumber { get; private set; } = "";
    public string AchievementTitle { get; private set; } = "";
    public Guid? DemandId { get; private set; }
    public string FieldCode { get; private set; } = "";
    public string Summary { get; private set; } = "";
    public IReadOnlyList<IpRight> IpRights { get; private set; } = [];
    public bool RelatedParty { get; private set; }
    public string Category { get; private set; } = "";
    public DealTerms Terms { get; private set; } = null!;
    public Money Price { get; private set; } = null!;
    public Guid SellerId { get; private set; }
    public Guid BuyerId { get; private set; }
    public Party Seller { get; private set; } = null!;
    public Party Buyer { get; private set; } = null!;
    public string Title { get; private set; } = "";
    public ContractState State { get; private set; }

    /// <summary>The newest version of the text; every amendment makes the next.</summary>
    public int Version { get; private set; }

    /// <summary>The version in force, once all have signed one.</summary>
    public int? EffectiveVersion { get; private set; }

    public IReadOnlyList<Confirmation> Confirmations { get; private set; } = [];
    public IReadOnlyList<Signature> Signatures { get; private set; } = [];
    public TerminationProposal? Termination { get; private set; }

    /// <summary>A payment has been confirmed.</summary>
    public bool Performed { get; private set; }

    public DateTimeOffset DraftedAt { get; private set; }
    public DateTimeOffset? SignBy { get; private set; }
    public DateTimeOffset? EffectiveAt { get; private set; }
    public DateTimeOffset ChangedAt { get; private set; }

    public bool InForce => Running.Contains(State) || State == ContractState.Completed;

    /// <summary>The price cannot be exceeded: no royalty is added to it.</summary>
    public bool FixedPrice => Terms.PaymentMode is "LUMP_SUM" or "INSTALMENTS";

    /// <summary>The contract of a concluded deal, in the category the parties agreed on.</summary>
    public static Contract Draft(
        ContractId id, string number, DealConcluded deal, Party seller, Party buyer, string title, DateTimeOffset signBy, DateTimeOffset now) => new()
        {
            Id = id,
            Number = number,
            DealId = deal.DealId,
            DealNumber = deal.Number,
            NegotiationId = deal.NegotiationId,
            NoticeId = deal.NoticeId,
            PricingMode = deal.PricingMode,
            AchievementId = deal.AchievementId,
            AchievementNumber = deal.AchievementNumber,
            AchievementTitle = deal.AchievementTitle,
            DemandId = deal.DemandId,
            FieldCode = deal.FieldCode,
            Summary = deal.PublicSummary,
            IpRights = deal.IpRights,
            RelatedParty = deal.RelatedParty,
            Category = CodeLists.ContractCategory.Get(deal.Terms.Category).Code,
            Terms = deal.Terms,
            Price = deal.Terms.Price,
            SellerId = seller.OrganisationId,
            BuyerId = buyer.OrganisationId,
            Seller = seller,
            Buyer = buyer,
            Title = title,
            State = ContractState.Draft,
            Version = 1,
            DraftedAt = now,
            SignBy = signBy,
            ChangedAt = now,
        };

    public Side? SideOf(Guid? organisation) =>
        organisation == SellerId ? Side.Seller : organisation == BuyerId ? Side.Buyer : null;

    public Party PartyOf(Side side) => side == Side.Seller ? Seller : Buyer;

    public bool HasConfirmed(Side side) => Confirmations.Any(c => c.Side == side && c.Version == Version);

    public bool HasSigned(Side side) => Signatures.Any(s => s.Side == side && s.Version == Version);

    /// <summary>The newest version waits for signatures: both sides have confirmed it.</summary>
    public bool AwaitsSignatures =>
        State is ContractState.Signing or ContractState.Amended && HasConfirmed(Side.Seller) && HasConfirmed(Side.Buyer) && EffectiveVersion != Version;

    /// <summary>What the registry knows of a party replaces what the deal did not say, until somebody has signed.</summary>
    public void Complete(Party seller, Party buyer)
    {
        Seller = Fill(Seller, seller);
        Buyer = Fill(Buyer, buyer);
    }

    /// <summary>
    /// A new version takes every confirmation back. A version somebody has signed is fixed; the items must add up to the
    /// price; clauses that follow from the terms stay as they are.
    /// </summary>
    public ContractContent Amend(int baseVersion, ContractContent current, ContractContent proposed, DateTimeOffset now)
    {
        if (baseVersion != Version) throw Problems.VersionStale.With(("version", Version));
        if (!Open.Contains(State) && !Running.Contains(State)) throw WrongState();
        if (State == ContractState.Signing && Signatures.Any(s => s.Version == Version)) throw Problems.VersionSigned.With(("version", Version));
        ItemsAddUp(Price, proposed.LineItems);
        MilestonesFit(Price, FixedPrice, proposed.Milestones);
        var rewritten = current.Clauses.Select(clause => proposed.Clauses.FirstOrDefault(p => p.Code == clause.Code) is { } wish && !clause.Fixed
            ? clause with { Text = wish.Text.Trim() }
            : clause).ToList();
        if (rewritten.Find(c => c.Text.Length == 0) is { } empty) throw Problems.ClauseEmpty.With(("clause", empty.Code));
        Version++;
        State = Running.Contains(State) ? ContractState.Amended : ContractState.Draft;
        Confirmations = [];
        Title = proposed.Title.Trim();
        ChangedAt = now;
        return proposed with { Title = Title, Clauses = rewritten };
    }

    /// <summary>A side agrees with this version; when both have, it can be signed.</summary>
    /// <returns>False if this side had confirmed it already.</returns>
    public bool Confirm(Side side, int version, Guid personId, string personName, DateTimeOffset now)
    {
        if (version != Version) throw Problems.VersionStale.With(("version", Version));
        if (State is not (ContractState.Draft or ContractState.InternalReview or ContractState.Amended or ContractState.Signing)) throw WrongState();
        if (HasConfirmed(side)) return false;
        Confirmations = [.. Confirmations, new Confirmation(side, version, personId, personName, now)];
        if (State != ContractState.Amended) State = HasConfirmed(Side.Seller) && HasConfirmed(Side.Buyer) ? ContractState.Signing : ContractState.InternalReview;
        ChangedAt = now;
        return true;
    }

    /// <summary>A side signs this version's exact text. The last signature brings it into force.</summary>
    /// <returns>False if this side had signed it already.</returns>
    public bool Sign(Signature signature, string documentSha256)
    {
        if (signature.Version != Version) throw Problems.VersionStale.With(("version", Version));
        if (HasSigned(signature.Side))
            return Signatures.Any(s => s.Side == signature.Side && s.Version == Version && s.DocumentSha256 == signature.DocumentSha256) ? false : throw Problems.DocumentDiffers.Now();
        if (!AwaitsSignatures) throw WrongState();
        if (signature.DocumentSha256 != documentSha256) throw Problems.DocumentDiffers.Now();
        Signatures = [.. Signatures, signature];
        ChangedAt = signature.SignedAt;
        if (HasSigned(Side.Seller) && HasSigned(Side.Buyer))
        {
            State = State == ContractState.Amended && Performed ? ContractState.Performing : ContractState.Effective;
            EffectiveVersion = Version;
            EffectiveAt ??= signature.SignedAt;
        }
        return true;
    }

    /// <summary>A confirmed payment shows that the contract is being performed.</summary>
    public void PaymentConfirmed(DateTimeOffset now)
    {
        if (!Running.Contains(State) && State != ContractState.Completed) throw WrongState();
        Performed = true;
        if (State == ContractState.Effective) State = ContractState.Performing;
        ChangedAt = now;
    }

    /// <summary>Money still moves the contract on: it runs, or is completed.</summary>
    public bool TakesPayments => Running.Contains(State) || State == ContractState.Completed;

    /// <summary>Refuses payments outside the time the contract runs.</summary>
    public void RequireRunning()
    {
        if (!Running.Contains(State)) throw WrongState();
    }

    /// <summary>The buyer has accepted the work: the contract is completed.</summary>
    public void CompletePerformance(DateTimeOffset now)
    {
        if (State is not (ContractState.Effective or ContractState.Performing)) throw WrongState();
        State = ContractState.Completed;
        ChangedAt = now;
    }

    /// <summary>A contract that is not in force can be given up by either side.</summary>
    public void MakeVoid(DateTimeOffset now)
    {
        if (!Open.Contains(State)) throw WrongState();
        State = ContractState.Void;
        ChangedAt = now;
    }

    /// <summary>A contract in force ends early when both sides want it: one proposes, the other agrees.</summary>
    /// <returns>True when it ended now.</returns>
    public bool Terminate(Side side, string reason, string personName, DateTimeOffset now)
    {
        if (!Running.Contains(State)) throw WrongState();
        ChangedAt = now;
        if (Termination is { } proposal && proposal.Side != side)
        {
            State = ContractState.Terminated;
            return true;
        }
        Termination = new TerminationProposal(side, reason, personName, now);
        return false;
    }

    /// <summary>合同成交额 = the sum of its items, in the price's currency.</summary>
    public static void ItemsAddUp(Money price, IReadOnlyList<LineItem> items)
    {
        if (items.FirstOrDefault(i => i.Amount.Currency != price.Currency) is { } foreign) throw Problems.CurrencyDiffers.With(("item", foreign.Title));
        var sum = items.Sum(i => i.Amount.Amount);
        if (sum != price.Amount || items.Count == 0)
            throw Problems.ItemsDoNotAddUp.With(("price", price), ("sum", new Money(sum, price.Currency)), ("difference", new Money(price.Amount - sum, price.Currency)));
        Amounts(price.Amount, items);
    }

    /// <summary>合同成交额, 非技术性费用 and 技术交易额 as the parties itemised them.</summary>
    public static ContractAmounts Amounts(decimal contractAmount, IReadOnlyList<LineItem> items)
    {
        try
        {
            return ContractAmounts.Compute(
                contractAmount, [.. items.Select(i => new ContractLineItem(i.Title, i.Amount.Amount, i.IsTechnical, i.Carrier, i.Quantity, null, i.Reason))]);
        }
        catch (RuleViolationException violation)
        {
            throw Problems.AmountsRefused.With(("rule", violation.Code), ("reason", violation.Message));
        }
    }

    private static void MilestonesFit(Money price, bool fixedPrice, IReadOnlyList<DealMilestone> milestones)
    {
        if (milestones.Count == 0) return;
        if (milestones.FirstOrDefault(m => m.Amount.Currency != price.Currency) is { } foreign) throw Problems.CurrencyDiffers.With(("item", foreign.Title));
        var sum = milestones.Sum(m => m.Amount.Amount);
        if (fixedPrice ? sum != price.Amount : sum > price.Amount)
            throw Problems.MilestonesDoNotAddUp.With(("price", price), ("sum", new Money(sum, price.Currency)));
    }

    private static Party Fill(Party stated, Party known) => stated with
    {
        CreditCode = stated.CreditCode ?? known.CreditCode,
        Nature = stated.Nature ?? known.Nature,
        AreaCode = stated.AreaCode ?? known.AreaCode,
    };

    private ProblemException WrongState() => Problems.WrongState.With(("state", State));
}
