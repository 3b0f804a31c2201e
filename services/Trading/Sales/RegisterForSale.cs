using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using TechMarket.Messages;
using TechMarket.Platform.Files;
using TechMarket.Platform.Security;
using TechMarket.Rules;

namespace TechMarket.Trading.Sales;

/// <summary>A party registers to take part and accepts the announced terms; its deposit is demanded. Sent again, it states anew.</summary>
static class RegisterForSale
{
    /// <param name="Statement">How it meets the announced conditions.</param>
    /// <param name="RelatedParty">It is related to the seller or the inventors.</param>
    /// <param name="PriorityBasis">The announced right of first refusal it claims.</param>
    public sealed record Request(
        bool AcceptsTerms, [StringLength(4000, MinimumLength = 2)] string Statement, bool RelatedParty, [StringLength(100, MinimumLength = 2)] string ContactName,
        [StringLength(50, MinimumLength = 5)] string ContactPhone, [StringLength(2000)] string? RelatedStatement = null,
        [StringLength(500)] string? PriorityBasis = null);

    public static async Task<Ok<GetRegistration.Response>> Handle(
        SaleId id, Request request, Caller caller, TradingDb db, TimeProvider clock, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var sale = await db.LockSaleForParty(id, caller, ct);
        if (!request.AcceptsTerms) throw Problems.TermsNotAccepted.Now();
        var now = clock.GetUtcNow();
        var registration = new Registration(
            request.Statement.Trim(), request.RelatedParty, request.RelatedParty ? request.RelatedStatement : null,
            string.IsNullOrWhiteSpace(request.PriorityBasis) ? null : request.PriorityBasis.Trim(), request.ContactName.Trim(), request.ContactPhone.Trim());
        var version = sale.Version;
        var (party, demanded) = sale.Register(new SalePartyId(Guid.CreateVersion7()), Guid.CreateVersion7(), caller.AsParty(), registration, now);
        if (sale.Version != version)
        {
            if (demanded)
            {
                db.Publish(new DepositDemanded(
                    party.DepositId!.Value, id.Value, sale.Number, sale.Subject.AchievementTitle, sale.SellerId, party.OrganisationId, party.Name, party.Deposit!,
                    party.DepositDueAt!.Value, now));
                db.Publish(new SalePartyChanged(
                    id.Value, sale.Number, sale.Subject.AchievementTitle, sale.SellerId, party.OrganisationId, party.Name, "REGISTERED", null, now));
            }
            db.Audit(caller, "sale-party", party.Id.Value, demanded ? "registered" : "restated", null, party.State.ToString(), sale.Number, registration, "5y");
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }
        return TypedResults.Ok(GetRegistration.View(sale, caller, now));
    }
}

/// <summary>A party takes its registration back while registration is open; its deposit goes back.</summary>
static class WithdrawRegistration
{
    public sealed record Request([StringLength(1000, MinimumLength = 2)] string Reason);

    public static async Task<Ok<GetRegistration.Response>> Handle(
        SaleId id, Request request, Caller caller, TradingDb db, RegionProfile profile, TimeProvider clock, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var sale = await db.LockSaleForParty(id, caller, ct);
        var party = sale.PartyFor(caller.OrganisationId) ?? throw Problems.SalePartyNotFound.Now();
        var now = clock.GetUtcNow();
        var from = party.State;
        sale.LeaveParty(party, request.Reason.Trim(), now);
        db.PublishParties(sale, profile.At(now), now);
        db.Audit(caller, "sale-party", party.Id.Value, "withdrawn", from.ToString(), party.State.ToString(), request.Reason, retention: "5y");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(GetRegistration.View(sale, caller, now));
    }
}

/// <summary>A party hands in a document for its qualification.</summary>
static class AddPartyDocument
{
    public static async Task<Ok<GetRegistration.Response>> Handle(
        SaleId id, IFormFile file, [FromForm, StringLength(200, MinimumLength = 1)] string title, Caller caller, TradingDb db, FileStore store,
        TimeProvider clock, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var sale = await db.LockSaleForParty(id, caller, ct);
        var party = sale.PartyFor(caller.OrganisationId) ?? throw Problems.SalePartyNotFound.Now();
        var now = clock.GetUtcNow();
        await using var content = file.OpenReadStream();
        var saved = await store.Save(file.FileName, content, ct);
        sale.KeepPartyDocuments(party, [.. party.Documents, new SaleDocument(saved, title.Trim(), now)], now);
        db.Audit(caller, "sale-party", party.Id.Value, "document-added", party.State.ToString(), party.State.ToString(), title, new { saved.Sha256 }, "5y");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(GetRegistration.View(sale, caller, now));
    }
}

/// <summary>A party takes a document back before it is decided on.</summary>
static class RemovePartyDocument
{
    public static async Task<Ok<GetRegistration.Response>> Handle(SaleId id, Guid fileId, Caller caller, TradingDb db, TimeProvider clock, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var sale = await db.LockSaleForParty(id, caller, ct);
        var party = sale.PartyFor(caller.OrganisationId) ?? throw Problems.SalePartyNotFound.Now();
        if (party.Documents.All(d => d.File.Id != fileId)) throw Problems.SaleDocumentNotFound.Now();
        var now = clock.GetUtcNow();
        sale.KeepPartyDocuments(party, [.. party.Documents.Where(d => d.File.Id != fileId)], now);
        db.Audit(caller, "sale-party", party.Id.Value, "document-removed", party.State.ToString(), party.State.ToString(), data: fileId, retention: "5y");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(GetRegistration.View(sale, caller, now));
    }
}
