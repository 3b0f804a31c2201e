using TechMarket.Trading.Copies;
using TechMarket.Trading.FixedTerm;
using TechMarket.Trading.Negotiations;
using TechMarket.Trading.Notices;
using TechMarket.Trading.Sales;

namespace TechMarket.Trading.Deals;

enum StopState
{
    Done,
    Now,
    Next,
    Stopped,
}

sealed record StopDocument(string Title, string Url);

/// <summary>One stop of the deal line.</summary>
/// <param name="ReasonCode">One of <see cref="SystemReasons"/>, or a code of DeclineReason.</param>
/// <param name="Reason">What a person gave as the reason.</param>
sealed record Stop(
    string Key, StopState State, DateTimeOffset? At = null, DateTimeOffset? DueAt = null, string? Who = null, string? Link = null,
    StopDocument? Document = null, string? ReasonCode = null, string? Reason = null);

/// <summary>What is known of one deal on its way.</summary>
/// <param name="SigningDueAt">By when the parties should have signed.</param>
/// <param name="WithRoom">The viewer may open the negotiation.</param>
/// <param name="WithPapers">The viewer is a party and may open the contract.</param>
sealed record DealCourse(
    KnownAchievement Achievement, Negotiation? Negotiation, PriceNotice? Notice, Deal? Deal, DealProgress? Progress, DateTimeOffset? SigningDueAt,
    bool WithRoom, bool WithPapers,
    Sale? Sale = null, Uptake? Uptake = null);

/// <summary>挂出 → 洽谈 → 公示 → 成交 → 签约 → 登记 → 结算: where a deal stands, from what is known of it. Pure.</summary>
static class DealLine
{
    public static IReadOnlyList<Stop> Of(DealCourse course)
    {
        var lost = course.Negotiation?.State == NegotiationState.ClosedLost;
        var stops = new List<Stop> { Listed(course) };
        if (course.Sale is { } sale) stops.Add(Sold(sale));
        if (course.Uptake is { } uptake) stops.Add(Used(uptake, course.WithPapers));
        else if (course.Sale is null || course.Negotiation is not null) stops.Add(Talks(course, lost));
        if (NoticeBelongs(course)) stops.Add(Announced(course));
        stops.Add(course.Deal is { } deal
            ? new Stop("deal", StopState.Done, deal.ConcludedAt, Link: $"/workbench/trading/deals/{deal.Id}", Document: new StopDocument(deal.Number, $"/workbench/trading/deals/{deal.Id}"))
            : new Stop("deal", StopState.Next));
        stops.Add(Signed(course));
        stops.Add(Registered(course));
        stops.Add(Settled(course));
        return stops;
    }

    /// <summary>A public body announces its price; until something is agreed that is expected, afterwards it is known.</summary>
    private static bool NoticeBelongs(DealCourse course) =>
        course.Notice is not null
        || (course.Deal is null && (course.Negotiation?.AgreedAt is not null ? course.Negotiation.NoticeRequired : course.Achievement.OwnerIsPublicInstitution));

    private static Stop Listed(DealCourse course)
    {
        var achievement = course.Achievement;
        var gone = course.Deal is null && !achievement.AllowsTalks;
        return new Stop(
            "listed", gone ? StopState.Stopped : StopState.Done, achievement.PublishedAt, Who: achievement.OwnerName,
            Link: $"/achievements/{achievement.Number}",
            ReasonCode: gone ? achievement.Status == "SUSPENDED" ? SystemReasons.AchievementSuspended : SystemReasons.AchievementWithdrawn : null);
    }

    /// <summary>Listed for whoever qualifies; done once a transferee is found.</summary>
    private static Stop Sold(Sale sale) => new(
        "sale", sale.Result is not null ? StopState.Done : SaleSteps.Over.Contains(sale.State) ? StopState.Stopped : StopState.Now, sale.Result?.At ?? sale.AnnouncedAt,
        sale.EndsAt, sale.Subject.SellerName, $"/sales/{sale.Number}", new StopDocument(sale.Number, $"/sales/{sale.Number}"), Reason: sale.EndReason);

    /// <summary>Taken up under a fixed-term offer; done once the deal is concluded.</summary>
    private static Stop Used(Uptake uptake, bool withPapers) => new(
        "uptake", uptake.ConvertedAt is not null ? StopState.Done : StopState.Now, uptake.ConvertedAt ?? uptake.AppliedAt, uptake.PayBy, uptake.Taker.Name,
        withPapers ? $"/workbench/trading/uptakes/{uptake.Id}" : null, new StopDocument(uptake.OfferNumber, $"/offers/{uptake.OfferNumber}"));

    private static Stop Talks(DealCourse course, bool lost)
    {
        if (course.Negotiation is not { } talks) return new Stop("negotiation", course.Deal is null ? StopState.Next : StopState.Done);
        var stop = new Stop(
            "negotiation", StopState.Now, talks.AgreedAt ?? talks.OpenedAt, Who: talks.BuyerName, Link: course.WithRoom ? $"/workbench/trading/negotiations/{talks.Id}" : null);
        if (lost && !talks.Ending!.WasAgreed)
        {
            return stop with { State = StopState.Stopped, At = talks.Ending.At, ReasonCode = talks.Ending.ReasonCode, Reason = talks.Ending.Reason };
        }
        if (talks.AgreedAt is not null) return stop with { State = StopState.Done };
        return stop with { ReasonCode = talks.State == NegotiationState.Stalled ? SystemReasons.Stalled : null };
    }

    private static Stop Announced(DealCourse course)
    {
        var ending = course.Negotiation?.Ending;
        var seller = course.Achievement.OwnerName;
        if (course.Notice is not { PublishedAt: not null } notice)
        {
            if (ending is { WasAgreed: true })
                return new Stop("notice", StopState.Stopped, ending.At, Who: seller, ReasonCode: ending.ReasonCode, Reason: ending.Reason);
            return course.Negotiation?.State == NegotiationState.Agreed
                ? new Stop("notice", StopState.Now, course.Negotiation.AgreedAt, Who: seller)
                : new Stop("notice", StopState.Next);
        }
        var document = new StopDocument(notice.Number!, $"/notices/{notice.Number}");
        var stop = new Stop("notice", StopState.Now, notice.PublishedAt, Who: seller, Link: document.Url, Document: document);
        return notice.State switch
        {
            NoticeState.Running => stop with { DueAt = notice.EndsAt },
            NoticeState.Paused => stop with { ReasonCode = SystemReasons.ObjectionOpen },
            NoticeState.Passed => stop with { State = StopState.Done, At = notice.ClosedAt },
            NoticeState.Revised => stop with { Reason = notice.ClosingReason, State = ending is null ? StopState.Now : StopState.Stopped },
            _ => stop with { State = StopState.Stopped, At = notice.ClosedAt, Reason = notice.ClosingReason },
        };
    }

    private static Stop Signed(DealCourse course)
    {
        if (course.Deal is null) return new Stop("signing", StopState.Next);
        var progress = course.Progress;
        var link = course.WithPapers && progress?.ContractId is { } contract ? $"/workbench/contracts/{contract}" : null;
        var document = link is not null ? new StopDocument(progress!.ContractNumber!, link) : null;
        var who = progress?.Signatures is { Count: > 0 } signatures ? string.Join("、", signatures.OrderBy(s => s.At).Select(s => s.By)) : null;
        return progress?.EffectiveAt is { } effective
            ? new Stop("signing", StopState.Done, effective, Who: who, Link: link, Document: document)
            : new Stop("signing", StopState.Now, progress?.DraftedAt ?? course.Deal.ConcludedAt, course.SigningDueAt, who, link, document);
    }

    private static Stop Registered(DealCourse course)
    {
        var progress = course.Progress;
        if (progress?.RegisteredAt is { } registered)
        {
            var url = $"/verify/{progress.VerificationCode}";
            return new Stop("registration", StopState.Done, registered, Link: url, Document: new StopDocument(progress.RegistrationNumber!, url));
        }
        if (progress?.RegistrationStatus is { } status)
        {
            return new Stop(
                "registration", status == "REFUSED" ? StopState.Stopped : StopState.Now, progress.RegistrationChangedAt, progress.RegistrationDueAt,
                Reason: progress.RegistrationReason);
        }
        return progress?.EffectiveAt is { } effective ? new Stop("registration", StopState.Now, effective) : new Stop("registration", StopState.Next);
    }

    /// <summary>Brokers' commission is paid out; without a broker, the contract amount is received.</summary>
    private static Stop Settled(DealCourse course)
    {
        if (course is not { Deal: { } deal, Progress: { } progress }) return new Stop("settlement", StopState.Next);
        if (deal.LeadIds.Count > 0 ? progress.CommissionsSettled : progress.IsPaid)
        {
            var last = deal.LeadIds.Count > 0 ? progress.Earnings.Max(e => e.SettledAt) : progress.Receipts.Max(r => (DateTimeOffset?)r.ConfirmedAt);
            return new Stop("settlement", StopState.Done, last);
        }
        var begun = progress.Earnings.Count > 0 || progress.Receipts.Count > 0;
        return begun || progress.RegisteredAt is not null ? new Stop("settlement", StopState.Now, progress.RegisteredAt) : new Stop("settlement", StopState.Next);
    }
}
