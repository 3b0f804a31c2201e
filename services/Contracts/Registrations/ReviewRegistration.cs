using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Messages;
using TechMarket.Platform.Security;
using TechMarket.Rules;

namespace TechMarket.Contracts.Registrations;

/// <summary>The registrar ticks the category's tests and itemises the amounts; the server computes both amounts.</summary>
static class ReviewRegistration
{
    public sealed record Request(
        uint Version, [property: MaxLength(60)] IReadOnlyList<Tick> Ticks, [property: MinLength(1), MaxLength(100)] IReadOnlyList<ItemAmounts.Item> Items);

    public sealed record Tick([property: Required, StringLength(20)] string Code, bool Passed, [property: StringLength(500)] string? Note = null);

    public sealed record Response(uint Version, Money ContractAmount, Money NonTechAmount, Money TechnicalAmount, bool SecondPersonNeeded, DateTimeOffset? DueAt);

    public static async Task<Ok<Response>> Handle(
        RegistrationId id, Request request, Caller caller, ContractsDb db, RegionProfile profile, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var registration = await RegistrarAccess.LockFor(db, id, request.Version, caller, ct);
        var rules = profile.At(registration.AcceptedAt ?? now);
        registration.Review(
            caller.PersonId, [.. request.Ticks.Select(t => new TestTick(t.Code, t.Passed, t.Note))], ItemAmounts.Read(request.Items), rules, WorkingCalendar.China, now);
        db.Audit(caller, "registration", id.Value, "review", data: new { registration.Ticks, registration.Items, registration.TechnicalAmount }, retention: "permanent");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(new Response(
            RegistrarAccess.VersionOf(db, registration), registration.ContractAmount, registration.NonTechAmount, registration.TechnicalAmount,
            rules.NeedsSecondPerson(registration.TechnicalAmount.Amount), registration.DueAt));
    }
}

/// <summary>The amounts of some items, computed while the registrar types; nothing is kept.</summary>
static class ItemAmounts
{
    public sealed record Request([property: MinLength(1), MaxLength(100)] IReadOnlyList<Item> Items);

    /// <param name="AcceptedQuantity">Of a carrier: how many count as reasonable .</param>
    public sealed record Item(
        [property: Required, StringLength(200, MinimumLength = 1)] string Title, Money Amount, bool IsTechnical, CarrierKind? Carrier = null,
        [property: Range(1, 1_000_000)] int Quantity = 1, [property: Range(0, 1_000_000)] int? AcceptedQuantity = null, [property: StringLength(500)] string? Reason = null);

    public sealed record Response(Money ContractAmount, Money NonTechAmount, Money TechnicalAmount, bool SecondPersonNeeded);

    public static async Task<Ok<Response>> Handle(
        RegistrationId id, Request request, Caller caller, ContractsDb db, RegionProfile profile, TimeProvider clock, CancellationToken ct)
    {
        caller.RequireBureau(Roles.Registrar);
        var registration = await db.Registrations.FindAsync([id], ct);
        if (registration is null || !RegistrarAccess.Competent(registration, caller)) throw Problems.RegistrationNotFound.Now();
        var amounts = Registration.Amounts(registration.ContractAmount, Read(request.Items));
        var currency = registration.ContractAmount.Currency;
        return TypedResults.Ok(new Response(
            registration.ContractAmount, new Money(amounts.NonTechAmount, currency), new Money(amounts.TechnicalAmount, currency),
            profile.At(registration.AcceptedAt ?? clock.GetUtcNow()).NeedsSecondPerson(amounts.TechnicalAmount)));
    }

    public static IReadOnlyList<ReviewedItem> Read(IReadOnlyList<Item> items) =>
    [
        .. items.Select(i => new ReviewedItem(
            i.Title.Trim(), i.Amount, i.IsTechnical, i.IsTechnical ? null : i.Carrier, i.Quantity, i.IsTechnical || i.Carrier is null ? null : i.AcceptedQuantity, i.Reason?.Trim())),
    ];
}
