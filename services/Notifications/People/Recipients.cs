using Microsoft.EntityFrameworkCore;
using TechMarket.Platform.Security;

namespace TechMarket.Notifications.People;

/// <summary>Who is concerned: people by role and organisation.</summary>
sealed class Recipients(NotificationsDb db)
{
    /// <summary>The active people of an organisation who hold one of the roles; of a data source nobody.</summary>
    public async Task<List<Member>> In(Guid organisationId, string[] roles, CancellationToken ct) =>
        await In([organisationId], roles, ct);

    public async Task<List<Member>> In(IReadOnlyCollection<Guid> organisationIds, string[] roles, CancellationToken ct)
    {
        var sources = await db.Organisations.Where(o => organisationIds.Contains(o.Id) && o.Kind == OrganisationKinds.DataSource).Select(o => o.Id).ToListAsync(ct);
        var members = await db.Members.AsNoTracking().Where(m => organisationIds.Contains(m.OrganisationId) && m.Active).ToListAsync(ct);
        return [.. members.Where(m => !sources.Contains(m.OrganisationId) && m.Roles.Any(roles.Contains))];
    }

    /// <summary>Everybody active in an organisation.</summary>
    public async Task<List<Member>> Everybody(Guid organisationId, CancellationToken ct) =>
        await db.Members.AsNoTracking().Where(m => m.OrganisationId == organisationId && m.Active).ToListAsync(ct);

    /// <summary>One person, wherever they act.</summary>
    public async Task<List<Member>> Person(Guid personId, CancellationToken ct) =>
        await db.Members.AsNoTracking().Where(m => m.PersonId == personId && m.Active).OrderBy(m => m.OrganisationId).Take(1).ToListAsync(ct);

    /// <summary>The people of that role in the bureaus in charge of an area: those nearest to it, all bureaus where none is.</summary>
    public async Task<List<Member>> Bureau(string? areaCode, string role, CancellationToken ct)
    {
        var bureaus = await db.Organisations.AsNoTracking().Where(o => o.Kind == OrganisationKinds.Bureau).ToListAsync(ct);
        var staff = await In([.. bureaus.Select(b => b.Id)], [role], ct);
        var covering = bureaus.Where(b => staff.Exists(m => m.OrganisationId == b.Id) && Covers(b.AreaCode, areaCode)).ToList();
        if (covering.Count == 0) return staff;
        var nearest = covering.Max(b => Prefix(b.AreaCode!).Length);
        var inCharge = covering.Where(b => Prefix(b.AreaCode!).Length == nearest).Select(b => b.Id).ToHashSet();
        return [.. staff.Where(m => inCharge.Contains(m.OrganisationId))];
    }

    /// <summary>The same, for the area an organisation sits in.</summary>
    public async Task<List<Member>> BureauOf(Guid organisationId, string role, CancellationToken ct) =>
        await Bureau((await db.Organisations.FindAsync([organisationId], ct))?.AreaCode, role, ct);

    /// <summary>The people of the brokers whose leads these are.</summary>
    public async Task<List<Member>> BrokersOf(IReadOnlyList<Guid> leadIds, CancellationToken ct)
    {
        if (leadIds.Count == 0) return [];
        var leads = await db.Leads.AsNoTracking().Where(l => leadIds.Contains(l.LeadId)).ToListAsync(ct);
        return await In([.. leads.SelectMany(l => l.BrokerIds).Distinct()], [Roles.Broker], ct);
    }

    public async Task<string> NameOf(Guid organisationId, CancellationToken ct) =>
        (await db.Organisations.FindAsync([organisationId], ct))?.Name ?? "";

    internal static bool Covers(string? bureauArea, string? area) =>
        bureauArea is not null && area is not null && area.StartsWith(Prefix(bureauArea), StringComparison.Ordinal);

    /// <summary>GB/T 2260: pairs of digits, zero pairs at the end mean the whole of the level above.</summary>
    private static string Prefix(string area)
    {
        while (area.Length > 2 && area.EndsWith("00", StringComparison.Ordinal)) area = area[..^2];
        return area;
    }
}
