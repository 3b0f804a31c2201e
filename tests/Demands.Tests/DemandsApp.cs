using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using TechMarket.Demands.Needs;
using TechMarket.Demands.Reviews;
using TechMarket.Messages;
using TechMarket.Platform.Data;
using TechMarket.Platform.Imports;
using TechMarket.Platform.Security;
using TechMarket.Testing;

namespace TechMarket.Demands.Tests;

/// <summary>Demands in process, with the people of an enterprise, a university, a bureau and a data source.</summary>
public class DemandsApp : IAsyncLifetime
{
    private readonly Running running = new();

    public FakeClock Clock => running.Clock;

    public RecordingDelivery Delivered => running.Delivered;

    public IServiceProvider Services => running.Services;

    public Caller Buyer { get; } = People.Of(OrganisationKinds.Enterprise, "东湖制造有限公司", roles: [Roles.Purchaser]);

    public Caller Institute { get; } = People.Of(OrganisationKinds.Institute, "轻工研究院", roles: [Roles.Publisher]);

    public Caller Stranger { get; } = People.Of(OrganisationKinds.Enterprise, "别的企业", roles: [Roles.Purchaser]);

    public Caller Reviewer { get; } = People.Of(OrganisationKinds.Bureau, "市科技局", roles: [Roles.Reviewer]);

    public Caller DataSource { get; } = People.Of(OrganisationKinds.DataSource, "示例数据源", roles: [Roles.Publisher]);

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

    internal Task<T> InDb<T>(Func<DemandsDb, Task<T>> read) => running.InDb(read);

    internal static DemandForm.Content Complete(string title = "铝合金铸件气孔缺陷控制") => new()
    {
        Title = title, Type = "TECH_PROBLEM", Keywords = ["铝合金", "铸造", "气孔"], FieldCode = "05", Description = "大型薄壁铸件内部气孔率偏高,现有除气工艺不能稳定达标。",
        Indicators = "气孔率不高于百分之零点五", CooperationWays = ["COMMISSIONED_DEVELOPMENT"], Budget = Money.Yuan(800_000m), WantedMaturity = 6, AreaCode = "330100",
        ValidUntil = new DateOnly(2026, 6, 30),
    };

    public static string Url(Guid id, string action = "") => $"/api/demands/{id}{(action.Length > 0 ? "/" + action : "")}";

    internal Task<DemandView.Response> Draft(DemandForm.Content? content = null, Guid? id = null, Caller? author = null) =>
        As(author ?? Buyer).Put(Url(id ?? Guid.CreateVersion7()), new SaveDraft.Request(content ?? Complete())).Read<DemandView.Response>();

    internal async Task<DemandView.Response> Submitted(DemandForm.Content? content = null)
    {
        var draft = await Draft(content);
        return await As(Buyer).Post(Url(draft.Id, "submit"), new SubmitDemand.Request(draft.Version)).Read<DemandView.Response>();
    }

    internal Task<DemandView.Response> Publish(DemandView.Response submitted) =>
        As(Reviewer).Post(Url(submitted.Id, "publish"), new PublishDemand.Request(submitted.Version)).Read<DemandView.Response>();

    internal async Task<DemandView.Response> Opened(DemandForm.Content? content = null) => await Publish(await Submitted(content));

    internal Task<DemandView.Response> Get(Guid id, Caller? caller = null) => As(caller ?? Buyer).GetAsync(Url(id)).Read<DemandView.Response>();

    internal Task<PublicDemand.Response> Page(Guid id, Caller? caller = null) => As(caller).GetAsync(Url(id, "public")).Read<PublicDemand.Response>();

    public async Task<ImportRoutes.Import> Import(byte[] bytes, Caller? caller = null)
    {
        var form = new MultipartFormDataContent();
        var file = new ByteArrayContent(bytes);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        form.Add(file, "file", "rows.jsonl");
        var import = await As(caller ?? DataSource).PostAsync("/api/demands/imports", form).Read<ImportRoutes.Import>();
        for (var i = 0; i < 1200 && import.Status != ImportStatus.Done; i++)
        {
            await Task.Delay(50);
            import = await As(caller ?? DataSource).GetAsync($"/api/demands/imports/{import.Id}").Read<ImportRoutes.Import>();
        }
        import.Status.ShouldBe(ImportStatus.Done);
        return import;
    }

    public Task<ImportRoutes.Import> Import(string lines, Caller? caller = null) => Import(Encoding.UTF8.GetBytes(lines), caller);

    /// <summary>One line of a file.</summary>
    public static string Row(string id, string title = "一项需求", string? enterprise = null, string? deadline = "2020-12-31", string field = "农业") =>
        JsonSerializer.Serialize(new { id, title, enterprise, field, description = "把难点写清楚,供院所了解。", keywords = new[] { "育苗" }, deadline, cooperation = new[] { "委托开发" } }, Json.Options);

    private sealed class Running() : ServiceApp<DemandsDb>("demands", DemandsService.Add, app => DemandsService.Map(app));
}
