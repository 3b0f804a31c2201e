using TechMarket.Platform.Security;

namespace TechMarket.Payments.Parties;

/// <summary>Who sees money.</summary>
static class Access
{
    /// <summary>The bureau's finance people see all of it.</summary>
    public static bool IsFinance(Caller caller) => caller.OrganisationKind == OrganisationKinds.Bureau && caller.Has(Roles.Finance);

    /// <summary>People whose work is deals or money see their own organisation's.</summary>
    public static bool ReadsOwnMoney(Caller caller) =>
        caller.Has(Roles.Finance) || caller.Has(Roles.Purchaser) || caller.Has(Roles.Approver) || caller.Has(Roles.Publisher) || caller.Has(Roles.Broker) || caller.Has(Roles.Administrator);
}
