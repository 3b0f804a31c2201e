using TechMarket.Contracts.TechnicalContracts;
using TechMarket.Messages;
using TechMarket.Rules;

namespace TechMarket.Contracts.Registrations;

enum RegistrationState
{
    Draft,
    Submitted,
    ReturnedForCorrection,
    Accepted,
    FirstReview,
    SecondReview,
    Registered,
    Refused,
    Cancelled,
    ReviewRequested,
}

/// <summary>Who acts on a registration for the agency.</summary>
sealed record Registrar(Guid PersonId, string Name, Guid OrganisationId);

/// <summary>认定登记 of one contract: filed by the seller, judged by one registrar, above a threshold by two, numbered once.</summary>
sealed class Registration
{
    /// <summary>In these states the agency has nothing in hand, so the contract may still be amended.</summary>
    public static readonly RegistrationState[] LetGo =
        [RegistrationState.Draft, RegistrationState.ReturnedForCorrection, RegistrationState.Refused, RegistrationState.Cancelled];

    private Registration()
    {
    }

    public RegistrationId Id { get; private set; }
    public ContractId ContractId { get; private set; }
    public string ContractNumber { get; private set; } = "";
    public int ContractVersion { get; private set; }
    public Guid DealId { get; private set; }
    public string Title { get; private set; } = "";
    public string Category { get; private set; } = "";
    public Guid SellerId { get; private set; }
    public Guid BuyerId { get; private set; }
    public string SellerName { get; private set; } = "";
    public string BuyerName { get; private set; } = "";
    public string? SellerArea { get; private set; }
    public RegistrationState State { get; private set; }

    /// <summary>Grows with every change of state; hearers order by it.</summary>
    public long Revision { get; private set; }

    public RegistrationForm Form { get; private set; } = null!;
    public Guid? AgencyId { get; private set; }
    public string? AgencyName { get; private set; }
    public string? AgencyArea { get; private set; }
    public DateTimeOffset CreatedAt { get; private set; }
    public DateTimeOffset? SubmittedAt { get; private set; }
    public DateTimeOffset? AcceptedAt { get; private set; }
    public DateTimeOffset? ClockStartedAt { get; private set; }
    public DateTimeOffset? AmberAt { get; private set; }
    public DateTimeOffset? DueAt { get; private set; }

    /// <summary>How many times it was filed; a corrected filing restarts the clock.</summary>
    public int Filings { get; private set; }

    public Registrar? FirstRegistrar { get; private set; }
    public Registrar? SecondRegistrar { get; private set; }
    public Guid? HolderId { get; private set; }
    public IReadOnlyList<TestTick> Ticks { get; private set; } = [];
    public IReadOnlyList<ReviewedItem> Items { get; private set; } = [];
    public Money ContractAmount { get; private set; } = null!;
    public Money NonTechAmount { get; private set; } = null!;
    public Money TechnicalAmount { get; private set; } = null!;
    public IReadOnlyList<CorrectionReason> Corrections { get; private set; } = [];
    public DateTimeOffset? CorrectBy { get; private set; }
    public string? ReasonCode { get; private set; }
    public string? Reason { get; private set; }
    public string? Number { get; private set; }
    public string? NationalNumber { get; private set; }
    public string? VerificationCode { get; private set; }
    public DateTimeOffset? RegisteredAt { get; private set; }
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>A draft filled from the contract in force.</summary>
    public static Registration Start(RegistrationId id, Contract contract, int version, ContractContent content, DateTimeOffset now)
    {
        if (!contract.InForce) throw Problems.ContractNotEffective.With(("state", contract.State));
        var registration = new Registration
        {
            Id = id,
            ContractId = contract.Id,
            ContractNumber = contract.Number,
            ContractVersion = version,
            DealId = contract.DealId,
            Title = content.Title,
            Category = contract.Category,
            SellerId = contract.SellerId,
            BuyerId = contract.BuyerId,
            SellerName = contract.Seller.Name,
            BuyerName = contract.Buyer.Name,
            SellerArea = contract.Seller.AreaCode,
            State = RegistrationState.Draft,
            Revision = 1,
            Form = RegistrationForm.From(contract, content),
            CreatedAt = now,
            ChangedAt = now,
        };
        registration.TakeItems(contract, content);
        return registration;
    }

    /// <summary>The seller fills the open fields, before filing or when corrections are wanted.</summary>
    public void Fill(OpenFields open, DateTimeOffset now)
    {
        Expect(RegistrationState.Draft, RegistrationState.ReturnedForCorrection);
        Form = Form.Complete(open);
        SellerArea = Form.Seller.AreaCode;
        ChangedAt = now;
    }

    /// <summary>A further version of the contract came into force before filing: what follows from the contract is filled again, the open fields stay.</summary>
    public void Renew(Contract contract, int version, ContractContent content, DateTimeOffset now)
    {
        Expect(RegistrationState.Draft, RegistrationState.ReturnedForCorrection);
        ContractVersion = version;
        Title = content.Title;
        Form = Form.Renew(contract, content);
        TakeItems(contract, content);
        Ticks = [];
        ChangedAt = now;
    }

    /// <summary>Filed with the agency of the seller's seat. A corrected filing starts the clock again .</summary>
    public void Submit(Guid agencyId, string agencyName, string agencyArea, RuleSet rules, WorkingCalendar calendar, DateTimeOffset now)
    {
        Expect(RegistrationState.Draft, RegistrationState.ReturnedForCorrection);
        AgencyId = agencyId;
        AgencyName = agencyName;
        AgencyArea = agencyArea;
        SubmittedAt = now;
        CorrectBy = null;
        Filings++;
        if (Filings > 1) StartClock(rules, calendar, now);
        Move(RegistrationState.Submitted, now);
    }

    /// <summary>A registrar takes it from the queue. The first taking accepts the filing (受理): the clock starts.</summary>
    /// <returns>True if the filing was accepted by this.</returns>
    public bool Take(Registrar registrar, RuleSet rules, WorkingCalendar calendar, DateTimeOffset now)
    {
        Expect(RegistrationState.Submitted, RegistrationState.Accepted);
        NotAParty(registrar);
        var accepts = State == RegistrationState.Submitted;
        if (accepts)
        {
            AcceptedAt = now;
            if (Filings == 1) StartClock(rules, calendar, now);
        }
        FirstRegistrar = registrar;
        HolderId = registrar.PersonId;
        Move(RegistrationState.FirstReview, now);
        return accepts;
    }

    /// <summary>Back into the queue; the clock goes on.</summary>
    public void Release(Guid personId, DateTimeOffset now)
    {
        Expect(RegistrationState.FirstReview);
        Holds(personId);
        HolderId = null;
        FirstRegistrar = null;
        Move(RegistrationState.Accepted, now);
    }

    /// <summary>The registrar's ticks and items; the two amounts follow from them.</summary>
    public void Review(Guid personId, IReadOnlyList<TestTick> ticks, IReadOnlyList<ReviewedItem> items, RuleSet rules, WorkingCalendar calendar, DateTimeOffset now)
    {
        Expect(RegistrationState.FirstReview);
        Holds(personId);
        var known = TestsOf(Category).Select(t => t.Code).ToHashSet(StringComparer.Ordinal);
        if (ticks.FirstOrDefault(t => !known.Contains(t.Code)) is { } stranger) throw Problems.TestUnknown.With(("test", stranger.Code));
        Ticks = [.. ticks.DistinctBy(t => t.Code)];
        var amounts = Amounts(ContractAmount, items);
        Items = items;
        NonTechAmount = new Money(amounts.NonTechAmount, ContractAmount.Currency);
        TechnicalAmount = new Money(amounts.TechnicalAmount, ContractAmount.Currency);
        if (ClockStartedAt is { } started) StartClock(rules, calendar, started);
        ChangedAt = now;
    }

    /// <summary>Back to the seller with reasons. What the clock counted is void: it starts again with the corrected filing.</summary>
    public void ReturnForCorrection(Guid personId, IReadOnlyList<CorrectionReason> reasons, DateTimeOffset correctBy, DateTimeOffset now)
    {
        Expect(RegistrationState.FirstReview);
        Holds(personId);
        Corrections = reasons;
        CorrectBy = correctBy;
        HolderId = null;
        FirstRegistrar = null;
        ClockStartedAt = AmberAt = DueAt = null;
        Move(RegistrationState.ReturnedForCorrection, now);
    }

    /// <summary>
    /// The first registrar accepts: every test that bars has passed. Below the threshold it is registered at once, above it
    /// a second person confirms.
    /// </summary>
    /// <returns>True if a second person is needed.</returns>
    public bool Approve(Guid personId, RuleSet rules, DateTimeOffset now)
    {
        Expect(RegistrationState.FirstReview);
        Holds(personId);
        var missing = TestsOf(Category).Where(t => !t.Advisory && Ticks.FirstOrDefault(k => k.Code == t.Code) is not { Passed: true }).ToList();
        if (missing.Count > 0)
            throw Problems.TestsOpen.With(("tests", missing.Select(t => t.Code).ToArray()), ("reasonCodes", missing.Select(t => t.ReasonCodeIfFailed).Distinct().ToArray()));
        if (!rules.NeedsSecondPerson(TechnicalAmount.Amount)) return false;
        HolderId = null;
        Move(RegistrationState.SecondReview, now);
        return true;
    }

    /// <summary>The second person is another one, and of neither party.</summary>
    public void Confirm(Registrar second)
    {
        Expect(RegistrationState.SecondReview);
        if (second.PersonId == FirstRegistrar?.PersonId) throw Problems.SameRegistrar.Now();
        NotAParty(second);
        SecondRegistrar = second;
    }

    /// <summary>The second person does not agree: the first looks again.</summary>
    public void SendBack(Registrar second, string reason, DateTimeOffset now)
    {
        Expect(RegistrationState.SecondReview);
        if (second.PersonId == FirstRegistrar?.PersonId) throw Problems.SameRegistrar.Now();
        NotAParty(second);
        Reason = reason;
        HolderId = FirstRegistrar?.PersonId;
        Move(RegistrationState.FirstReview, now);
    }

    /// <summary>Registered: number and verification code are given once and for all.</summary>
    public void Register(string number, string? nationalNumber, string verificationCode, DateTimeOffset now)
    {
        Expect(RegistrationState.FirstReview, RegistrationState.SecondReview);
        Number = number;
        NationalNumber = nationalNumber;
        VerificationCode = verificationCode;
        RegisteredAt = now;
        HolderId = null;
        Reason = null;
        Move(RegistrationState.Registered, now);
    }

    /// <summary>未予登记, with a reason code (DOMAIN 2.3).</summary>
    public void Refuse(Registrar registrar, string reasonCode, string reason, DateTimeOffset now)
    {
        Expect(RegistrationState.FirstReview, RegistrationState.SecondReview);
        NotAParty(registrar);
        if (State == RegistrationState.FirstReview) Holds(registrar.PersonId);
        else if (registrar.PersonId == FirstRegistrar?.PersonId) throw Problems.SameRegistrar.Now();
        else SecondRegistrar = registrar;
        ReasonCode = reasonCode;
        Reason = reason;
        HolderId = null;
        Move(RegistrationState.Refused, now);
    }

    /// <summary>注销 when the contract has ended: the number stays given, the contract no longer counts.</summary>
    public void Cancel(Registrar registrar, string reason, DateTimeOffset now)
    {
        Expect(RegistrationState.Registered);
        NotAParty(registrar);
        Reason = reason;
        Move(RegistrationState.Cancelled, now);
    }

    /// <summary>The applicant objects to a refusal .</summary>
    public void RequestReview(string reason, DateTimeOffset now)
    {
        Expect(RegistrationState.Refused);
        Reason = reason;
        Move(RegistrationState.ReviewRequested, now);
    }

    /// <summary>Decides the objection: the refusal stands, or the filing is judged again from the queue. Not by who refused.</summary>
    public void DecideReview(Registrar registrar, bool upheld, string reason, RuleSet rules, WorkingCalendar calendar, DateTimeOffset now)
    {
        Expect(RegistrationState.ReviewRequested);
        NotAParty(registrar);
        if (registrar.PersonId == (SecondRegistrar ?? FirstRegistrar)?.PersonId) throw Problems.SameRegistrar.Now();
        Reason = reason;
        if (upheld)
        {
            Move(RegistrationState.Refused, now);
            return;
        }
        ReasonCode = null;
        FirstRegistrar = null;
        SecondRegistrar = null;
        Ticks = [];
        StartClock(rules, calendar, now);
        Move(RegistrationState.Accepted, now);
    }

    /// <summary>The tests of the category and those every contract must pass.</summary>
    public static IReadOnlyList<RecognitionTest> TestsOf(string category) => [.. RecognitionTests.General, .. RecognitionTests.For(category)];

    /// <summary>合同成交额, 非技术性费用 and 技术交易额 as the registrar itemises them.</summary>
    public static ContractAmounts Amounts(Money contractAmount, IReadOnlyList<ReviewedItem> items)
    {
        if (items.FirstOrDefault(i => i.Amount.Currency != contractAmount.Currency) is { } foreign) throw Problems.CurrencyDiffers.With(("item", foreign.Title));
        var sum = items.Sum(i => i.Amount.Amount);
        if (sum != contractAmount.Amount)
            throw Problems.ItemsDoNotAddUp.With(
                ("price", contractAmount), ("sum", new Money(sum, contractAmount.Currency)), ("difference", new Money(contractAmount.Amount - sum, contractAmount.Currency)));
        if (items.FirstOrDefault(i => !i.IsTechnical && string.IsNullOrWhiteSpace(i.Reason)) is { } bare) throw Problems.ReasonNeeded.With(("item", bare.Title));
        try
        {
            return ContractAmounts.Compute(
                contractAmount.Amount,
                [.. items.Select(i => new ContractLineItem(i.Title, i.Amount.Amount, i.IsTechnical, i.Carrier, i.Quantity, i.AcceptedQuantity, i.Reason))]);
        }
        catch (RuleViolationException violation)
        {
            throw Problems.AmountsRefused.With(("rule", violation.Code), ("reason", violation.Message));
        }
    }

    private void TakeItems(Contract contract, ContractContent content)
    {
        var amounts = Contract.Amounts(contract.Price.Amount, content.LineItems);
        Items = [.. content.LineItems.Select(i => new ReviewedItem(i.Title, i.Amount, i.IsTechnical, i.Carrier, i.Quantity, null, i.Reason))];
        ContractAmount = contract.Price;
        NonTechAmount = new Money(amounts.NonTechAmount, contract.Price.Currency);
        TechnicalAmount = new Money(amounts.TechnicalAmount, contract.Price.Currency);
    }

    private void StartClock(RuleSet rules, WorkingCalendar calendar, DateTimeOffset from)
    {
        ClockStartedAt = from;
        (AmberAt, DueAt) = DecisionClock.From(from, rules.DecisionPeriodFor(TechnicalAmount.Amount, disputed: false), rules.ClockAmberRate, calendar);
    }

    private void NotAParty(Registrar registrar)
    {
        if (registrar.OrganisationId == SellerId || registrar.OrganisationId == BuyerId) throw Problems.RegistrarIsParty.Now();
    }

    private void Holds(Guid personId)
    {
        if (HolderId != personId) throw Problems.NotYourCase.With(("registrar", FirstRegistrar?.Name));
    }

    private void Expect(params RegistrationState[] states)
    {
        if (!states.Contains(State)) throw Problems.RegistrationWrongState.With(("state", State));
    }

    private void Move(RegistrationState state, DateTimeOffset now)
    {
        State = state;
        Revision++;
        ChangedAt = now;
    }
}

/// <summary>The decision clock: amber after a share of the time, red at its end.</summary>
static class DecisionClock
{
    /// <summary>
    /// Periods of days end at a day's end. Of working days the amber point is counted in working days as well, so that a
    /// long holiday does not turn the clock amber before anybody could work.
    /// </summary>
    public static (DateTimeOffset AmberAt, DateTimeOffset DueAt) From(DateTimeOffset start, Period period, decimal amberRate, WorkingCalendar calendar)
    {
        var due = period.EndFrom(start, calendar);
        var amber = period.CountsDays
            ? new Period((int)Math.Floor(period.Value * amberRate), period.Unit).EndFrom(start, calendar)
            : start + ((due - start) * (double)amberRate);
        return (amber < due ? amber : due, due);
    }

    /// <summary>GREEN, AMBER or RED.</summary>
    public static string Colour(DateTimeOffset? amberAt, DateTimeOffset? dueAt, DateTimeOffset now) =>
        now >= dueAt ? "RED" : now >= amberAt ? "AMBER" : "GREEN";
}
