using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TechMarket.Identity.Clients;
using TechMarket.Identity.Members;
using TechMarket.Identity.Organisations;
using TechMarket.Identity.People;
using TechMarket.Platform.Data;
using TechMarket.Platform.Security;

namespace TechMarket.Identity.Demo;

/// <summary>
/// Sets the demonstration's accounts up once. There are no known passwords: each is drawn here and written once to
/// <c>demo-accounts.json</c>, readable by the market's user alone.
/// </summary>
sealed class DemoAccounts(IdentityDb db, Passwords passwords, TimeProvider clock)
{
    public const string FileName = "demo-accounts.json";
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";
    private static readonly JsonSerializerOptions Readable = new(Json.Options) { WriteIndented = true };

    /// <returns>The accounts; those of the first call again when they are there already.</returns>
    public async Task<IReadOnlyList<DemoAccount>> Ensure(string dataFolder, CancellationToken ct)
    {
        var file = Path.Combine(dataFolder, FileName);
        var unfinished = file + ".new";
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended('identity:demo', 0))", ct);
        if (await db.LockOrganisation(new OrganisationId(DemoMarket.CityBureau), ct) is not null)
        {
            // The commit came through last time, the rename did not.
            if (!File.Exists(file) && File.Exists(unfinished)) File.Move(unfinished, file);
            return await Read(file, ct);
        }
        var accounts = new List<DemoAccount>();
        foreach (var organisation in DemoMarket.Organisations) Set(organisation, accounts);
        Directory.CreateDirectory(dataFolder);
        await Write(unfinished, accounts, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        File.Move(unfinished, file, overwrite: true);
        return accounts;
    }

    private void Set(DemoOrganisation given, List<DemoAccount> accounts)
    {
        var now = clock.GetUtcNow();
        var people = given.People.Select(p =>
        {
            var password = NewPassword();
            var person = Person.SignUp(new PersonId(Guid.CreateVersion7()), p.Name, p.Email, passwords.Take(password, p.Email, p.Name), "zh", now);
            return (Given: p, Person: person, Password: password);
        }).ToList();
        var isSource = given.Kind == OrganisationKinds.DataSource;
        var particulars = new Particulars(
            given.Name, given.Kind, given.CreditCode, given.PartyNature, given.AreaCode,
            given.Kind is OrganisationKinds.University or OrganisationKinds.Institute, people[^1].Person.Name, "0938-0000000").Checked();
        var organisation = Organisation.Register(new OrganisationId(given.Id), particulars, people[0].Person.Id, now)
            .Founded(isSource ? DemoMarket.SourceCode : null, now);
        db.Organisations.Add(organisation);
        db.Publish(organisation.Fact(now));
        db.Audit(null, "organisation", given.Id, "founded", to: organisation.Status.ToString(), reason: "demonstration", data: particulars, retention: "permanent");
        var client = isSource ? (Id: Guid.CreateVersion7(), Secret: Secrets.New()) : default;
        if (isSource) db.ApiClients.Add(ApiClient.Create(new ApiClientId(client.Id), organisation.Id, "示例数据导入", [Roles.Publisher], client.Secret, people[0].Person.Name, now));
        foreach (var (p, person, password) in people)
        {
            var roles = RoleRules.Check(given.Kind, p.Roles);
            var membership = Membership.Join(organisation.Id, person.Id, roles, now);
            person.ActFor(organisation.Id);
            db.AddRange(person, membership);
            db.Publish(membership.Fact(person, now));
            db.Audit(null, "person", person.Id.Value, "member-joined", to: string.Join(' ', roles), reason: "demonstration", data: membership, retention: "permanent");
            accounts.Add(new DemoAccount(p.Shows, roles, given.Name, p.Name, p.Email, password, isSource ? client.Id.ToString() : null, client.Secret));
        }
    }

    private static string NewPassword() => string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Letters, 4)));

    private static async Task Write(string path, List<DemoAccount> accounts, CancellationToken ct)
    {
        File.Delete(path);
        await using var file = new FileStream(path, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        });
        await JsonSerializer.SerializeAsync(file, accounts, Readable, ct);
        file.Flush(flushToDisk: true);
    }

    private static async Task<IReadOnlyList<DemoAccount>> Read(string path, CancellationToken ct) =>
        File.Exists(path) ? JsonSerializer.Deserialize<List<DemoAccount>>(await File.ReadAllTextAsync(path, ct), Json.Options) ?? [] : [];
}
