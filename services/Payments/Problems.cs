using TechMarket.Platform.Problems;

namespace TechMarket.Payments;

/// <summary>Every refusal of this service.</summary>
static class Problems
{
    public static readonly Problem AlreadyBooked = new("payments/already-booked", 409, "This has been entered in the ledger already.");
    public static readonly Problem NotEnoughHeld = new("payments/not-enough-held", 409, "The account does not hold that much.");
    public static readonly Problem AccountNotFound = new("payments/account-not-found", 404, "There is no such account, or it is not yours to see.");
    public static readonly Problem PeriodRefused = new("payments/period-refused", 409, "A period does not end before it begins and covers five years at most.");

    public static readonly Problem BillNotFound = new("payments/bill-not-found", 404, "There is no such bill, or it is not yours to see.");
    public static readonly Problem BillClosed = new("payments/bill-closed", 409, "Nothing is expected under this bill any more.");
    public static readonly Problem CurrencyDiffers = new("payments/currency-differs", 409, "The money is in another currency.");
    public static readonly Problem MethodNotOffered = new("payments/method-not-offered", 409, "This way to pay is not offered for the bill.");
    public static readonly Problem AttemptIdReused = new("payments/attempt-id-reused", 409, "This id names another payment attempt already.");

    public static readonly Problem StatementUnreadable = new("payments/statement-unreadable", 400, "The file is neither an Excel workbook nor a CSV with known headings.");
    public static readonly Problem MovementNotFound = new("payments/movement-not-found", 404, "There is no such movement.");
    public static readonly Problem MovementSettled = new("payments/movement-settled", 409, "This money is matched or on its way back already.");
    public static readonly Problem DirectionDiffers = new("payments/direction-differs", 409, "Money that came in pays a bill; money that went out is a payout.");
    public static readonly Problem AmountDiffers = new("payments/amount-differs", 409, "The amounts are not the same.");

    public static readonly Problem DepositWrongState = new("payments/deposit-wrong-state", 409, "The deposit's state does not allow this.");

    public static readonly Problem EscrowNotFound = new("payments/escrow-not-found", 404, "There is no such deal, or it is not yours to see.");
    public static readonly Problem EscrowWrongState = new("payments/escrow-wrong-state", 409, "The state of the deal's escrow does not allow this.");
    public static readonly Problem EscrowOnHold = new("payments/escrow-on-hold", 409, "Finance holds the money of this deal until the parties agree.");
    public static readonly Problem MilestoneNotFound = new("payments/milestone-not-found", 404, "The deal has no such milestone.");
    public static readonly Problem MilestoneWrongState = new("payments/milestone-wrong-state", 409, "The milestone's state does not allow this.");
    public static readonly Problem PriceExceeded = new("payments/price-exceeded", 409, "Together with what was paid directly, this would exceed the contract amount.");
    public static readonly Problem RefundRefused = new("payments/refund-refused", 409, "A refund is more than nothing and at most what the milestone holds.");
    public static readonly Problem RefundIdReused = new("payments/refund-id-reused", 409, "This id names another refund already.");

    public static readonly Problem PayoutNotFound = new("payments/payout-not-found", 404, "There is no such payout, or it is not yours to see.");
    public static readonly Problem PayoutIdReused = new("payments/payout-id-reused", 409, "This id names another payout already.");
    public static readonly Problem PayoutWrongState = new("payments/payout-wrong-state", 409, "The payout's state does not allow this.");
    public static readonly Problem PayoutOwed = new("payments/payout-owed", 409, "This is owed to somebody and cannot be cancelled; send it back to be prepared again.");
    public static readonly Problem AccountUnfit = new("payments/account-unfit", 409, "Only what the market owes sellers, brokers, the tax office or itself is paid out by hand.");
    public static readonly Problem ReceiverMissing = new("payments/receiver-missing", 409, "Name the account the money goes to.");
    public static readonly Problem SecondPersonNeeded = new("payments/second-person-needed", 409, "A payout is released by another person than the one who prepared or ordered it.");
    public static readonly Problem BankReferenceUsed = new("payments/bank-reference-used", 409, "This bank reference belongs to another payout.");
    public static readonly Problem ExecutedInFuture = new("payments/executed-in-future", 409, "A payment that was made does not lie in the future.");
    public static readonly Problem ExecutedBeforeRelease = new("payments/executed-before-release", 409, "A payout does not leave before it is released.");
    public static readonly Problem ExecutedByProvider = new("payments/executed-by-provider", 409, "The payment provider sends this payout and reports it.");
    public static readonly Problem ProviderRefused = new("payments/provider-refused", 409, "The payment provider did not take it; try again, or another way to pay.");

    public static readonly Problem SignatureRefused = new("payments/signature-refused", 400, "The signature of this message is missing, wrong or too old.");
    public static readonly Problem NotConfigured = new("payments/not-configured", 404, "This payment provider is not set up.");
}
