using System.Text.RegularExpressions;
using TechMarket.Listings.Achievements;
using TechMarket.Platform.Imports;
using TechMarket.Platform.Security;
using TechMarket.Rules;

namespace TechMarket.Listings.Imports;

/// <summary>One row of an achievement file, read into the market's words; what has no code there is kept as the source words it.</summary>
static partial class AchievementRow
{
    public static readonly IReadOnlyList<ImportColumn> Columns =
    [
        new("externalId", "来源编号"), new("title", "成果名称"), new("owner", "持有单位"), new("ownerType", "单位类型"), new("field", "技术领域"),
        new("keywords", "关键词", IsList: true), new("abstract", "成果简介"), new("form", "成果形式"), new("maturity", "成熟度"), new("ip", "知识产权"),
        new("cooperation", "转化方式", IsList: true), new("price", "预期价格(元)"), new("priceText", "价格说明"), new("region", "所在地区"),
        new("application", "应用场景"), new("indicators", "技术指标"), new("benefits", "预期效益"), new("listedOn", "发布日期"), new("sourceUrl", "来源网址"),
        new("sourceTrust", "来源可信度"),
    ];

    /// <param name="Owner">Null when the source does not say whose it is.</param>
    public sealed record Read(string ExternalId, string? Owner, string? OwnerKind, string? Url, string? Trust, DateOnly? ListedOn, AchievementForm.Content Content)
    {
        /// <summary>The holder as the page shows it: never invented.</summary>
        public Holder HolderOf(Caller source) => Owner is null
            ? new Holder(source.OrganisationId, source.OrganisationName, source.OrganisationKind, IsPublicInstitution: false, Stated: false)
            : new Holder(source.OrganisationId, Owner, OwnerKind ?? "", OwnerKind is OrganisationKinds.University or OrganisationKinds.Institute, Stated: true);
    }

    public static Read Of(string json)
    {
        var row = RowReader.Of(json);
        var id = row.RequiredId();
        var owner = row.Text("owner", 100);
        var field = row.Required("field", 50);
        var maturity = row.Text("maturity", 60) ?? row.Text("maturityRaw", 60);
        var ip = row.Text("ip", 300);
        var price = row.Yuan("price");
        var priceText = row.Text("priceText", 60);
        var region = row.Text("region", 100);
        var content = new AchievementForm.Content
        {
            Title = row.Required("title", 100),
            Keywords = row.Texts("keywords", 10, 30),
            Form = row.Text("form", 30) is { } form ? CodeLists.AchievementForm.Match(form)?.Code ?? throw row.Invalid("form", "a form of achievement expected") : null,
            FieldCode = TechFields.Resolve(field) ?? throw row.Invalid("field", "one of the eleven technical fields expected"),
            Maturity = Maturities.Resolve(maturity),
            IpRights = RightsOf(ip),
            HolderUnits = owner is null ? [] : [owner],
            PublicSummary = row.Required("abstract", 2000),
            Application = row.Text("application", 1000),
            Indicators = row.Text("indicators", 1000),
            Benefits = row.Text("benefits", 1000),
            TransferWays = [.. row.Texts("cooperation", 13, 40).Select(way => TransferWays.Resolve(way) ?? "OTHER").Distinct(StringComparer.Ordinal)],
            PricingMode = CodeLists.PricingMode.Match(priceText)?.Code,
            ExpectedPrice = price,
            PriceNegotiable = price is null && priceText?.Contains("面议", StringComparison.Ordinal) == true,
            AreaCode = Areas.Resolve(region),
            AsStated = (priceText, region, ip, row.Text("maturityRaw", 60)) is (null, null, null, null)
                ? null
                : new AchievementForm.SourceWords(priceText, region, ip, row.Text("maturityRaw", 60)),
        };
        return new Read(id, owner, KindOf(row), row.Text("sourceUrl", 500), row.Text("sourceTrust", 40), row.Day("listedOn"), content);
    }

    static string? KindOf(RowReader row)
    {
        if (row.Text("ownerType", 40) is not { } text) return null;
        return CodeLists.OrganisationKind.Match(text)?.Code.ToLowerInvariant() is { } code && OrganisationKinds.All.Contains(code)
            ? code
            : throw row.Invalid("ownerType", "a kind of organisation expected");
    }

    static IReadOnlyList<AchievementForm.Right> RightsOf(string? text)
    {
        if (IpTypes.Resolve(text) is not { } kind) return [];
        AchievementForm.RightStatus? status = IpTypes.IsApplicationOnly(text) ? AchievementForm.RightStatus.Applied
            : text!.Contains("授权", StringComparison.Ordinal) ? AchievementForm.RightStatus.Granted
            : null;
        var numbers = RightNumber().Matches(text!).Select(m => m.Value).Distinct(StringComparer.Ordinal).ToList();
        return numbers.Count == 0 ? [new AchievementForm.Right(kind, Status: status)] : [.. numbers.Select(n => new AchievementForm.Right(kind, n, Status: status))];
    }

    [GeneratedRegex(@"CN\d{7,9}[A-Z]\d?|(?:ZL)?\d{12}\.[\dX]|ZL\d{12,13}|(?<![\d.])\d{8}\.[\dX]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RightNumber();
}
