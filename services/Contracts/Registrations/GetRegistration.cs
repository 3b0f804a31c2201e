using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Contracts.TechnicalContracts;
using TechMarket.Messages;
using TechMarket.Platform.Security;
using TechMarket.Rules;

namespace TechMarket.Contracts.Registrations;

/// <summary>A party or a competent registrar opens a registration: form, tests, amounts, clock, contract text.</summary>
static class GetRegistration
{
    public sealed record Response(
        Guid Id, uint Version, string State, Guid ContractId, string ContractNumber, int ContractVersion, Guid DealId, string Title, string Category,
        LocalText CategoryName, string ClassR2001, string ClassCivilCode, Guid SellerId, string SellerName, Guid BuyerId, string BuyerName, RegistrationForm Form,
        Guid? AgencyId, string? AgencyName, string? AgencyArea, Clock Clock, DateTimeOffset? SubmittedAt, DateTimeOffset? AcceptedAt, int Filings,
        string? FirstRegistrar, string? SecondRegistrar, IReadOnlyList<Test> Tests, IReadOnlyList<ReviewedItem> Items, Money ContractAmount, Money NonTechAmount,
        Money TechnicalAmount, string ContractAmountWords, string TechnicalAmountWords, bool SecondPersonNeeded, IReadOnlyList<Correction> Corrections, DateTimeOffset? CorrectBy, string? ReasonCode, string? Reason,
        string? Number, string? NationalNumber, string? VerificationCode, DateTimeOffset? RegisteredAt, IReadOnlyList<IpRight> IpRights, ContractContent Content,
        string DocumentSha256, IReadOnlyList<Signature> Signatures, Allowed May, IReadOnlyList<GetContract.HistoryLine> History);

    public sealed record Clock(DateTimeOffset? StartedAt, DateTimeOffset? AmberAt, DateTimeOffset? DueAt, string? Colour);

    /// <summary>A tick box; <c>passed</c> is null until the registrar decided.</summary>
    public sealed record Test(string Code, string Zh, string En, string Source, string ReasonCodeIfFailed, bool Advisory, bool? Passed, string? Note);

    public sealed record Correction(string Code, LocalText Name, string? Note);

    /// <summary>What the caller can do now.</summary>
    public sealed record Allowed(
        bool Fill, bool Submit, bool Take, bool Release, bool Review, bool Confirm, bool SendBack, bool Refuse, bool Cancel, bool RequestReview, bool DecideReview);

    public static async Task<Ok<Response>> Handle(
        RegistrationId id, Caller caller, ContractsDb db, RegionProfile profile, TimeProvider clock, CancellationToken ct)
    {
        var r = await db.Registrations.SingleOrDefaultAsync(x => x.Id == id, ct);
        if (r is null || (r.SellerId != caller.Organisation && r.BuyerId != caller.Organisation && !RegistrarAccess.Competent(r, caller)))
            throw Problems.RegistrationNotFound.Now();
        var contract = await db.Contracts.AsNoTracking().SingleAsync(c => c.Id == r.ContractId, ct);
        var version = await db.Versions.AsNoTracking().SingleAsync(v => v.ContractId == r.ContractId && v.Number == r.ContractVersion, ct);
        var now = clock.GetUtcNow();
        var rules = profile.At(r.AcceptedAt ?? now);
        return TypedResults.Ok(new Response(
            r.Id.Value, RegistrarAccess.VersionOf(db, r), Words.Of(r.State), r.ContractId.Value, r.ContractNumber, r.ContractVersion, r.DealId, r.Title, r.Category,
            CodeLists.ContractCategory.Get(r.Category).Name(), ContractCategories.Classify(r.Category, ClassificationScheme.R2001FourClass).Code,
            ContractCategories.Classify(r.Category, ClassificationScheme.CivilCodeFiveClass).Code, r.SellerId, r.SellerName, r.BuyerId, r.BuyerName, r.Form,
            r.AgencyId, r.AgencyName, r.AgencyArea,
            new Clock(r.ClockStartedAt, r.AmberAt, r.DueAt, r.DueAt is null || !Running(r.State) ? null : DecisionClock.Colour(r.AmberAt, r.DueAt, now)),
            r.SubmittedAt, r.AcceptedAt, r.Filings, r.FirstRegistrar?.Name, r.SecondRegistrar?.Name, Tests(r), r.Items, r.ContractAmount, r.NonTechAmount, r.TechnicalAmount,
            InWords(r.ContractAmount), InWords(r.TechnicalAmount), rules.NeedsSecondPerson(r.TechnicalAmount.Amount),
            [.. r.Corrections.Select(c => new Correction(c.Code, CodeLists.ReturnReason.Get(c.Code).Name(), c.Note))], r.CorrectBy, r.ReasonCode, r.Reason,
            r.Number, r.NationalNumber, r.VerificationCode, r.RegisteredAt, contract.IpRights, version.Content, version.Sha256,
            [.. contract.Signatures.Where(s => s.Version == r.ContractVersion)], MayNow(r, caller, contract),
            await GetContract.History(db, "registration", id.Value, ct)));
    }

    private static string InWords(Money money) => money.Currency == "CNY" ? ChineseAmount.Words(money.Amount) : "";

    private static bool Running(RegistrationState state) =>
        state is RegistrationState.Submitted or RegistrationState.Accepted or RegistrationState.FirstReview or RegistrationState.SecondReview;

    private static IReadOnlyList<Test> Tests(Registration r) =>
    [
        .. Registration.TestsOf(r.Category).Select(t =>
        {
            var tick = r.Ticks.FirstOrDefault(k => k.Code == t.Code);
            return new Test(t.Code, t.Zh, t.En, t.Source, t.ReasonCodeIfFailed, t.Advisory, tick?.Passed, tick?.Note);
        }),
    ];

    private static Allowed MayNow(Registration r, Caller caller, Contract contract)
    {
        var seller = r.SellerId == caller.Organisation && RegistrarAccess.Files(caller).Any(caller.Has);
        var registrar = RegistrarAccess.Competent(r, caller) && r.SellerId != caller.Organisation && r.BuyerId != caller.Organisation;
        var holder = registrar && r.State == RegistrationState.FirstReview && r.HolderId == caller.PersonId;
        var second = registrar && r.State == RegistrationState.SecondReview && r.FirstRegistrar?.PersonId != caller.PersonId;
        var editable = r.State is RegistrationState.Draft or RegistrationState.ReturnedForCorrection;
        return new Allowed(
            Fill: seller && editable,
            Submit: seller && editable,
            Take: registrar && r.State is (RegistrationState.Submitted or RegistrationState.Accepted),
            Release: holder,
            Review: holder,
            Confirm: second,
            SendBack: second,
            Refuse: holder || second,
            Cancel: registrar && r.State == RegistrationState.Registered && contract.State == ContractState.Terminated,
            RequestReview: seller && r.State == RegistrationState.Refused,
            DecideReview: registrar && r.State == RegistrationState.ReviewRequested && (r.SecondRegistrar ?? r.FirstRegistrar)?.PersonId != caller.PersonId);
    }
}
