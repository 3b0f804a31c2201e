using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using TechMarket.Identity.Members;
using TechMarket.Platform.Security;

namespace TechMarket.Identity.Organisations;

/// <summary>
/// A new market has nobody who could verify the first bureau. When <c>Identity:FirstBureau</c> names one, it is founded once, and its
/// administrator's invitation is written to a file beside the keys, for whoever runs the market to hand over.
/// </summary>
sealed class FirstBureau(IdentityDb db, IOptions<IdentityOptions> options, TimeProvider clock, ILogger<FirstBureau> log)
{
    public const string FileName = "first-bureau-invitation.txt";

    public async Task Found(CancellationToken ct)
    {
        if (options.Value.FirstBureau is not { Name: { Length: > 0 } name, AreaCode: { } area, AdministratorEmail: { } email }) return;
        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended('identity:first-bureau', 0))", ct);
        var bureau = await db.Organisations.OrderBy(o => o.CreatedAt)
            .FirstOrDefaultAsync(o => o.Kind == OrganisationKinds.Bureau && o.Status == OrganisationStatus.Verified, ct);
        if (bureau is not null && await db.Memberships.AnyAsync(m => m.OrganisationId == bureau.Id, ct)) return;
        if (bureau is null)
        {
            // Its credit code is not known here and is not needed to begin; outside bodies give theirs with their proof.
            var particulars = new Particulars(name, OrganisationKinds.Bureau, null, "013", area, false, name, "").Founding();
            bureau = Organisation.Register(new OrganisationId(Guid.CreateVersion7()), particulars, default, now).Founded(null, now);
            db.Organisations.Add(bureau);
            db.Publish(bureau.Fact(now));
            db.Audit(null, "organisation", bureau.Id.Value, "founded", to: bureau.Status.ToString(), reason: "first bureau", data: particulars, retention: "permanent");
        }
        var earlier = await db.Invitations.Where(i => i.OrganisationId == bureau.Id).ToListAsync(ct);
        if (earlier.Any(i => i.IsOpen(now))) return;
        var token = Secrets.New();
        db.Invitations.Add(Invitation.Send(new InvitationId(Guid.CreateVersion7()), bureau.Id, email, [Roles.Administrator], token, name, now));
        await db.SaveChangesAsync(ct);
        var file = Path.Combine(options.Value.KeysFolder ?? Path.Combine(AppContext.BaseDirectory, "keys"), FileName);
        File.Delete(file);
        await File.WriteAllTextAsync(file, $"{email} {InviteMember.LinkOf(token)}\n", ct);
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        await transaction.CommitAsync(ct);
        log.LogInformation("The first bureau waits for its administrator; the invitation is in {File}", file);
    }
}
