using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Contracts.Payments;
using TechMarket.Contracts.Registrations;
using TechMarket.Contracts.TechnicalContracts;
using TechMarket.Platform.Security;
using TechMarket.Rules;

namespace TechMarket.Contracts.Todo;

/// <summary>What waits for the caller here: to confirm, sign, register, correct, judge.</summary>
static class GetTodo
{
    public sealed record Response(IReadOnlyList<Item> Items);

    /// <param name="Kind">The web translates it under <c>todo.&lt;kind&gt;</c>.</param>
    public sealed record Item(
        Guid Id, string Kind, string Title, string? Subject, string? Number, DateTimeOffset WaitingSince, DateTimeOffset? DueAt, string Link);

    private static readonly RegistrationState[] AtTheAgency =
        [RegistrationState.Submitted, RegistrationState.Accepted, RegistrationState.FirstReview, RegistrationState.SecondReview, RegistrationState.ReviewRequested];

    private static readonly RegistrationState[] Waiting = [RegistrationState.Draft, RegistrationState.ReturnedForCorrection];

    public static async Task<Ok<Response>> Handle(Caller caller, ContractsDb db, RegionProfile profile, CancellationToken ct)
    {
        if (caller.Organisation is not { } me) return TypedResults.Ok(new Response([]));
        var items = new List<Item>();
        if (caller.OrganisationKind == OrganisationKinds.Bureau)
        {
            if (caller.Has(Roles.Registrar)) items.AddRange(await ForRegistrar(db, caller, ct));
        }
        else
        {
            items.AddRange(await ForParty(db, caller, me, profile, ct));
        }
        return TypedResults.Ok(new Response([.. items.OrderBy(i => i.DueAt ?? DateTimeOffset.MaxValue).ThenBy(i => i.WaitingSince)]));
    }

    private static async Task<IEnumerable<Item>> ForRegistrar(ContractsDb db, Caller caller, CancellationToken ct)
    {
        var waiting = await ListQueue.InArea(db.Registrations.AsNoTracking(), caller.AreaCode).Where(r => AtTheAgency.Contains(r.State)).ToListAsync(ct);
        return waiting.Where(r => r.SellerId != caller.Organisation && r.BuyerId != caller.Organisation).Select(r => (Registration: r, Kind: r.State switch
        {
            RegistrationState.Submitted or RegistrationState.Accepted => "contracts-registration-take",
            RegistrationState.FirstReview => r.HolderId == caller.PersonId ? "contracts-registration-review" : null,
            RegistrationState.SecondReview => r.FirstRegistrar?.PersonId == caller.PersonId ? null : "contracts-registration-confirm",
            _ => (r.SecondRegistrar ?? r.FirstRegistrar)?.PersonId == caller.PersonId ? null : "contracts-review-decide",
        })).Where(x => x.Kind is not null).Select(x => new Item(
            x.Registration.Id.Value, x.Kind!, x.Registration.Title, x.Registration.SellerName, x.Registration.ContractNumber, x.Registration.ChangedAt, x.Registration.DueAt,
            $"/workbench/contracts/registrations/{x.Registration.Id}/desk"));
    }

    private static async Task<IEnumerable<Item>> ForParty(ContractsDb db, Caller caller, Guid me, RegionProfile profile, CancellationToken ct)
    {
        // Only what can wait for somebody: a registered, running contract waits for nobody.
        var contracts = await db.Contracts.AsNoTracking().Where(c => (c.SellerId == me || c.BuyerId == me) && c.State != ContractState.Void && c.State != ContractState.Terminated)
            .Where(c => c.EffectiveVersion != c.Version || c.Termination != null
                || db.Payments.Any(p => p.ContractId == c.Id && p.State == PaymentState.Recorded)
                || (c.SellerId == me && !db.Registrations.Any(r => r.ContractId == c.Id && !Waiting.Contains(r.State))))
            .ToListAsync(ct);
        var ids = contracts.Select(c => c.Id).ToList();
        var registrations = (await db.Registrations.AsNoTracking().Where(r => r.SellerId == me && ids.Contains(r.ContractId)).ToListAsync(ct)).ToLookup(r => r.ContractId);
        var payments = (await db.Payments.AsNoTracking().Where(p => p.State == PaymentState.Recorded && db.Contracts.Any(c => c.Id == p.ContractId && c.BuyerId == me)).ToListAsync(ct)).ToLookup(p => p.ContractId);
        return contracts.SelectMany(c => Of(c, caller, [.. registrations[c.Id]], [.. payments[c.Id]], profile));
    }

    private static IEnumerable<Item> Of(Contract c, Caller caller, List<Registration> registrations, List<Payment> payments, RegionProfile profile)
    {
        var side = c.SideOf(caller.Organisation)!.Value;
        var other = c.PartyOf(side == Side.Seller ? Side.Buyer : Side.Seller).Name;
        var link = $"/workbench/contracts/{c.Id}";
        var drafts = PartyAccess.MayDraft(c, side, caller);
        var agreeing = c.State is ContractState.Draft or ContractState.InternalReview or ContractState.Amended;
        if (drafts && agreeing && !c.HasConfirmed(side) && c.Version != c.EffectiveVersion)
            yield return new Item(c.Id.Value, "contracts-confirm", c.Title, other, c.Number, c.ChangedAt, c.SignBy, link);
        if (PartyAccess.MaySign(c, side, caller) && c.AwaitsSignatures && !c.HasSigned(side))
            yield return new Item(c.Id.Value, "contracts-sign", c.Title, other, c.Number, c.ChangedAt, c.SignBy, link);
        if (PartyAccess.MaySign(c, side, caller) && c.Termination is { } proposal && proposal.Side != side)
            yield return new Item(c.Id.Value, "contracts-termination", c.Title, other, c.Number, proposal.At, null, link);
        if (drafts)
        {
            foreach (var payment in payments)
                yield return new Item(payment.Id.Value, "contracts-payment-confirm", c.Title, payment.BankReference, c.Number, payment.RecordedAt, null, link);
        }
        if (side != Side.Seller || !drafts) yield break;
        var newest = registrations.MaxBy(r => r.CreatedAt);
        if (c.InForce && newest is null)
            yield return new Item(
                c.Id.Value, "contracts-register", c.Title, other, c.Number, c.EffectiveAt!.Value,
                profile.At(c.EffectiveAt.Value).ReminderToRegister.EndFrom(c.EffectiveAt.Value, WorkingCalendar.China), link);
        if (newest is { State: RegistrationState.Draft })
            yield return new Item(newest.Id.Value, "contracts-registration-submit", c.Title, other, c.Number, newest.ChangedAt, null, $"/workbench/contracts/registrations/{newest.Id}");
        if (newest is { State: RegistrationState.ReturnedForCorrection })
            yield return new Item(newest.Id.Value, "contracts-registration-correct", c.Title, newest.AgencyName, c.Number, newest.ChangedAt, newest.CorrectBy, $"/workbench/contracts/registrations/{newest.Id}");
    }
}
