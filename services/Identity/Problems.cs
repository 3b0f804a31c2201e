using TechMarket.Platform.Problems;

namespace TechMarket.Identity;

/// <summary>Every refusal of this service.</summary>
static class Problems
{
    public static readonly Problem WrongCredentials = new("identity/wrong-credentials", 401, "The e-mail address or the password is wrong.");
    public static readonly Problem TotpRequired = new("identity/totp-required", 401, "This account needs a verification code.");
    public static readonly Problem WrongCode = new("identity/wrong-code", 401, "The verification code is wrong, has passed, or was used already.");
    public static readonly Problem LockedOut = new("identity/locked-out", 423, "Too many failed attempts; try again later.");
    public static readonly Problem WrongPassword = new("identity/wrong-password", 403, "The password is wrong.");
    public static readonly Problem WeakPassword = new("identity/weak-password", 400, "The password is too easy to guess.");
    public static readonly Problem IdReused = new("identity/id-reused", 409, "Something else was sent under this id before.");
    public static readonly Problem TotpAlreadyOn = new("identity/totp-already-on", 409, "Two-step verification is on already.");
    public static readonly Problem TotpNotBegun = new("identity/totp-not-begun", 409, "Begin two-step verification first.");
    public static readonly Problem TotpOff = new("identity/totp-off", 409, "Two-step verification is not on.");
    public static readonly Problem NotAMember = new("identity/not-a-member", 409, "You are not a member of that organisation.");

    public static readonly Problem UnknownKind = new("identity/unknown-kind", 400, "There is no such kind of organisation.");
    public static readonly Problem UnknownArea = new("identity/unknown-area", 400, "There is no such area code.");
    public static readonly Problem UnknownPartyNature = new("identity/unknown-party-nature", 400, "There is no such nature of a party.");
    public static readonly Problem CreditCodeMissing = new("identity/credit-code-missing", 400, "This kind of organisation has a unified social credit code; give it.");
    public static readonly Problem CreditCodeTaken = new("identity/credit-code-taken", 409, "A verified organisation has this credit code already.");
    public static readonly Problem NotAPublicInstitution = new("identity/not-a-public-institution", 400, "Only universities and institutes can be public research institutions.");
    public static readonly Problem OrganisationVerified = new("identity/organisation-verified", 409, "A verified organisation can change its contact only.");
    public static readonly Problem ProofMissing = new("identity/proof-missing", 409, "Upload a proof first, such as the licence or the legal-person certificate.");
    public static readonly Problem TooManyProofs = new("identity/too-many-proofs", 409, "Remove a proof first.");
    public static readonly Problem NotSubmitted = new("identity/not-submitted", 409, "The organisation is not waiting for verification.");
    public static readonly Problem AlreadySubmitted = new("identity/already-submitted", 409, "The organisation is waiting for verification.");
    public static readonly Problem SourceCodeMissing = new("identity/source-code-missing", 400, "A data source is verified with its code.");
    public static readonly Problem SourceCodeTaken = new("identity/source-code-taken", 409, "Another data source has this code.");
    public static readonly Problem BureauOutOfArea = new("identity/bureau-out-of-area", 409, "A bureau is verified by another bureau whose area contains its own.");

    public static readonly Problem UnknownRole = new("identity/unknown-role", 400, "There is no such role.");
    public static readonly Problem RoleNotForKind = new("identity/role-not-for-kind", 409, "This kind of organisation does not have this role.");
    public static readonly Problem RegistrarAndBroker = new("identity/registrar-and-broker", 409, "One person cannot be registrar and broker, in whatever organisation.");
    public static readonly Problem LastAdministrator = new("identity/last-administrator", 409, "An organisation keeps at least one administrator.");
    public static readonly Problem AlreadyMember = new("identity/already-member", 409, "This person is a member already.");
    public static readonly Problem InvitationOver = new("identity/invitation-over", 409, "The invitation has been used, taken back, or has expired.");
    public static readonly Problem InvitationForAnother = new("identity/invitation-for-another", 409, "The invitation is for another e-mail address.");
    public static readonly Problem ResetOver = new("identity/reset-over", 409, "The link has been used, replaced, or has expired.");
    public static readonly Problem NotVerifiedYet = new("identity/not-verified-yet", 409, "An organisation that is not verified yet is edited, not changed by request.");
    public static readonly Problem NothingChanges = new("identity/nothing-changes", 409, "The change asks for what is already so.");
    public static readonly Problem NoChangeAsked = new("identity/no-change-asked", 409, "No change waits for a decision.");
    public static readonly Problem ClientRevoked = new("identity/client-revoked", 409, "The API client has been revoked.");
}
