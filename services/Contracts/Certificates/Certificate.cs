using System.Globalization;
using System.Net;
using TechMarket.Contracts.Documents;
using TechMarket.Contracts.Registrations;
using TechMarket.Messages;
using TechMarket.Platform.Documents;
using TechMarket.Rules;

namespace TechMarket.Contracts.Certificates;

/// <summary>技术合同登记证明: one A4 page with both amounts, a code to verify it, and room for the bureau's seal, which is never drawn.</summary>
static class Certificate
{
    public static string Render(Registration registration, string verificationAddress)
    {
        var form = registration.Form;
        var cancelled = registration.State == RegistrationState.Cancelled ? "<p class=\"void\">本登记已注销，本证明自注销之日起失效。</p>" : "";
        var body = $"""
            <main class="certificate"><h1>技术合同登记证明</h1><hr class="rule">{cancelled}
            <p class="number">登记编号：{E(registration.Number!)}</p>
            <p class="lead">根据技术合同认定登记的有关规定，下列合同经审查符合技术合同认定条件，准予登记，特此证明。</p>
            <dl><dt>合同名称</dt><dd>{E(registration.Title)}</dd>
            <dt>合同编号</dt><dd>{E(registration.ContractNumber)}{(registration.NationalNumber is { } national ? $"（全国登记系统编号：{E(national)}）" : "")}</dd>
            <dt>合同类别</dt><dd>{E(CodeLists.ContractCategory.Get(registration.Category).Zh)}</dd>
            <dt>技术领域</dt><dd>{E(CodeLists.TechField.Find(form.FieldCode)?.Zh ?? form.FieldCode)}</dd>
            <dt>卖方</dt><dd>{E(registration.SellerName)}{CodeOf(form.Seller)}</dd>
            <dt>买方</dt><dd>{E(registration.BuyerName)}{CodeOf(form.Buyer)}</dd>
            <dt>合同成交额</dt><dd>{Amount(registration.ContractAmount)}</dd>
            <dt>技术交易额</dt><dd>{Amount(registration.TechnicalAmount)}</dd>
            <dt>合同签订日期</dt><dd>{Day(form.SignedOn)}</dd>
            <dt>合同有效期</dt><dd>{Period(form)}</dd>
            <dt>登记日期</dt><dd>{Day(ChinaTime.DayOf(registration.RegisteredAt!.Value))}</dd></dl>
            <div class="foot"><div class="qr">{QrCode.Svg(verificationAddress)}<p>扫码核验本证明<br>核验码 <span class="code">{E(Grouped(registration.VerificationCode!))}</span></p></div>
            <div class="agency"><p><span class="seal">（登记机构盖章处）</span></p><p>登记机构：{E(registration.AgencyName!)}</p><p>登记员：{E(registration.FirstRegistrar!.Name)}{Second(registration)}</p></div></div></main>
            """;
        return DocumentPage.Wrap($"技术合同登记证明 {registration.Number}", body);
    }

    private static string Amount(Money money) => money.Currency == "CNY"
        ? $"<strong>¥{money.Amount.ToString("N2", CultureInfo.InvariantCulture)}</strong><span class=\"words\">人民币{ChineseAmount.Words(money.Amount)}</span>"
        : $"<strong>{money.Currency} {money.Amount.ToString("N2", CultureInfo.InvariantCulture)}</strong>";

    private static string CodeOf(FormParty party) => party.CreditCode is { } code ? $"<span class=\"words\">统一社会信用代码 {E(code)}</span>" : "";

    private static string Second(Registration registration) => registration.SecondRegistrar is { } second ? $"　复核：{E(second.Name)}" : "";

    private static string Period(RegistrationForm form) =>
        $"{Day(form.StartsOn ?? form.SignedOn)}至{(form.EndsOn is { } end ? Day(end) : "履行完毕")}";

    private static string Grouped(string code) => string.Join(' ', code.Chunk(5).Select(part => new string(part)));

    private static string Day(DateOnly day) => day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture);

    private static string E(string text) => WebUtility.HtmlEncode(text);
}
