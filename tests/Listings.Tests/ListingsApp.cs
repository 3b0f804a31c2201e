using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using TechMarket.Listings.Achievements;
using TechMarket.Listings.Reviews;
using TechMarket.Messages;
using TechMarket.Platform.Data;
using TechMarket.Platform.Imports;
using TechMarket.Platform.Security;
using TechMarket.Testing;

namespace TechMarket.Listings.Tests;

/// <summary>Listings in process, with the people of a university, an enterprise, a bureau and a data source.</summary>
public class ListingsApp : IAsyncLifetime
{
    private readonly Running running;

    public ListingsApp()
        : this(ListingsService.Add)
    {
    }

    private protected ListingsApp(Action<WebApplicationBuilder> add) => running = new Running(add);

    public FakeClock Clock => running.Clock;

    public RecordingDelivery Delivered => running.Delivered;

    public IServiceProvider Services => running.Services;

    public Caller Author { get; } = People.Of(OrganisationKinds.University, "西陵大学", roles: [Roles.Publisher]);

    public Caller Approver => Author.Colleague(Roles.Approver);

    public Caller Company { get; } = People.Of(OrganisationKinds.Enterprise, "东湖制造有限公司", roles: [Roles.Publisher, Roles.Purchaser]);

    public Caller Reviewer { get; } = People.Of(OrganisationKinds.Bureau, "市科技局", roles: [Roles.Reviewer]);

    public Caller DataSource { get; } = People.Of(OrganisationKinds.DataSource, "示例数据源", roles: [Roles.Publisher]);

    internal static AchievementForm.Content Complete(string title = "高强度铝合金铸造工艺") => new()
    {
        Title = title, Keywords = ["铝合金", "铸造"], Form = "PROCESS", FieldCode = "05", Maturity = "PILOT", Trl = 7,
        IpRights = [new AchievementForm.Right("INVENTION_PATENT", "ZL202010123456.7", "西陵大学", AchievementForm.RightStatus.Granted, new DateOnly(2040, 3, 1))],
        HolderUnits = ["西陵大学"],
        Completers = [new AchievementForm.Completer("张某某", 1, "西陵大学", 0.6m), new AchievementForm.Completer("李某某", 2, "西陵大学", 0.4m)],
        PublicSummary = "一种面向汽车轻量化的高强度铝合金铸造工艺,缩短热处理时间并提高成品率。", TransferWays = ["ASSIGNMENT", "LICENSE"], PricingMode = "NEGOTIATED",
        ExpectedPrice = Money.Yuan(1_200_000m), AreaCode = "330100", Secrecy = new AchievementForm.Secrecy { Declared = true },
    };

    public Task InitializeAsync() => running.InitializeAsync();

    public Task DisposeAsync() => running.DisposeAsync();

    public HttpClient As(Caller? caller = null) => running.As(caller);

    public Task<Guid> Hear<TFact>(TFact fact, Guid? messageId = null)
        where TFact : class => running.Hear(fact, messageId);

    public Task<IReadOnlyList<TFact>> Published<TFact>()
        where TFact : class => running.Published<TFact>();

    public Task Settle() => running.Settle();

    public Task<string> Fingerprint() => running.Fingerprint();

    public Task<long?> AuditBreak() => running.AuditBreak();

    public Task<bool> RunDueDeadlines() => running.RunDueDeadlines();

    internal Task<T> InDb<T>(Func<ListingsDb, Task<T>> read) => running.InDb(read);

    public static string Url(Guid id, string action = "") => $"/api/listings/achievements/{id}{(action.Length > 0 ? "/" + action : "")}";

    internal Task<AchievementView.Response> Draft(AchievementForm.Content? content = null, Caller? author = null, Guid? id = null) =>
        As(author ?? Author).Put(Url(id ?? Guid.CreateVersion7()), new SaveDraft.Request(content ?? Complete())).Read<AchievementView.Response>();

    internal async Task<AchievementView.Response> Submitted(AchievementForm.Content? content = null, Caller? author = null)
    {
        var draft = await Draft(content, author);
        return await As(author ?? Author).Post(Url(draft.Id, "submit"), new SubmitAchievement.Request(draft.Version)).Read<AchievementView.Response>();
    }

    internal Task<AchievementView.Response> Approve(AchievementView.Response submitted) =>
        As(Approver).Post(Url(submitted.Id, "approve"), new ApproveAchievement.Request(submitted.Version, true, true)).Read<AchievementView.Response>();

    internal Task<AchievementView.Response> Publish(AchievementView.Response reviewed) =>
        As(Reviewer).Post(Url(reviewed.Id, "publish"), new PublishAchievement.Request(reviewed.Version)).Read<AchievementView.Response>();

    internal async Task<AchievementView.Response> Published(AchievementForm.Content? content = null) => await Publish(await Approve(await Submitted(content)));

    internal Task<AchievementView.Response> Get(Guid id, Caller? caller = null) => As(caller ?? Author).GetAsync(Url(id)).Read<AchievementView.Response>();

    internal Task<PublicAchievement.Response> Page(Guid id) => As().GetAsync(Url(id, "public")).Read<PublicAchievement.Response>();

    public async Task<ImportRoutes.Import> Import(string lines, Caller? caller = null, string name = "rows.jsonl", Guid? id = null) =>
        await Finished((await Upload(Encoding.UTF8.GetBytes(lines), caller, name, id).Read<ImportRoutes.Import>()).Id, caller);

    public Task<HttpResponseMessage> Upload(byte[] bytes, Caller? caller = null, string name = "rows.jsonl", Guid? id = null)
    {
        var form = new MultipartFormDataContent();
        var file = new ByteArrayContent(bytes);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        form.Add(file, "file", name);
        if (id is not null) form.Add(new StringContent(id.Value.ToString()), "id");
        return As(caller ?? DataSource).PostAsync("/api/listings/imports", form);
    }

    public async Task<ImportRoutes.Import> Finished(Guid id, Caller? caller = null)
    {
        for (var i = 0; i < 1200; i++)
        {
            var import = await As(caller ?? DataSource).GetAsync($"/api/listings/imports/{id}").Read<ImportRoutes.Import>();
            if (import.Status == ImportStatus.Done) return import;
            await Task.Delay(50);
        }
        throw new TimeoutException("The import did not finish.");
    }

    public async Task<IReadOnlyList<ImportRoutes.ImportedRow>> Report(Guid id, Caller? caller = null) =>
        (await As(caller ?? DataSource).GetAsync($"/api/listings/imports/{id}/rows?size=100").Read<ImportRoutes.ImportedRowList>()).Items;

    /// <summary>One line of a file.</summary>
    public static string Row(string id, string title = "一项成果", string? owner = null, string field = "农业", object? more = null)
    {
        var row = new Dictionary<string, object?> { ["id"] = id, ["title"] = title, ["owner"] = owner, ["field"] = field, ["abstract"] = "把已有的做法写清楚,供企业了解。", ["keywords"] = new[] { "育苗" } };
        if (owner is not null) row["ownerType"] = "university";
        if (more is not null)
            foreach (var (key, value) in JsonSerializer.SerializeToElement(more, Json.Options).EnumerateObject().Select(p => (p.Name, p.Value))) row[key] = value;
        return JsonSerializer.Serialize(row, Json.Options);
    }

    private sealed class Running(Action<WebApplicationBuilder> add) : ServiceApp<ListingsDb>("listings", add, app => ListingsService.Map(app));
}
