using TechMarket.Messages;

namespace TechMarket.Trading.FixedTerm;

enum ReportState
{
    /// <summary>The holder has not answered; silence confirms it after the region's time.</summary>
    Filed,

    /// <summary>The holder says why it is wrong; the taker corrects it, or the holder confirms it after all.</summary>
    Disputed,

    /// <summary>It stays as it is.</summary>
    Confirmed,
}

/// <summary>What a taker says it used and sold from one day to another.</summary>
/// <param name="Id">Named by the taker, so that sending it twice is one report.</param>
/// <param name="Filing">Names this very set of figures, so that the silence about an earlier one confirms nothing.</param>
/// <param name="AnsweredByName">Nobody, when silence confirmed it.</param>
sealed record UsageReport(
    Guid Id, DateOnly From, DateOnly To, Money Sales, string? Note, bool Final, ReportState State, Guid Filing, string FiledByName, DateTimeOffset FiledAt,
    DateTimeOffset AnswerBy, string? DisputeReason = null, string? AnsweredByName = null, DateTimeOffset? AnsweredAt = null);
