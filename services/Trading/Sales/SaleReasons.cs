namespace TechMarket.Trading.Sales;

/// <summary>Why something happened to a sale or a party by itself: codes on the wire, words in the web. What people gave as a reason stays their own text.</summary>
static class SaleReasons
{
    public const string DepositMissing = "DEPOSIT_MISSING";
    public const string SilentConsent = "SILENT_CONSENT";
    public const string TermsChanged = "TERMS_CHANGED";
    public const string NobodyQualified = "NOBODY_QUALIFIED";
    public const string Extended = "EXTENDED";
    public const string TalksFailed = "TALKS_FAILED";
    public const string NoBid = "NO_BID";
    public const string UnderReserve = "UNDER_RESERVE";
    public const string BiddingCancelled = "BIDDING_CANCELLED";
    public const string ResultCancelled = "RESULT_CANCELLED";
    public const string Defaulted = "DEFAULTED";
    public const string ContractVoid = "CONTRACT_VOID";
    public const string NotDecided = "NOT_DECIDED";
    public const string SaleEnded = "SALE_ENDED";
    public const string AchievementWithdrawn = "ACHIEVEMENT_WITHDRAWN";
}
