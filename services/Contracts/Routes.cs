using TechMarket.Contracts.Certificates;
using TechMarket.Contracts.Payments;
using TechMarket.Contracts.Registrations;
using TechMarket.Contracts.TechnicalContracts;
using TechMarket.Contracts.Todo;
using TechMarket.Contracts.Turnover;
using TechMarket.Platform.Problems;
using TechMarket.Platform.Web;

namespace TechMarket.Contracts;

/// <summary>Every address of this service.</summary>
static class Routes
{
    public static void Map(RouteGroupBuilder x)
    {
        x.MapGet("/todo", GetTodo.Handle);

        x.MapGet("/contracts", ListContracts.Handle);
        x.MapGet("/contracts/{id}", GetContract.Handle).Refuses(Problems.NotFound);
        x.MapGet("/contracts/{id}/versions/{version:int}", GetVersion.Handle).Refuses(Problems.NotFound);
        x.MapGet("/contracts/{id}/versions/{version:int}/document", GetDocument.Html).Produces<string>(200, "text/html").Refuses(Problems.NotFound);
        x.MapGet("/contracts/{id}/versions/{version:int}/document.pdf", GetDocument.Pdf).Produces<byte[]>(200, "application/pdf")
            .Refuses(Problems.NotFound, PlatformProblems.PrintingUnavailable);
        x.MapPost("/contracts/{id}/versions", AmendContract.Handle).Refuses(
            Problems.NotFound, Problems.WrongState, Problems.VersionStale, Problems.VersionSigned, Problems.ClauseEmpty, Problems.ItemsDoNotAddUp,
            Problems.MilestonesDoNotAddUp, Problems.AmountsRefused, Problems.CurrencyDiffers, Problems.RegistrationOpen);
        x.MapPost("/contracts/{id}/confirmations", ConfirmContract.Handle).Refuses(Problems.NotFound, Problems.WrongState, Problems.VersionStale);
        x.MapPost("/contracts/{id}/signatures", SignContract.Handle).Refuses(
            Problems.NotFound, Problems.WrongState, Problems.VersionStale, Problems.DocumentDiffers, Problems.CredentialRefused, Problems.ProofUsed, PlatformProblems.NotVerified);
        x.MapPost("/contracts/{id}/void", VoidContract.Handle).Refuses(Problems.NotFound, Problems.WrongState);
        x.MapPost("/contracts/{id}/termination", TerminateContract.Handle).Refuses(Problems.NotFound, Problems.WrongState);
        x.MapPost("/contracts/{id}/completion", CompleteContract.Handle).Refuses(Problems.NotFound, Problems.WrongState);

        x.MapPut("/contracts/{id}/payments/{paymentId}", RecordPayment.Handle).Refuses(
            Problems.NotFound, Problems.WrongState, Problems.PaymentNotFound, Problems.PaymentIdReused, Problems.PaymentExceedsPrice, Problems.PaymentNotPositive, Problems.PaymentInFuture,
            Problems.ReferenceUsed, Problems.MilestoneUnknown, Problems.CurrencyDiffers);
        x.MapPost("/contracts/{id}/payments/{paymentId}/confirmation", ConfirmPayment.Handle).Refuses(
            Problems.NotFound, Problems.PaymentNotFound, Problems.PaymentDecided, Problems.WrongState);
        x.MapPost("/contracts/{id}/payments/{paymentId}/dispute", DisputePayment.Handle).Refuses(Problems.NotFound, Problems.PaymentNotFound, Problems.PaymentDecided);

        x.MapPost("/contracts/{id}/registration", StartRegistration.Handle).Refuses(Problems.NotFound, Problems.ContractNotEffective);
        x.MapGet("/registrations", ListRegistrations.Handle);
        x.MapGet("/registrations/queue", ListQueue.Handle);
        x.MapGet("/registrations/{id}", GetRegistration.Handle).Refuses(Problems.RegistrationNotFound);
        x.MapPut("/registrations/{id}/form", FillRegistration.Handle).Refuses(
            Problems.RegistrationNotFound, Problems.RegistrationWrongState, Problems.CodeUnknown, PlatformProblems.ChangedMeanwhile);
        x.MapGet("/registrations/{id}/pre-check", CheckRegistration.Handle).Refuses(Problems.RegistrationNotFound);
        x.MapPost("/registrations/{id}/submission", SubmitRegistration.Handle).Refuses(
            Problems.RegistrationNotFound, Problems.RegistrationWrongState, Problems.PreCheckBlocks, Problems.NoAgency, PlatformProblems.ChangedMeanwhile, PlatformProblems.NotVerified);
        x.MapPost("/registrations/{id}/take", TakeRegistration.Handle).Refuses(
            Problems.RegistrationNotFound, Problems.RegistrationWrongState, Problems.RegistrarIsParty, PlatformProblems.ChangedMeanwhile);
        x.MapPost("/registrations/{id}/release", ReleaseRegistration.Handle).Refuses(
            Problems.RegistrationNotFound, Problems.RegistrationWrongState, Problems.NotYourCase, PlatformProblems.ChangedMeanwhile);
        x.MapPut("/registrations/{id}/review", ReviewRegistration.Handle).Refuses(
            Problems.RegistrationNotFound, Problems.RegistrationWrongState, Problems.NotYourCase, Problems.TestUnknown, Problems.ItemsDoNotAddUp, Problems.AmountsRefused,
            Problems.CurrencyDiffers, Problems.ReasonNeeded, PlatformProblems.ChangedMeanwhile);
        x.MapPost("/registrations/{id}/amounts", ItemAmounts.Handle).Refuses(
            Problems.RegistrationNotFound, Problems.ItemsDoNotAddUp, Problems.AmountsRefused, Problems.CurrencyDiffers, Problems.ReasonNeeded);
        x.MapPost("/registrations/{id}/return", ReturnRegistration.Handle).Refuses(
            Problems.RegistrationNotFound, Problems.RegistrationWrongState, Problems.NotYourCase, Problems.CodeUnknown, PlatformProblems.ChangedMeanwhile);
        x.MapPost("/registrations/{id}/approval", ApproveRegistration.Handle).Refuses(
            Problems.RegistrationNotFound, Problems.RegistrationWrongState, Problems.NotYourCase, Problems.TestsOpen, Problems.ContractNotEffective, Problems.NationalNumberUnfit,
            Problems.NationalNumberUsed, PlatformProblems.ChangedMeanwhile);
        x.MapPost("/registrations/{id}/second-approval", ConfirmRegistration.Handle).Refuses(
            Problems.RegistrationNotFound, Problems.RegistrationWrongState, Problems.SameRegistrar, Problems.RegistrarIsParty, Problems.ContractNotEffective, Problems.NationalNumberUnfit,
            Problems.NationalNumberUsed, PlatformProblems.ChangedMeanwhile);
        x.MapPost("/registrations/{id}/send-back", SendBackRegistration.Handle).Refuses(
            Problems.RegistrationNotFound, Problems.RegistrationWrongState, Problems.SameRegistrar, Problems.RegistrarIsParty, PlatformProblems.ChangedMeanwhile);
        x.MapPost("/registrations/{id}/refusal", RefuseRegistration.Handle).Refuses(
            Problems.RegistrationNotFound, Problems.RegistrationWrongState, Problems.NotYourCase, Problems.SameRegistrar, Problems.CodeUnknown, PlatformProblems.ChangedMeanwhile);
        x.MapPost("/registrations/{id}/cancellation", CancelRegistration.Handle).Refuses(
            Problems.RegistrationNotFound, Problems.RegistrationWrongState, Problems.ContractStillRuns, PlatformProblems.ChangedMeanwhile);
        x.MapPost("/registrations/{id}/review-request", RequestReview.Handle).Refuses(
            Problems.RegistrationNotFound, Problems.RegistrationWrongState, Problems.RegistrationOpen, PlatformProblems.ChangedMeanwhile);
        x.MapPost("/registrations/{id}/review-decision", DecideReview.Handle).Refuses(
            Problems.RegistrationNotFound, Problems.RegistrationWrongState, Problems.SameRegistrar, PlatformProblems.ChangedMeanwhile);

        x.MapGet("/registrations/{id}/certificate", GetCertificate.Html).Produces<string>(200, "text/html").Refuses(Problems.RegistrationNotFound, Problems.NotRegistered);
        x.MapGet("/registrations/{id}/certificate.pdf", GetCertificate.Pdf).Produces<byte[]>(200, "application/pdf")
            .Refuses(Problems.RegistrationNotFound, Problems.NotRegistered, PlatformProblems.PrintingUnavailable);
        x.MapGet("/verify/{code}", VerifyCertificate.Handle).Refuses(Problems.CodeNotFound).AllowAnonymous();

        x.MapGet("/turnover", GetTurnover.Handle).Refuses(Problems.AreaUnknown, Problems.AreaNotYours);
        x.MapGet("/turnover/contracts", ListTurnoverContracts.Handle).Refuses(Problems.AreaUnknown, Problems.AreaNotYours);
        x.MapGet("/turnover/export", ExportTurnover.Handle).Produces<byte[]>(200, Platform.Documents.Spreadsheet.ContentType).Refuses(Problems.AreaUnknown, Problems.AreaNotYours);
        x.MapPut("/turnover/targets", SetTurnoverTarget.Handle).Refuses(Problems.TargetNotPositive, Problems.AreaUnknown, Problems.AreaNotYours);
        x.MapGet("/turnover/summary", GetTurnoverSummary.Handle).AllowAnonymous();
        x.MapGet("/turnover/public", GetPublicStatistics.Handle).AllowAnonymous();
    }
}
