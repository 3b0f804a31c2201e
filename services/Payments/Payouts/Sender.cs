using TechMarket.Payments.Movements;

namespace TechMarket.Payments.Payouts;

/// <summary>Money goes back the way it came (原路退回).</summary>
static class Sender
{
    public static BankDetails? Of(Movement movement) => movement is { CounterpartyName: { } name, CounterpartyAccount: { } account }
        ? new BankDetails(name, account, movement.CounterpartyBank ?? "")
        : null;
}
