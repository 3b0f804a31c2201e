using TechMarket.Platform.Problems;

namespace TechMarket.Listings;

/// <summary>Every refusal of this service.</summary>
static class Problems
{
    public static readonly Problem NotFound = new("listings/not-found", 404, "There is no such achievement, or it is not yours to see.");
    public static readonly Problem IdTaken = new("listings/id-taken", 409, "Your organisation has another achievement under this id.");
    public static readonly Problem NotEditable = new("listings/not-editable", 409, "It is in review or bound by a deal; it cannot be edited now.");
    public static readonly Problem NotInState = new("listings/not-in-state", 409, "Its present state does not allow this.");
    public static readonly Problem Incomplete = new("listings/incomplete", 409, "Some fields are missing or not right; see fields.");
    public static readonly Problem OwnSubmission = new("listings/own-submission", 409, "Who submitted it may not approve it; another approver must.");
    public static readonly Problem HolderNotConfirmed = new("listings/holder-not-confirmed", 409, "Confirm that the unit holds the rights.");
    public static readonly Problem SecrecyNotCleared = new("listings/secrecy-not-cleared", 409, "The secrecy review is not cleared: a secret or key core technology needs the authority's approval.");
    public static readonly Problem ReasonUnknown = new("listings/reason-unknown", 400, "This is not a code of the list of return reasons.");
    public static readonly Problem NoGrant = new("listings/non-disclosure-needed", 403, "Confirm the non-disclosure duty in a negotiation first.");
    public static readonly Problem TooManyFiles = new("listings/too-many-files", 409, "An achievement has at most twenty files.");
}
