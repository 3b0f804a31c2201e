using TechMarket.Commissions.Organisations;
using TechMarket.Platform.Ids;
using TechMarket.Rules;

namespace TechMarket.Commissions.Mandates;

public readonly record struct MandateId(Guid Value) : ITypedId<MandateId>
{
    public static MandateId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out MandateId id)
    {
        var ok = Guid.TryParse(text, out var value);
        id = new MandateId(value);
        return ok;
    }

    public override string ToString() => Value.ToString();
}

/// <summary>居间, 行纪 or 代理: who signs with the third party differs (DOMAIN B-1).</summary>
public enum MandateForm
{
    Intermediary,
    CommissionAgent,
    Agent,
}

public enum MandateStatus
{
    Proposed,
    Agreed,
    Declined,
    Ended,
}

/// <summary>A broker's part in a mandate.</summary>
sealed class MandateBroker
{
    public Guid BrokerId { get; init; }
    public string BrokerName { get; init; } = "";
    public bool Individual { get; init; }
    public int BasisPoints { get; init; }
    public bool Lead { get; init; }
    public int Place { get; init; }
    public DateTimeOffset? AcceptedAt { get; set; }
    public Guid? AcceptedBy { get; set; }
}

/// <summary>What a mandate says; fixed from the proposal on.</summary>
sealed record MandateTerms(
    MandateForm Form, string? Scope, CommissionSchedule Schedule, int BuyerShareBasisPoints, EarnEvent EarnEvent, DateOnly ValidFrom, DateOnly ValidUntil);

/// <summary>A client's order to its brokers, with what they get for it: proposed by a broker, agreed when everybody has accepted.</summary>
sealed class Mandate
{
    private readonly List<MandateBroker> brokers = [];

    private Mandate()
    {
    }

    public MandateId Id { get; private set; }
    public string Number { get; private set; } = "";
    public long Version { get; private set; }
    public MandateStatus Status { get; private set; }
    public Guid ClientId { get; private set; }
    public string ClientName { get; private set; } = "";
    public MandateTerms Terms { get; private set; } = null!;
    public IReadOnlyList<MandateBroker> Brokers => brokers;
    public Guid ProposedById { get; private set; }
    public DateTimeOffset ProposedAt { get; private set; }
    public DateTimeOffset? ClientAcceptedAt { get; private set; }
    public Guid? ClientAcceptedBy { get; private set; }
    public DateTimeOffset? AgreedAt { get; private set; }
    public DateTimeOffset? ClosedAt { get; private set; }
    public Guid? ClosedById { get; private set; }
    public string? CloseReason { get; private set; }

    public MandateBroker LeadBroker => brokers.Single(b => b.Lead);

    public IReadOnlyList<Guid> BrokerIds => [.. brokers.OrderBy(b => b.Place).Select(b => b.BrokerId)];

    public IReadOnlyList<BrokerShare<Guid>> Shares => [.. brokers.OrderBy(b => b.Place).Select(b => new BrokerShare<Guid>(b.BrokerId, b.BasisPoints, b.Lead))];

    /// <summary>A broker proposes; its own acceptance is given with it. Shares add up, the base is known when the commission is earned.</summary>
    public static Mandate Propose(
        MandateId id, string number, Guid proposerId, Guid personId, Organisation client, MandateTerms terms,
        IReadOnlyList<(Organisation Broker, int BasisPoints, bool Lead)> parts, DateTimeOffset now)
    {
        if (!client.IsClient) throw Problems.ClientUnfit.Now();
        if (parts.FirstOrDefault(p => !p.Broker.IsBroker).Broker is { } unfit) throw Problems.BrokerUnfit.With(("broker", unfit.Name));
        if (parts.All(p => p.Broker.Id != proposerId)) throw Problems.NotAmongBrokers.Now();
        MandateRules.CheckShares([.. parts.Select(p => new BrokerShare<Guid>(p.Broker.Id, p.BasisPoints, p.Lead))]);
        MandateRules.CheckTerms(terms, now);
        var mandate = new Mandate
        {
            Id = id, Number = number, Version = 1, Status = MandateStatus.Proposed, ClientId = client.Id, ClientName = client.Name, Terms = terms,
            ProposedById = proposerId, ProposedAt = now,
        };
        mandate.brokers.AddRange(parts.Select((p, place) => new MandateBroker
        {
            BrokerId = p.Broker.Id, BrokerName = p.Broker.Name, Individual = p.Broker.IsIndividual, BasisPoints = p.BasisPoints, Lead = p.Lead, Place = place,
            AcceptedAt = p.Broker.Id == proposerId ? now : null, AcceptedBy = p.Broker.Id == proposerId ? personId : null,
        }));
        return mandate;
    }

    public bool Concerns(Guid organisationId) => organisationId == ClientId || brokers.Exists(b => b.BrokerId == organisationId);

    /// <summary>True while this organisation's acceptance is still missing.</summary>
    public bool AwaitsAcceptanceOf(Guid organisationId) =>
        Status == MandateStatus.Proposed
        && ((organisationId == ClientId && ClientAcceptedAt is null) || brokers.Exists(b => b.BrokerId == organisationId && b.AcceptedAt is null));

    /// <summary>The client or a broker accepts; with the last of them the mandate is agreed.</summary>
    /// <returns>False if this organisation had accepted before.</returns>
    public bool Accept(Guid organisationId, Guid personId, DateTimeOffset now)
    {
        Expect(MandateStatus.Proposed);
        if (!AwaitsAcceptanceOf(organisationId)) return false;
        if (organisationId == ClientId) (ClientAcceptedAt, ClientAcceptedBy) = (now, personId);
        else
        {
            var broker = brokers.Single(b => b.BrokerId == organisationId);
            (broker.AcceptedAt, broker.AcceptedBy) = (now, personId);
        }
        Version++;
        if (ClientAcceptedAt is null || brokers.Exists(b => b.AcceptedAt is null)) return true;
        Status = MandateStatus.Agreed;
        AgreedAt = now;
        return true;
    }

    /// <summary>The client or a broker says no to the proposal.</summary>
    public void Decline(Guid organisationId, string reason, DateTimeOffset now)
    {
        Expect(MandateStatus.Proposed);
        Close(MandateStatus.Declined, organisationId, reason, now);
    }

    /// <summary>Any party ends an agreed mandate, the proposer takes a proposal back. Leads recorded before stay protected.</summary>
    public void End(Guid organisationId, string reason, DateTimeOffset now)
    {
        if (Status != MandateStatus.Proposed || organisationId != ProposedById) Expect(MandateStatus.Agreed);
        Close(MandateStatus.Ended, organisationId, reason, now);
    }

    /// <summary>Its validity is over.</summary>
    /// <returns>False if it had ended before.</returns>
    public bool Expire(DateTimeOffset now)
    {
        if (Status is MandateStatus.Declined or MandateStatus.Ended) return false;
        Close(MandateStatus.Ended, ProposedById, null, now);
        return true;
    }

    public bool IsInForce(DateTimeOffset now) =>
        Status == MandateStatus.Agreed && ChinaTime.DayOf(now) >= Terms.ValidFrom && ChinaTime.DayOf(now) <= Terms.ValidUntil;

    private void Close(MandateStatus status, Guid organisationId, string? reason, DateTimeOffset now)
    {
        Version++;
        (Status, ClosedById, CloseReason, ClosedAt) = (status, organisationId, reason, now);
    }

    private void Expect(MandateStatus status)
    {
        if (Status != status) throw Problems.MandateWrongState.With(("status", Status), ("needed", status));
    }
}
