using System.Text;
using System.Text.RegularExpressions;
using TechMarket.Payments.Bills;
using TechMarket.Payments.Payouts;
using TechMarket.Rules;

namespace TechMarket.Payments.Movements;

/// <summary>When received money is counted, or sent money recognised, without a person: everything fits. Pure.</summary>
static partial class AutomaticMatch
{
    /// <summary>Why money that came in has to wait; null when it is the bill's, to the fen, in time and from its payer.</summary>
    public static QueueReason? Obstacle(Movement movement, Bill bill, decimal receivedBefore)
    {
        if (bill.State != BillState.Open) return QueueReason.BillClosed;
        if (bill.Amount.Currency != movement.Amount.Currency) return QueueReason.CurrencyDiffers;
        if (movement.CounterpartyName is { Length: > 0 } payer && !SameName(payer, bill.PayerName)) return QueueReason.PayerDiffers;
        if (bill.DueAt is { } due && ChinaTime.StartOf(movement.BookedOn) > due) return QueueReason.Late;
        var open = bill.Amount.Amount - receivedBefore;
        return movement.Amount.Amount < open ? QueueReason.AmountShort : movement.Amount.Amount > open ? QueueReason.AmountOver : null;
    }

    /// <summary>Why money that went out has to wait; null when it is the payout's, to the fen.</summary>
    public static QueueReason? Obstacle(Movement movement, Payout payout)
    {
        if (payout.State is not (PayoutState.Released or PayoutState.Executed)) return QueueReason.PayoutNotReleased;
        return movement.Amount == payout.Amount ? null : QueueReason.AmountDiffers;
    }

    /// <summary>The numbers of payouts in a remark.</summary>
    public static IReadOnlyList<string> PayoutNumbers(string? remark) =>
        [.. PayoutNumber().Matches((remark ?? "").Normalize(NormalizationForm.FormKC).ToUpperInvariant()).Select(m => m.Value).Distinct(StringComparer.Ordinal)];

    /// <summary>Banks and people write brackets, blanks and widths differently.</summary>
    public static bool SameName(string a, string b) => string.Equals(Plain(a), Plain(b), StringComparison.OrdinalIgnoreCase);

    private static string Plain(string name) => string.Concat(name.Normalize(NormalizationForm.FormKC).Where(char.IsLetterOrDigit));

    [GeneratedRegex("FK-[0-9]{4}-[0-9]{6}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PayoutNumber();
}
