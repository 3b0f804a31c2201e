using System.Text.Json.Serialization;
using TechMarket.Messages;

namespace TechMarket.Trading.Bidding;

/// <summary>How the price is found.</summary>
enum AuctionType
{
    /// <summary>Ascending (多次报价).</summary>
    English,

    /// <summary>Descending (降价式): the first who takes the price has it.</summary>
    Dutch,

    /// <summary>One sealed bid each, the highest wins (一次报价).</summary>
    Sealed,

    /// <summary>Sealed first bids, then ascending among those who gave one.</summary>
    SealedThenEnglish,
}

/// <summary>From this price on a step is this much.</summary>
sealed record IncrementBand(Money From, Money Step);

/// <summary>
/// The announced rules of one auction (DOMAIN 3.3). All are public; the reserve price is not among them. A bid is the top plus
/// whole steps; the step is that of the band the price stands in.
/// </summary>
/// <param name="Increments">Ascending types: one band is a fixed step.</param>
/// <param name="FreeSeconds">自由报价期: bids without extension.</param>
/// <param name="TimedSeconds">限时报价期: a bid in its last <paramref name="ExtensionWindowSeconds"/> moves the end.</param>
/// <param name="SealedSeconds">How long sealed bids are taken.</param>
/// <param name="MaxExtensions">Null: as often as bids come.</param>
/// <param name="Decrement">Dutch: what the price falls by every <paramref name="IntervalSeconds"/>, down to <paramref name="FloorPrice"/>.</param>
/// <param name="PriorityCallSeconds">Dutch and sealed: how long priority holders may match after the price is found.</param>
/// <param name="MinimumBidders">With fewer deposits held at the opening it is cancelled.</param>
/// <param name="ConfirmAbove">A bid above it is taken only with its confirmation.</param>
/// <param name="QuickSteps">Numbers of steps the room offers as buttons.</param>
sealed record AuctionRules(
    AuctionType Type,
    Money StartPrice,
    IReadOnlyList<IncrementBand> Increments,
    int FreeSeconds = 0,
    int TimedSeconds = 0,
    int SealedSeconds = 0,
    int ExtensionWindowSeconds = 300,
    int ExtensionBySeconds = 300,
    int? MaxExtensions = null,
    Money? Decrement = null,
    int IntervalSeconds = 0,
    Money? FloorPrice = null,
    int PriorityCallSeconds = 300,
    int MinimumBidders = 1,
    Money? ConfirmAbove = null,
    IReadOnlyList<int>? QuickSteps = null)
{
    private const int LongestPeriod = 90 * 24 * 3600;
    private const int MostSteps = 100_000;

    private static readonly int[] UsualQuickSteps = [1, 2, 5];

    [JsonIgnore]
    public string Currency => StartPrice.Currency;

    [JsonIgnore]
    public bool Ascends => Type is AuctionType.English or AuctionType.SealedThenEnglish;

    [JsonIgnore]
    public IReadOnlyList<int> QuickStepsOrUsual => QuickSteps ?? UsualQuickSteps;

    [JsonIgnore]
    public bool StartsSealed => Type is AuctionType.Sealed or AuctionType.SealedThenEnglish;

    /// <summary>Refuses rules that do not describe an auction; the fact <c>rule</c> names the one to correct.</summary>
    public void Check()
    {
        Need(StartPrice.Amount > 0, "startPrice");
        Need(MinimumBidders is >= 1 and <= 1000, "minimumBidders");
        Need(PriorityCallSeconds is >= 10 and <= LongestPeriod, "priorityCallSeconds");
        Need(ConfirmAbove is null || Same(ConfirmAbove), "confirmAbove");
        Need(QuickSteps is null || (QuickSteps.Count <= 6 && QuickSteps.All(k => k is >= 1 and <= 1000)), "quickSteps");
        if (StartsSealed) Need(SealedSeconds is >= 10 and <= LongestPeriod, "sealedSeconds");
        if (Ascends) CheckAscending();
        if (Type == AuctionType.Dutch) CheckDescending();
    }

    private void CheckAscending()
    {
        Need(Increments.Count is >= 1 and <= 50, "increments");
        Need(Increments[0].From.Amount <= StartPrice.Amount, "increments");
        for (var i = 0; i < Increments.Count; i++)
        {
            Need(Same(Increments[i].From) && Same(Increments[i].Step) && Increments[i].Step.Amount > 0, "increments");
            Need(i == 0 || Increments[i].From.Amount > Increments[i - 1].From.Amount, "increments");
        }
        Need(FreeSeconds is >= 0 and <= LongestPeriod, "freeSeconds");
        Need(TimedSeconds is >= 10 and <= LongestPeriod, "timedSeconds");
        Need(ExtensionWindowSeconds is >= 0 and <= 86_400 && ExtensionWindowSeconds <= TimedSeconds, "extensionWindowSeconds");
        Need(ExtensionBySeconds is >= 0 and <= 86_400, "extensionBySeconds");
        Need(MaxExtensions is null or >= 0, "maxExtensions");
    }

    private void CheckDescending()
    {
        Need(Decrement is { Amount: > 0 } && Same(Decrement), "decrement");
        Need(IntervalSeconds is >= 1 and <= 86_400, "intervalSeconds");
        Need(FloorPrice is { Amount: > 0 } && Same(FloorPrice) && FloorPrice.Amount < StartPrice.Amount, "floorPrice");
        Need((StartPrice.Amount - FloorPrice!.Amount) / Decrement!.Amount <= MostSteps, "decrement");
        Need(((decimal.Ceiling((StartPrice.Amount - FloorPrice.Amount) / Decrement.Amount) + 1) * IntervalSeconds) <= LongestPeriod, "intervalSeconds");
    }

    private bool Same(Money other) => other.Currency == Currency;

    private static void Need(bool holds, string rule)
    {
        if (!holds) throw AuctionProblems.RulesInvalid.With(("rule", rule));
    }
}
