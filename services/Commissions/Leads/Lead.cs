using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using TechMarket.Commissions.Mandates;
using TechMarket.Platform.Data;
using TechMarket.Platform.Ids;
using TechMarket.Rules;

namespace TechMarket.Commissions.Leads;

public readonly record struct LeadId(Guid Value) : ITypedId<LeadId>
{
    public static LeadId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out LeadId id)
    {
        var ok = Guid.TryParse(text, out var value);
        id = new LeadId(value);
        return ok;
    }

    public override string ToString() => Value.ToString();
}

public enum LeadStatus
{
    Recorded,
    Accepted,
    Disputed,
}

/// <summary>What a party said to a lead.</summary>
public sealed record LeadAnswer(bool Accepted, string? Reason, bool ConsentsToPay, bool ConsentsToDoubleAgency, Guid By, DateTimeOffset At);

/// <summary>The record that protects a lead (民法典 965): exactly what was introduced to whom, when, under which mandate.</summary>
sealed record LeadRecord(
    Guid LeadId, string Number, Guid MandateId, string MandateNumber, IReadOnlyList<Guid> BrokerIds, Guid RecordedById, string RecordedByName,
    Guid BuyerId, string BuyerName, Guid SellerId, string SellerName, Guid AchievementId, string AchievementNumber, string AchievementTitle,
    long AchievementVersion, Guid? DemandId, DateTimeOffset RecordedAt);

/// <summary>A broker's introduction of an achievement to a party. The first record of a pair counts while it is protected.</summary>
sealed class Lead
{
    private Lead()
    {
    }

    public LeadId Id { get; private set; }
    public string Number { get; private set; } = "";
    public long Version { get; private set; }
    public MandateId MandateId { get; private set; }
    public Guid MandateClientId { get; private set; }
    public Guid LeadBrokerId { get; private set; }
    public string LeadBrokerName { get; private set; } = "";
    public IReadOnlyList<Guid> BrokerIds { get; private set; } = [];
    public Guid BuyerId { get; private set; }
    public string BuyerName { get; private set; } = "";
    public Guid SellerId { get; private set; }
    public string SellerName { get; private set; } = "";
    public Guid AchievementId { get; private set; }
    public string AchievementNumber { get; private set; } = "";
    public string AchievementTitle { get; private set; } = "";
    public Guid? DemandId { get; private set; }
    public int BuyerShareBasisPoints { get; private set; }

    /// <summary>One of its brokers also holds a mandate of the other side (DOMAIN B-10).</summary>
    public bool DoubleAgency { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }
    public DateTimeOffset AnswerBy { get; private set; }
    public DateTimeOffset ProtectedUntil { get; private set; }
    public DateTimeOffset ClaimUntil { get; private set; }

    /// <summary>A later record of the same pair may take its place once its protection is over.</summary>
    public bool Superseded { get; private set; }

    public string RecordText { get; private set; } = "";

    /// <summary>SHA-256 of <see cref="RecordText"/> in UTF-8, lower-case hexadecimal.</summary>
    public string RecordHash { get; private set; } = "";

    public LeadAnswer? BuyerAnswer { get; private set; }
    public LeadAnswer? SellerAnswer { get; private set; }

    public LeadStatus Status =>
        BuyerAnswer is { Accepted: false } || SellerAnswer is { Accepted: false } ? LeadStatus.Disputed
        : BuyerAnswer is not null && SellerAnswer is not null ? LeadStatus.Accepted
        : LeadStatus.Recorded;

    public string? DisputeReason => BuyerAnswer is { Accepted: false } buyer ? buyer.Reason : SellerAnswer is { Accepted: false } seller ? seller.Reason : null;

    /// <summary>Notes the introduction at the server's time.</summary>
    public static Lead Record(LeadRecord record, Mandate mandate, bool doubleAgency, RuleSet rules, WorkingCalendar calendar)
    {
        if (!mandate.IsInForce(record.RecordedAt)) throw Problems.MandateNotInForce.With(("status", mandate.Status));
        if (record.BuyerId == record.SellerId) throw Problems.IntroducedToUnfit.Now();
        if (mandate.ClientId != record.BuyerId && mandate.ClientId != record.SellerId) throw Problems.IntroducedToUnfit.Now();
        var text = JsonSerializer.Serialize(record, Json.Options);
        return new Lead
        {
            Id = new LeadId(record.LeadId), Number = record.Number, Version = 1, MandateId = mandate.Id, MandateClientId = mandate.ClientId,
            LeadBrokerId = mandate.LeadBroker.BrokerId, LeadBrokerName = mandate.LeadBroker.BrokerName, BrokerIds = mandate.BrokerIds,
            BuyerId = record.BuyerId, BuyerName = record.BuyerName, SellerId = record.SellerId, SellerName = record.SellerName,
            AchievementId = record.AchievementId, AchievementNumber = record.AchievementNumber, AchievementTitle = record.AchievementTitle,
            DemandId = record.DemandId, BuyerShareBasisPoints = mandate.Terms.BuyerShareBasisPoints, DoubleAgency = doubleAgency,
            RecordedAt = record.RecordedAt,
            AnswerBy = rules.LeadResponsePeriod.EndFrom(record.RecordedAt, calendar),
            ProtectedUntil = rules.LeadValidity.EndFrom(record.RecordedAt, calendar),
            ClaimUntil = rules.CircumventionWindow.EndFrom(record.RecordedAt, calendar),
            RecordText = text, RecordHash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))),
        };
    }

    public bool Concerns(Guid organisationId) => organisationId == BuyerId || organisationId == SellerId || BrokerIds.Contains(organisationId);

    public LeadAnswer? AnswerOf(Guid organisationId) => organisationId == BuyerId ? BuyerAnswer : organisationId == SellerId ? SellerAnswer : null;

    public bool Pays(Guid organisationId) =>
        (organisationId == BuyerId && BuyerShareBasisPoints > 0) || (organisationId == SellerId && BuyerShareBasisPoints < CommissionRules.WholeInBasisPoints);

    /// <summary>The mandate's client has agreed to pay with the mandate; the other party agrees by accepting the lead.</summary>
    public bool NeedsConsentToPay(Guid organisationId) => organisationId != MandateClientId && Pays(organisationId);

    /// <summary>A party accepts, also after a dispute. It consents to pay and to double agency where these concern it.</summary>
    public void Accept(Guid organisationId, Guid personId, bool consentsToPay, bool consentsToDoubleAgency, DateTimeOffset now)
    {
        if (AnswerOf(organisationId) is { Accepted: true }) throw Problems.LeadAnswered.Now();
        if (DoubleAgency && !consentsToDoubleAgency) throw Problems.DoubleAgencyConsentNeeded.Now();
        if (NeedsConsentToPay(organisationId) && !consentsToPay) throw Problems.PayerConsentNeeded.Now();
        Answer(organisationId, new LeadAnswer(true, null, consentsToPay, consentsToDoubleAgency, personId, now));
    }

    /// <summary>A party disputes within the time for it; silence leaves the record standing.</summary>
    public void Dispute(Guid organisationId, Guid personId, string reason, DateTimeOffset now)
    {
        if (AnswerOf(organisationId) is not null) throw Problems.LeadAnswered.Now();
        if (now >= AnswerBy) throw Problems.LeadAnswerLate.With(("until", AnswerBy));
        Answer(organisationId, new LeadAnswer(false, reason, false, false, personId, now));
    }

    /// <summary>A commission can be locked to it: undisputed, and consented to by whoever the mandate did not bind.</summary>
    public bool Binds() =>
        Status != LeadStatus.Disputed
        && new[] { BuyerId, SellerId }.All(party => !NeedsConsentToPay(party) || AnswerOf(party) is { ConsentsToPay: true })
        && (!DoubleAgency || (BuyerAnswer is { ConsentsToDoubleAgency: true } && SellerAnswer is { ConsentsToDoubleAgency: true }));

    /// <summary>The lead covers a deal of its pair concluded while it was protected.</summary>
    public bool Covers(DateTimeOffset concludedAt) => RecordedAt <= concludedAt && concludedAt < ProtectedUntil;

    /// <summary>A deal of the same parties it does not cover may still be a way round the broker (民法典 965).</summary>
    public bool MayClaim(DateTimeOffset concludedAt) => RecordedAt <= concludedAt && concludedAt < ClaimUntil;

    /// <summary>Makes room for a new record of the pair; only after its protection.</summary>
    public void Supersede(DateTimeOffset now)
    {
        if (now < ProtectedUntil) throw Problems.LeadTaken.With(("recordedAt", RecordedAt), ("protectedUntil", ProtectedUntil));
        Superseded = true;
    }

    private void Answer(Guid organisationId, LeadAnswer answer)
    {
        Version++;
        if (organisationId == BuyerId) BuyerAnswer = answer;
        else if (organisationId == SellerId) SellerAnswer = answer;
        else throw Problems.LeadNotFound.Now();
    }
}
