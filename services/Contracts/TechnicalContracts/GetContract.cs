using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Contracts.Payments;
using TechMarket.Contracts.Registrations;
using TechMarket.Messages;
using TechMarket.Platform.Security;
using TechMarket.Rules;

namespace TechMarket.Contracts.TechnicalContracts;

/// <summary>A party opens one of its contracts.</summary>
static class GetContract
{
    public sealed record Response(
        Guid Id, string Number, Guid DealId, string DealNumber, Guid? NegotiationId, Guid AchievementId, string AchievementNumber, string AchievementTitle, string Title,
        string State, int Version, int? EffectiveVersion, string Category, LocalText CategoryName, string ClassR2001, string ClassCivilCode, string FieldCode,
        Money Price, string PriceWords, DealTerms Terms, bool RelatedParty, PartyView Seller, PartyView Buyer, IReadOnlyList<IpRight> IpRights,
        ContractContent Content, AmountsView Amounts, string DocumentSha256, IReadOnlyList<ConfirmationView> Confirmations, IReadOnlyList<Signature> Signatures,
        IReadOnlyList<PaymentView> Payments, Money Received, TerminationProposal? Termination, RegistrationLink? Registration, string MySide, Allowed May,
        DateTimeOffset DraftedAt, DateTimeOffset? SignBy, DateTimeOffset? EffectiveAt, IReadOnlyList<HistoryLine> History);

    public sealed record PartyView(Guid OrganisationId, string Name, string Kind, string? CreditCode, string? Nature, string? AreaCode, LocalText Role, LocalText? Area);

    public sealed record AmountsView(Money ContractAmount, Money NonTechAmount, Money TechnicalAmount);

    public sealed record ConfirmationView(string Side, int Version, string PersonName, DateTimeOffset At);

    public sealed record PaymentView(
        Guid Id, Money Amount, string BankReference, DateOnly ReceivedOn, int? Milestone, string State, string? Reason, string RecordedBy, DateTimeOffset RecordedAt,
        string? DecidedBy, DateTimeOffset? DecidedAt);

    public sealed record RegistrationLink(Guid Id, string State, string? Number, string? VerificationCode, DateTimeOffset? RegisteredAt);

    /// <summary>What the caller can do now.</summary>
    public sealed record Allowed(bool Amend, bool Confirm, bool Sign, bool Void, bool Terminate, bool Complete, bool RecordPayment, bool ConfirmPayment, bool Register);

    public sealed record HistoryLine(DateTimeOffset At, string Action, string? From, string? To, string? PersonName, string? OrganisationName, string? Reason);

    public static async Task<Ok<Response>> Handle(ContractId id, Caller caller, ContractsDb db, CancellationToken ct)
    {
        var contract = await db.Contracts.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, ct);
        var side = PartyAccess.Of(contract, caller);
        var version = await db.Versions.AsNoTracking().SingleAsync(v => v.ContractId == id && v.Number == contract!.Version, ct);
        var payments = await db.Payments.AsNoTracking().Where(p => p.ContractId == id).OrderBy(p => p.RecordedAt).ToListAsync(ct);
        var registration = await db.Registrations.AsNoTracking().Where(r => r.ContractId == id).OrderByDescending(r => r.CreatedAt).FirstOrDefaultAsync(ct);
        return TypedResults.Ok(View(contract!, version, payments, registration, side, caller, await History(db, "contract", id.Value, ct)));
    }

    /// <summary>What the audit trail says of one subject, newest last.</summary>
    public static async Task<IReadOnlyList<HistoryLine>> History(ContractsDb db, string subjectKind, Guid subjectId, CancellationToken ct) =>
        await db.AuditTrail.AsNoTracking().Where(a => a.SubjectKind == subjectKind && a.SubjectId == subjectId).OrderBy(a => a.Sequence)
            .Select(a => new HistoryLine(a.At, a.Action, a.FromState, a.ToState, a.PersonName, a.OrganisationName, a.Reason)).ToListAsync(ct);

    private static Response View(
        Contract c, ContractVersion version, List<Payment> payments, Registration? registration, Side side, Caller caller, IReadOnlyList<HistoryLine> history)
    {
        var amounts = Contract.Amounts(c.Price.Amount, version.Content.LineItems);
        var currency = c.Price.Currency;
        return new Response(
            c.Id.Value, c.Number, c.DealId, c.DealNumber, c.NegotiationId, c.AchievementId, c.AchievementNumber, c.AchievementTitle, c.Title, Words.Of(c.State), c.Version,
            c.EffectiveVersion, c.Category, CodeLists.ContractCategory.Get(c.Category).Name(),
            ContractCategories.Classify(c.Category, ClassificationScheme.R2001FourClass).Code,
            ContractCategories.Classify(c.Category, ClassificationScheme.CivilCodeFiveClass).Code, c.FieldCode, c.Price,
            currency == "CNY" ? ChineseAmount.Words(c.Price.Amount) : "", c.Terms, c.RelatedParty, Party(c, Side.Seller), Party(c, Side.Buyer), c.IpRights, version.Content,
            new AmountsView(c.Price, new Money(amounts.NonTechAmount, currency), new Money(amounts.TechnicalAmount, currency)), version.Sha256,
            [.. c.Confirmations.Select(k => new ConfirmationView(Words.Of(k.Side), k.Version, k.PersonName, k.At))], c.Signatures,
            [.. payments.Select(p => new PaymentView(
                p.Id.Value, p.Amount, p.BankReference, p.ReceivedOn, p.Milestone, Words.Of(p.State), p.Reason, p.RecordedBy, p.RecordedAt, p.DecidedBy, p.DecidedAt))],
            new Money(payments.Where(p => p.State == PaymentState.Confirmed).Sum(p => p.Amount.Amount), currency), c.Termination,
            registration is { } r ? new RegistrationLink(r.Id.Value, Words.Of(r.State), r.Number, r.VerificationCode, r.RegisteredAt) : null,
            Words.Of(side), MayNow(c, side, caller, registration), c.DraftedAt, c.SignBy, c.EffectiveAt, history);
    }

    private static PartyView Party(Contract c, Side side)
    {
        var party = c.PartyOf(side);
        return new PartyView(
            party.OrganisationId, party.Name, party.Kind, party.CreditCode, party.Nature, party.AreaCode, PartyRoles.Of(side, c.Category), Areas.FullName(party.AreaCode));
    }

    private static Allowed MayNow(Contract c, Side side, Caller caller, Registration? registration)
    {
        var drafts = PartyAccess.MayDraft(c, side, caller);
        var signs = PartyAccess.MaySign(c, side, caller);
        var open = c.State is ContractState.Draft or ContractState.InternalReview or ContractState.Signing;
        var running = c.State is ContractState.Effective or ContractState.Performing or ContractState.Amended;
        var unregistered = registration is null or { State: RegistrationState.Refused or RegistrationState.Cancelled };
        var free = registration is null || Registration.LetGo.Contains(registration.State);
        var unsigned = !c.Signatures.Any(s => s.Version == c.Version) || c.State != ContractState.Signing;
        return new Allowed(
            Amend: drafts && unsigned && (open || (running && free)),
            Confirm: drafts && !c.HasConfirmed(side) && (open || c.State == ContractState.Amended),
            Sign: signs && c.AwaitsSignatures && !c.HasSigned(side),
            Void: signs && open,
            Terminate: signs && running && c.Termination?.Side != side,
            Complete: drafts && side == Side.Buyer && c.State is (ContractState.Effective or ContractState.Performing),
            RecordPayment: drafts && side == Side.Seller && running,
            ConfirmPayment: drafts && side == Side.Buyer && c.State != ContractState.Void,
            Register: drafts && side == Side.Seller && c.InForce && unregistered);
    }
}
