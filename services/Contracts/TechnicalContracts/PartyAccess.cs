using TechMarket.Platform.Problems;
using TechMarket.Platform.Security;

namespace TechMarket.Contracts.TechnicalContracts;

/// <summary>Who of a party may do what: drafting is daily work, signing binds the organisation.</summary>
static class PartyAccess
{
    private static readonly string[] SellerDrafts = [Roles.Publisher, Roles.Approver];
    private static readonly string[] BuyerDrafts = [Roles.Purchaser, Roles.Approver];
    private static readonly string[] EnterpriseSells = [Roles.Publisher, Roles.Approver, Roles.Purchaser];
    private static readonly string[] UniversitySigns = [Roles.Approver];
    private static readonly string[] EnterpriseSigns = [Roles.Purchaser, Roles.Approver];

    /// <summary>The caller's side; a contract of others does not exist for them.</summary>
    public static Side Of(Contract? contract, Caller caller) =>
        contract?.SideOf(caller.Organisation) ?? throw Problems.NotFound.Now();

    public static string[] WhoDrafts(Contract contract, Side side) =>
        side == Side.Buyer ? BuyerDrafts : Enterprise(contract, side) ? EnterpriseSells : SellerDrafts;

    public static string[] WhoSigns(Contract contract, Side side) =>
        side == Side.Buyer || Enterprise(contract, side) ? EnterpriseSigns : UniversitySigns;

    public static bool MayDraft(Contract contract, Side side, Caller caller) => WhoDrafts(contract, side).Any(caller.Has);

    public static bool MaySign(Contract contract, Side side, Caller caller) => WhoSigns(contract, side).Any(caller.Has);

    /// <summary>The caller's side, if the caller may do its daily work on the contract.</summary>
    public static Side Drafting(Contract? contract, Caller caller)
    {
        var side = Of(contract, caller);
        caller.Require(WhoDrafts(contract!, side));
        return side;
    }

    /// <summary>Refuses all but one side.</summary>
    public static void Only(Side needed, Side side)
    {
        if (side != needed) throw PlatformProblems.RoleMissing.With(("needed", needed));
    }

    private static bool Enterprise(Contract contract, Side side) => contract.PartyOf(side).Kind == OrganisationKinds.Enterprise;
}
