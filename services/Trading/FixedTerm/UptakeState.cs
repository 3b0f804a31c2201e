using TechMarket.Platform.Ids;

namespace TechMarket.Trading.FixedTerm;

readonly record struct UptakeId(Guid Value) : ITypedId<UptakeId>
{
    public static UptakeId From(Guid value) => new(value);

    public static bool TryParse(string? text, out UptakeId id)
    {
        var known = Guid.TryParse(text, out var value);
        id = new UptakeId(value);
        return known;
    }

    public override string ToString() => Value.ToString();
}

/// <summary>TryThenPay of DOMAIN 7, from one taker's point of view. An open licence begins at <see cref="Converted"/>.</summary>
enum UptakeState
{
    /// <summary>The taker said what it wants the technology for; the holder screens (OFFERED).</summary>
    Applied,
    Refused,

    /// <summary>Taken back by the taker before the holder answered, or the offer was over by then.</summary>
    Withdrawn,

    /// <summary>Free use; also after its last day while the last report is awaited.</summary>
    Trial,

    /// <summary>The trigger is met; what the price is reckoned from is not complete yet.</summary>
    Triggered,

    /// <summary>The price is known; the taker concludes the deal until the deadline.</summary>
    PayDue,

    /// <summary>The deal is concluded; contract, registration and payment follow it.</summary>
    Converted,

    /// <summary>Over without a fee, before the trigger.</summary>
    Exited,

    /// <summary>No deal, no last report or no signature in time.</summary>
    Defaulted,

    /// <summary>The holder calls on the guarantee.</summary>
    GuaranteeClaim,
}

enum UptakeStep
{
    Decide,
    TakeBack,
    File,
    Answer,
    Trigger,
    Reckon,
    Exit,
    Convert,
    Default,
    FallThrough,
    ClaimGuarantee,
}

/// <summary>The state machine of an uptake: which step is possible in which state. What is not listed here is refused.</summary>
static class UptakeSteps
{
    /// <summary>It binds the achievement: something is used for free, or a price is owed.</summary>
    public static readonly IReadOnlyList<UptakeState> Running = [UptakeState.Trial, UptakeState.Triggered, UptakeState.PayDue];

    /// <summary>Takes one of the places the offer has.</summary>
    public static readonly IReadOnlyList<UptakeState> Places = [.. Running, UptakeState.Converted];

    private static readonly Dictionary<UptakeStep, UptakeState[]> From = new()
    {
        [UptakeStep.Decide] = [UptakeState.Applied],
        [UptakeStep.TakeBack] = [UptakeState.Applied],
        [UptakeStep.File] = [UptakeState.Trial, UptakeState.Triggered, UptakeState.Converted],
        [UptakeStep.Answer] = [UptakeState.Trial, UptakeState.Triggered, UptakeState.Converted, UptakeState.Exited],
        [UptakeStep.Trigger] = [UptakeState.Trial],
        [UptakeStep.Reckon] = [UptakeState.Triggered],
        [UptakeStep.Exit] = [UptakeState.Trial],
        [UptakeStep.Convert] = [UptakeState.PayDue],
        [UptakeStep.Default] = [UptakeState.Trial, UptakeState.Triggered, UptakeState.PayDue],
        [UptakeStep.FallThrough] = [UptakeState.Converted],
        [UptakeStep.ClaimGuarantee] = [UptakeState.Defaulted],
    };

    public static bool Allows(UptakeStep step, UptakeState state) => From[step].Contains(state);
}

/// <summary>What makes the price due.</summary>
enum TrialTrigger
{
    /// <summary>The free period is over.</summary>
    Time,

    /// <summary>Confirmed sales reach the threshold; without one, the first sale.</summary>
    Sales,

    /// <summary>The taker decides to keep it.</summary>
    Decision,
}

/// <summary>Why the market itself ended an uptake; what people wrote stays theirs.</summary>
static class UptakeReasons
{
    public const string OfferOver = "OFFER_OVER";
    public const string FreePeriodOver = "FREE_PERIOD_OVER";
    public const string ReportMissing = "REPORT_MISSING";
    public const string NotConcluded = "NOT_CONCLUDED";
    public const string NotSigned = "NOT_SIGNED";
    public const string ContractVoid = "CONTRACT_VOID";
}
