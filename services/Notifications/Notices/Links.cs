namespace TechMarket.Notifications.Notices;

/// <summary>Where a notice leads: paths of the web app.</summary>
static class Links
{
    public const string Account = "/workbench/account";

    public static string Achievement(Guid id) => $"/workbench/listings/achievements/{id}";

    public static string AchievementReview(Guid id) => $"/workbench/listings/reviews/{id}";

    public static string PublicAchievement(string number) => $"/achievements/{number}";

    public static string Demand(Guid id) => $"/workbench/demands/{id}";

    public static string DemandReview(Guid id) => $"/workbench/demands/reviews/{id}";

    public static string PublicDemand(string number) => $"/demands/{number}";

    public static string Negotiation(Guid id) => $"/workbench/trading/negotiations/{id}";

    public static string PriceNotice(string number) => $"/notices/{number}";

    public static string PriceNoticeDesk(Guid id) => $"/workbench/trading/notices/{id}";

    public static string Deal(Guid id) => $"/workbench/trading/deals/{id}";

    public static string Sale(Guid id) => $"/workbench/trading/sales/{id}";

    public static string SaleRegistration(Guid saleId) => $"/workbench/trading/registrations/{saleId}";

    public static string FixedTermOffer(Guid id) => $"/workbench/trading/fixed-term-offers/{id}";

    public static string Uptake(Guid id) => $"/workbench/trading/uptakes/{id}";

    public static string Announcement(string number) => $"/sales/{number}";

    public static string Auction(string number) => $"/auctions/{number}";

    public static string Contract(Guid id) => $"/workbench/contracts/{id}";

    public static string Registration(Guid id) => $"/workbench/contracts/registrations/{id}";

    public static string RegistrationDesk(Guid id) => $"/workbench/contracts/registrations/{id}/desk";

    public static string Mandate(Guid id) => $"/workbench/mandates/{id}";

    public static string Lead(Guid id) => $"/workbench/leads/{id}";

    public static string Commission(Guid id) => $"/workbench/commissions/{id}";

    public static string RewardPlan(Guid id) => $"/workbench/reward-plans/{id}";

    public static string Verification(Guid organisationId) => $"/workbench/verifications/{organisationId}";

    public static string Workbench => "/workbench";
}
