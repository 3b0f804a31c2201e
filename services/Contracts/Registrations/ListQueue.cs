using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Messages;
using TechMarket.Platform.Security;

namespace TechMarket.Contracts.Registrations;

/// <summary>The registrars' queue: what is due first comes first, with its clock.</summary>
static class ListQueue
{
    public sealed record Response(IReadOnlyList<Row> Items, int Total, int Page, int Size, Counts Counts);

    /// <summary>How much waits at each step in the caller's area.</summary>
    public sealed record Counts(int Submitted, int Accepted, int FirstReview, int SecondReview, int Returned, int ReviewRequested, int Amber, int Red);

    public sealed record Row(
        Guid Id, uint Version, string ContractNumber, string Title, string Category, string State, string SellerName, string BuyerName, string? AgencyName,
        Money ContractAmount, Money TechnicalAmount, DateTimeOffset? SubmittedAt, DateTimeOffset? AmberAt, DateTimeOffset? DueAt, string? Colour, string? Registrar,
        bool Mine, string? Number, DateTimeOffset? RegisteredAt);

    private static readonly RegistrationState[] Waiting =
    [
        RegistrationState.Submitted, RegistrationState.Accepted, RegistrationState.FirstReview, RegistrationState.SecondReview, RegistrationState.ReviewRequested,
    ];

    /// <param name="state">One state, OPEN for all that waits for the agency (the default), or ALL.</param>
    /// <param name="clock">GREEN, AMBER or RED.</param>
    public static async Task<Ok<Response>> Handle(
        Caller caller, ContractsDb db, TimeProvider time, CancellationToken ct, [StringLength(30)] string? state = null, [StringLength(10)] string? clock = null,
        [StringLength(10)] string? category = null, [StringLength(100)] string? q = null, bool mine = false, [Range(1, 100_000)] int page = 1, [Range(1, 100)] int size = 20)
    {
        caller.RequireBureau(Roles.Registrar);
        var now = time.GetUtcNow();
        var all = InArea(db.Registrations.AsNoTracking(), caller.AreaCode).Where(r => r.State != RegistrationState.Draft);
        var rows = state == "ALL" ? all
            : Words.Read<RegistrationState>(state) is { } wanted ? all.Where(r => r.State == wanted)
            : all.Where(r => Waiting.Contains(r.State));
        if (clock == "RED") rows = rows.Where(r => r.DueAt <= now && Waiting.Contains(r.State));
        if (clock == "AMBER") rows = rows.Where(r => r.AmberAt <= now && r.DueAt > now && Waiting.Contains(r.State));
        if (clock == "GREEN") rows = rows.Where(r => r.AmberAt > now && Waiting.Contains(r.State));
        if (category is { Length: > 0 }) rows = rows.Where(r => r.Category.StartsWith(category));
        if (mine) rows = rows.Where(r => r.HolderId == caller.PersonId);
        if (!string.IsNullOrWhiteSpace(q))
        {
            var like = "%" + q.Trim().Replace("%", "\\%").Replace("_", "\\_") + "%";
            rows = rows.Where(r => EF.Functions.ILike(r.Title, like) || EF.Functions.ILike(r.SellerName, like) || EF.Functions.ILike(r.BuyerName, like) || r.ContractNumber == q || r.Number == q);
        }
        var total = await rows.CountAsync(ct);
        var found = await rows.OrderBy(r => r.DueAt == null).ThenBy(r => r.DueAt).ThenBy(r => r.SubmittedAt).ThenBy(r => r.Id)
            .Skip((page - 1) * size).Take(size).Select(r => new { r, Version = EF.Property<uint>(r, "xmin") }).ToListAsync(ct);
        return TypedResults.Ok(new Response([.. found.Select(f => RowOf(f.r, f.Version, caller, now))], total, page, size, await CountsOf(all, now, ct)));
    }

    /// <summary>Registrations of sellers whose seat lies in the area.</summary>
    public static IQueryable<Registration> InArea(IQueryable<Registration> registrations, string? areaCode)
    {
        if (areaCode is null) return registrations.Where(r => false);
        var prefix = AreaPrefix.Of(areaCode);
        return registrations.Where(r => r.SellerArea != null && r.SellerArea.StartsWith(prefix));
    }

    private static async Task<Counts> CountsOf(IQueryable<Registration> all, DateTimeOffset now, CancellationToken ct)
    {
        var states = await all.GroupBy(r => r.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var amber = await all.CountAsync(r => r.AmberAt <= now && r.DueAt > now && Waiting.Contains(r.State), ct);
        var red = await all.CountAsync(r => r.DueAt <= now && Waiting.Contains(r.State), ct);
        int Of(RegistrationState state) => states.GetValueOrDefault(state);
        return new Counts(
            Of(RegistrationState.Submitted), Of(RegistrationState.Accepted), Of(RegistrationState.FirstReview), Of(RegistrationState.SecondReview),
            Of(RegistrationState.ReturnedForCorrection), Of(RegistrationState.ReviewRequested), amber, red);
    }

    private static Row RowOf(Registration r, uint version, Caller caller, DateTimeOffset now) => new(
        r.Id.Value, version, r.ContractNumber, r.Title, r.Category, Words.Of(r.State), r.SellerName, r.BuyerName, r.AgencyName, r.ContractAmount, r.TechnicalAmount,
        r.SubmittedAt, r.AmberAt, r.DueAt, r.DueAt is null || !Waiting.Contains(r.State) ? null : DecisionClock.Colour(r.AmberAt, r.DueAt, now),
        r.FirstRegistrar?.Name, r.HolderId == caller.PersonId, r.Number, r.RegisteredAt);
}

/// <summary>The digits every area inside an area begins with.</summary>
static class AreaPrefix
{
    public static string Of(string areaCode) =>
        areaCode.EndsWith("0000", StringComparison.Ordinal) ? areaCode[..2].Replace("00", "", StringComparison.Ordinal)
        : areaCode.EndsWith("00", StringComparison.Ordinal) && areaCode.Length == 6 ? areaCode[..4] : areaCode;
}
