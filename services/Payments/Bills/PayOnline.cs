using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Payments.Providers;
using TechMarket.Platform.Documents;
using TechMarket.Platform.Security;

namespace TechMarket.Payments.Bills;

/// <summary>A payer's try to pay a bill online. Its id is the provider's key, so that asking again is the same payment.</summary>
sealed class PaymentAttempt
{
    private PaymentAttempt()
    {
    }

    public PaymentAttempt(Guid id, BillId billId, PaymentMethod method, Guid startedById, DateTimeOffset now) =>
        (Id, BillId, Method, StartedById, StartedAt) = (id, billId, method, startedById, now);

    public Guid Id { get; private set; }
    public BillId BillId { get; private set; }
    public PaymentMethod Method { get; private set; }
    public Guid StartedById { get; private set; }
    public DateTimeOffset StartedAt { get; private set; }
    public string? ProviderReference { get; private set; }

    public void Begun(string reference) => ProviderReference = reference;
}

/// <summary>A payer pays a bill through the online provider: by card, Alipay or WeChat Pay. It counts when the provider reports it, never before.</summary>
static class PayOnline
{
    public sealed record Request(Guid Id, PaymentMethod Method);

    /// <param name="RedirectUrl">The provider's page to go on to.</param>
    /// <param name="QrText">What the code to scan says; with it the code itself.</param>
    public sealed record Response(Guid Id, string? RedirectUrl, string? QrText, string? QrSvg);

    public static async Task<Ok<Response>> Handle(
        BillId id, Request request, Caller caller, PaymentsDb db, IEnumerable<IOnlineProvider> providers, TimeProvider clock, CancellationToken ct)
    {
        var own = caller.OrganisationId;
        var bill = await db.Bills.AsNoTracking().SingleOrDefaultAsync(b => b.Id == id && b.PayerId == own, ct) ?? throw Problems.BillNotFound.Now();
        caller.Require(Roles.Purchaser, Roles.Finance);
        if (bill.State != BillState.Open) throw Problems.BillClosed.With(("state", bill.State));
        var now = clock.GetUtcNow();
        var provider = providers.FirstOrDefault(p => p.Offered && p.MethodsFor(bill).Contains(request.Method));
        if (provider is null || bill.DueAt < now || await db.ReceivedFor(id, ct) > 0) throw Problems.MethodNotOffered.With(("method", request.Method));
        var attempt = await db.Attempts.SingleOrDefaultAsync(a => a.Id == request.Id, ct);
        if (attempt is not null && (attempt.BillId != id || attempt.Method != request.Method)) throw Problems.AttemptIdReused.Now();
        if (attempt is null)
        {
            // Kept before the provider hears of it: whatever happens next, the same id asks for the same payment.
            db.Attempts.Add(attempt = new PaymentAttempt(request.Id, id, request.Method, caller.PersonId, now));
            await db.SaveChangesAsync(ct);
        }
        var start = await provider.Start(attempt.Id, bill, request.Method, ct);
        attempt.Begun(start.ProviderReference);
        db.Audit(caller, "bill", id.Value, "pay-online", data: new { request.Method, start.ProviderReference });
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(new Response(attempt.Id, start.RedirectUrl, start.QrText, start.QrText is { } text ? QrCode.Svg(text) : null));
    }
}
