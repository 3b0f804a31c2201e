using TechMarket.Demands.Needs;
using TechMarket.Platform.Imports;
using TechMarket.Platform.Security;
using TechMarket.Rules;

namespace TechMarket.Demands.Imports;

/// <summary>One row of a file of needs, read into the market's words; what has no code there is kept as the source words it.</summary>
static class DemandRow
{
    public static readonly IReadOnlyList<ImportColumn> Columns =
    [
        new("externalId", "来源编号"), new("title", "需求名称"), new("enterprise", "需求单位"), new("type", "需求类型"), new("field", "技术领域"),
        new("keywords", "关键词", IsList: true), new("description", "需求说明"), new("expectedIndicators", "预期指标"), new("background", "需求背景"),
        new("presentBase", "现有基础"), new("cooperation", "合作方式", IsList: true), new("budget", "预算(元)"), new("budgetText", "预算说明"), new("deadline", "有效期至"),
        new("region", "所在地区"), new("postedOn", "发布日期"), new("sourceUrl", "来源网址"), new("sourceTrust", "来源可信度"),
    ];

    /// <param name="Enterprise">Null when the source does not say whose need it is.</param>
    public sealed record Read(string ExternalId, string? Enterprise, string? Url, string? Trust, DateOnly? PostedOn, DemandForm.Content Content)
    {
        /// <summary>The poster as the page shows it: never invented.</summary>
        public Poster PosterOf(Caller source) => Enterprise is null
            ? new Poster(source.OrganisationId, source.OrganisationName, source.OrganisationKind, Stated: false)
            : new Poster(source.OrganisationId, Enterprise, OrganisationKinds.Enterprise, Stated: true);
    }

    public static Read Of(string json)
    {
        var row = RowReader.Of(json);
        var id = row.RequiredId();
        var field = row.Required("field", 50);
        var region = row.Text("region", 100);
        var budget = row.Yuan("budget");
        var budgetText = row.Text("budgetText", 60);
        var content = new DemandForm.Content
        {
            Title = row.Required("title", 100),
            Type = row.Text("type", 30) is { } type ? CodeLists.DemandType.Match(type)?.Code ?? throw row.Invalid("type", "a kind of need expected") : null,
            Keywords = row.Texts("keywords", 10, 30),
            FieldCode = TechFields.Resolve(field) ?? throw row.Invalid("field", "one of the eleven technical fields expected"),
            Description = row.Required("description", 2000),
            Background = row.Text("background", 1000),
            Indicators = row.Text("expectedIndicators", 1000),
            PresentBase = row.Text("presentBase", 1000),
            CooperationWays = [.. row.Texts("cooperation", 13, 40).Select(way => TransferWays.Resolve(way) ?? "OTHER").Distinct(StringComparer.Ordinal)],
            Budget = budget,
            BudgetNegotiable = budget is null && budgetText?.Contains("面议", StringComparison.Ordinal) == true,
            AreaCode = Areas.Resolve(region),
            ValidUntil = row.Day("deadline"),
            AsStated = (budgetText, region) is (null, null) ? null : new DemandForm.SourceWords(budgetText, region),
        };
        return new Read(id, row.Text("enterprise", 100), row.Text("sourceUrl", 500), row.Text("sourceTrust", 40), row.Day("postedOn"), content);
    }
}
