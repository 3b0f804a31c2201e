using TechMarket.Platform.Security;
using TechMarket.Trading.Negotiations;

namespace TechMarket.Trading;

/// <summary>Who may do what here. What is not theirs does not exist for them; what is theirs may still need another role.</summary>
static class Access
{
    /// <summary>The caller as one of the two sides, allowed to act for it.</summary>
    public static Actor ActorIn(this Caller caller, Negotiation negotiation)
    {
        var side = negotiation.SideOf(caller.Organisation) ?? throw Problems.NegotiationNotFound.Now();
        caller.Require(RoleOf(side)).RequireVerified();
        return new Actor(side, caller.PersonId, caller.PersonName, caller.OrganisationId);
    }

    /// <summary>The same, for a step only one side takes.</summary>
    public static Actor ActorIn(this Caller caller, Negotiation negotiation, Side side)
    {
        if (negotiation.SideOf(caller.Organisation) is not { } own) throw Problems.NegotiationNotFound.Now();
        if (own != side) throw Problems.NotYourMove.With(("side", side));
        return caller.ActorIn(negotiation);
    }

    public static string RoleOf(Side side) => side == Side.Seller ? Roles.Publisher : Roles.Purchaser;

    public static bool MayActFor(this Caller caller, Side side) => caller.Verified && caller.Has(RoleOf(side));
}
