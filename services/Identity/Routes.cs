using TechMarket.Identity.Clients;
using TechMarket.Identity.Members;
using TechMarket.Identity.Organisations;
using TechMarket.Identity.People;
using TechMarket.Identity.Resets;
using TechMarket.Identity.Sessions;
using TechMarket.Identity.Tokens;
using TechMarket.Platform.Problems;
using TechMarket.Platform.Web;

namespace TechMarket.Identity;

/// <summary>Every address of this service.</summary>
static class Routes
{
    public static void Map(RouteGroupBuilder identity)
    {
        identity.MapGet("/session", GetSession.Handle).AllowAnonymous();
        identity.MapPost("/session", SignIn.Handle).AllowAnonymous()
            .Refuses(Problems.WrongCredentials, Problems.TotpRequired, Problems.WrongCode, Problems.LockedOut);
        identity.MapDelete("/session", SignOut.Handle).AllowAnonymous();
        identity.MapPut("/session/organisation", SwitchOrganisation.Handle).Refuses(Problems.NotAMember);
        identity.MapGet("/sessions", ListSessions.Handle);
        identity.MapDelete("/sessions", EndAllSessions.Handle);
        identity.MapDelete("/sessions/{id}", EndSession.Handle).Refuses(PlatformProblems.NotFound);

        identity.MapPost("/people", SignUp.Handle).AllowAnonymous().Refuses(Problems.WeakPassword, Problems.IdReused);
        identity.MapGet("/me", GetMe.Handle);
        identity.MapPut("/me", UpdateMe.Handle);
        identity.MapPut("/me/password", ChangePassword.Handle).Refuses(Problems.WrongPassword, Problems.WeakPassword, Problems.LockedOut);
        identity.MapPost("/me/totp", BeginTotp.Handle).Refuses(Problems.WrongPassword, Problems.LockedOut, Problems.TotpAlreadyOn);
        identity.MapPut("/me/totp", ConfirmTotp.Handle).Refuses(Problems.WrongCode, Problems.TotpNotBegun, Problems.TotpAlreadyOn);
        identity.MapPost("/me/totp/off", TurnTotpOff.Handle).Refuses(Problems.WrongPassword, Problems.LockedOut, Problems.TotpOff);
        identity.MapPost("/me/recovery-codes", RenewRecoveryCodes.Handle).Refuses(Problems.WrongPassword, Problems.LockedOut, Problems.TotpOff);

        identity.MapPost("/credential-proofs", ProveCredential.Handle)
            .Refuses(Problems.WrongPassword, Problems.TotpRequired, Problems.WrongCode, Problems.LockedOut);

        identity.MapGet("/credit-code-check", CheckCreditCode.Handle);
        identity.MapGet("/brokers", ListBrokers.Handle).AllowAnonymous();
        identity.MapGet("/organisations", ListOrganisations.Handle);
        identity.MapPost("/organisations", RegisterOrganisation.Handle).Refuses(
            Problems.UnknownKind, Problems.UnknownArea, Problems.UnknownPartyNature, Problems.CreditCodeMissing, Problems.CreditCodeTaken,
            Problems.NotAPublicInstitution, Problems.RegistrarAndBroker, Problems.IdReused, PlatformProblems.NotFound);
        identity.MapGet("/organisations/{id}", GetOrganisation.Handle).AllowAnonymous().Refuses(PlatformProblems.NotFound);
        identity.MapGet("/organisations/{id}/profile", GetProfile.Handle).Refuses(PlatformProblems.NotFound);
        identity.MapPut("/organisations/{id}", EditOrganisation.Handle).Refuses(
            PlatformProblems.NotFound, PlatformProblems.ChangedMeanwhile, Problems.UnknownArea, Problems.UnknownPartyNature, Problems.CreditCodeMissing,
            Problems.NotAPublicInstitution, Problems.AlreadySubmitted, Problems.OrganisationVerified);
        identity.MapPost("/organisations/{id}/proofs", AddProof.Handle).DisableAntiforgery().Refuses(
            PlatformProblems.NotFound, PlatformProblems.FileRefused, Problems.TooManyProofs, Problems.AlreadySubmitted, Problems.OrganisationVerified);
        identity.MapGet("/organisations/{id}/proofs/{fileId}", GetProof.Handle).Refuses(PlatformProblems.NotFound);
        identity.MapDelete("/organisations/{id}/proofs/{fileId}", RemoveProof.Handle)
            .Refuses(PlatformProblems.NotFound, Problems.AlreadySubmitted, Problems.OrganisationVerified);
        identity.MapPost("/organisations/{id}/submit", SubmitOrganisation.Handle)
            .Refuses(PlatformProblems.NotFound, Problems.ProofMissing, Problems.AlreadySubmitted, Problems.OrganisationVerified);
        identity.MapGet("/verifications", ListVerifications.Handle).Refuses(PlatformProblems.NotVerified);
        identity.MapPost("/organisations/{id}/verify", VerifyOrganisation.Handle).Refuses(
            PlatformProblems.NotFound, PlatformProblems.ChangedMeanwhile, PlatformProblems.NotVerified, Problems.NotSubmitted, Problems.CreditCodeTaken,
            Problems.SourceCodeMissing, Problems.SourceCodeTaken, Problems.BureauOutOfArea);
        identity.MapPost("/organisations/{id}/refuse", RefuseOrganisation.Handle)
            .Refuses(PlatformProblems.NotFound, PlatformProblems.ChangedMeanwhile, PlatformProblems.NotVerified, Problems.NotSubmitted);

        identity.MapPut("/organisations/{id}/change", ChangeOrganisation.Ask).WithSummary("Asks the bureau to change verified particulars.").Refuses(
            PlatformProblems.NotFound, PlatformProblems.ChangedMeanwhile, Problems.UnknownArea, Problems.UnknownPartyNature, Problems.CreditCodeMissing,
            Problems.NotAPublicInstitution, Problems.NotVerifiedYet, Problems.NothingChanges);
        identity.MapDelete("/organisations/{id}/change", ChangeOrganisation.Withdraw).WithSummary("Takes the request back, or puts a refused one away.")
            .Refuses(PlatformProblems.NotFound, Problems.NoChangeAsked);
        identity.MapPost("/organisations/{id}/change/approve", DecideChange.Approve).WithSummary("The bureau makes the change.").Refuses(
            PlatformProblems.NotFound, PlatformProblems.ChangedMeanwhile, PlatformProblems.NotVerified, Problems.NoChangeAsked, Problems.CreditCodeTaken,
            Problems.BureauOutOfArea);
        identity.MapPost("/organisations/{id}/change/refuse", DecideChange.Refuse).WithSummary("The bureau says why not.")
            .Refuses(PlatformProblems.NotFound, PlatformProblems.ChangedMeanwhile, PlatformProblems.NotVerified, Problems.NoChangeAsked);

        identity.MapPost("/password-resets", IssuePasswordReset.Handle).WithSummary("A link with which a person who forgot the password takes another.")
            .Refuses(PlatformProblems.NotFound);
        identity.MapPost("/password-resets/use", UsePasswordReset.Handle).AllowAnonymous().WithSummary("Takes a new password by the link; every session ends.")
            .Refuses(Problems.ResetOver, Problems.WeakPassword);

        identity.MapGet("/members", ListMembers.Handle);
        identity.MapPut("/members/{personId}", SetMemberRoles.Handle).Refuses(
            PlatformProblems.NotFound, PlatformProblems.ChangedMeanwhile, Problems.UnknownRole, Problems.RoleNotForKind, Problems.RegistrarAndBroker,
            Problems.LastAdministrator);
        identity.MapDelete("/members/{personId}", RemoveMember.Handle).Refuses(PlatformProblems.NotFound, Problems.LastAdministrator);
        identity.MapGet("/invitations", ListInvitations.Handle);
        identity.MapPost("/invitations", InviteMember.Handle)
            .Refuses(Problems.UnknownRole, Problems.RoleNotForKind, Problems.AlreadyMember, Problems.IdReused, Problems.InvitationOver, PlatformProblems.NotFound);
        identity.MapDelete("/invitations/{id}", RevokeInvitation.Handle).Refuses(PlatformProblems.NotFound, Problems.InvitationOver);
        identity.MapPost("/invitations/preview", PreviewInvitation.Handle).AllowAnonymous().Refuses(Problems.InvitationOver);
        identity.MapPost("/invitations/accept", AcceptInvitation.Handle)
            .Refuses(Problems.InvitationOver, Problems.InvitationForAnother, Problems.RegistrarAndBroker, Problems.AlreadyMember);

        identity.MapGet("/api-clients", ListApiClients.Handle);
        identity.MapPost("/api-clients", CreateApiClient.Handle).Refuses(Problems.UnknownRole, Problems.RoleNotForKind, Problems.IdReused, PlatformProblems.NotFound);
        identity.MapDelete("/api-clients/{id}", RevokeApiClient.Handle).Refuses(PlatformProblems.NotFound, Problems.ClientRevoked);

        identity.MapGet("/audit", ListAudit.Handle);
        identity.MapGet("/todo", ListTodo.Handle);
    }

    /// <summary>Addresses other programs know by standard, and one for a gateway in another process.</summary>
    public static void MapStandard(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/.well-known/openid-configuration", Discovery.Document).AllowAnonymous();
        routes.MapGet("/.well-known/jwks.json", Discovery.Keys).AllowAnonymous();
        routes.MapPost("/oauth/token", IssueClientToken.Handle).AllowAnonymous();
        routes.MapPost("/internal/identity/session-ticket", IssueSessionTicket.Handle).AllowAnonymous().ExcludeFromDescription();
    }
}
