using TechMarket.Contracts.TechnicalContracts;
using TechMarket.Platform.Problems;
using TechMarket.Rules;

namespace TechMarket.Contracts.Registrations;

/// <summary>How much a finding weighs.</summary>
public enum Severity
{
    /// <summary>The filing would be refused or sent back: it cannot be filed like this.</summary>
    Block,

    /// <summary>A registrar will ask about it.</summary>
    Warn,

    /// <summary>Good to know.</summary>
    Hint,
}

/// <summary>One thing the pre-check found, with the rule it rests on.</summary>
/// <param name="Field">The form's field it is about, if it is one.</param>
/// <param name="Quote">The words of the contract it is about, if there are such.</param>
public sealed record Finding(string Code, Severity Severity, string Zh, string En, string Source, string? Field = null, string? Quote = null);

/// <summary>What a registrar would find, said to the seller before filing. It reads; it decides nothing.</summary>
static class PreCheck
{
    public static IReadOnlyList<Finding> Run(
        Contract contract, ContractContent content, RegistrationForm form, bool agencyKnown, RuleSet rules, WorkingCalendar calendar, DateTimeOffset now) =>
    [
        .. General(contract, form, agencyKnown),
        .. OpenFieldsOf(form),
        .. Amounts(contract, content, rules),
        .. Rights(contract, now),
        .. Clauses(content),
        .. Procedure(contract, content, rules, calendar, now),
    ];

    private static IEnumerable<Finding> General(Contract contract, RegistrationForm form, bool agencyKnown)
    {
        if (!contract.InForce)
            yield return new("VOID_OR_NOT_EFFECTIVE", Severity.Block, "合同尚未生效或已终止。", "The contract is not in force.", "[F:refuse2021]; ZJ 16");
        if (!CodeLists.ContractCategory.Allows(form.Category))
            yield return new("CATEGORY_NOT_REGISTRABLE", Severity.Block, "合同类别不可直接登记,须选择具体类别。", "This category is a group; a concrete one is needed.", "DOMAIN 2.2");
        if (!agencyKnown)
            yield return new("WRONG_AGENCY", Severity.Block, "卖方所在地没有登记机构;请核对卖方所在地。", "No agency is known for the seller's seat; check the seat.", "R-1 [F:guide-proc]", "seller.areaCode");
        foreach (var (party, field, zh, en) in new[] { (form.Seller, "seller", "卖方", "seller"), (form.Buyer, "buyer", "买方", "buyer") })
        {
            if (string.IsNullOrWhiteSpace(party.Name))
                yield return new("PARTIES_OBJECT_PRICE_UNCLEAR", Severity.Block, $"{zh}名称不明确。", $"The {en}'s name is missing.", "[F:refuse2021]", field + ".name");
            if (party.CreditCode is null)
                yield return new("CREDIT_CODE_MISSING", Severity.Warn, $"{zh}未填统一社会信用代码。", $"The {en}'s credit code is missing.", "DOMAIN 2.7", field + ".creditCode");
            else if (CreditCode.Check(party.CreditCode) != IdentifierCheck.Ok)
                yield return new("CREDIT_CODE_DOUBTFUL", Severity.Warn, $"{zh}统一社会信用代码校验不通过;早期发放的个别代码如此,请附证明。", $"The {en}'s credit code fails its check digit; some early ones do, so attach proof.", "GB 32100-2015; C-7", field + ".creditCode");
            if (!CodeLists.PartyNature.Allows(party.Nature))
                yield return new("PARTY_NATURE_MISSING", Severity.Block, $"{zh}机构性质未填写。", $"The {en}'s nature is missing.", "DOMAIN 2.7", field + ".nature");
            if (party.AreaCode is null)
                yield return new("PARTY_AREA_MISSING", field == "seller" ? Severity.Block : Severity.Warn, $"{zh}所在地区未填写,无法统计技术流向。", $"The {en}'s area is missing; the flow cannot be counted.", "DOMAIN 2.7; S-3", field + ".areaCode");
        }
        if (!form.CommitmentGiven)
            yield return new("COMMITMENT_MISSING", Severity.Block, "尚未作出材料真实、未重复登记的承诺。", "The commitment (true documents, not registered before) has not been given.", "R-3 [F:googli,TJNK]", "commitmentGiven");
    }

    private static IEnumerable<Finding> OpenFieldsOf(RegistrationForm form)
    {
        foreach (var (list, value, field) in new[]
        {
            (CodeLists.TechField, form.FieldCode, "fieldCode"), (CodeLists.SocioEconomicGoal, form.SocioEconomicGoal, "socioEconomicGoal"),
            (CodeLists.Industry, form.Industry, "industry"), (CodeLists.PlanType, form.PlanType, "planType"),
        })
        {
            if (!list.Allows(value))
                yield return new("FIELD_MISSING", Severity.Block, $"请填写“{list.Name.Zh}”。", $"Fill in: {list.Name.En}.", "DOMAIN 2.7", field);
        }
        foreach (var (party, field) in new[] { (form.Seller, "seller"), (form.Buyer, "buyer") })
        {
            if (string.IsNullOrWhiteSpace(party.LegalRepresentative))
                yield return new("FIELD_MISSING", field == "seller" ? Severity.Block : Severity.Warn, $"请填写{(field == "seller" ? "卖" : "买")}方法定代表人。", $"Fill in the {field}'s legal representative.", "DOMAIN 2.7", field + ".legalRepresentative");
        }
        if (string.IsNullOrWhiteSpace(form.Seller.Contact) || string.IsNullOrWhiteSpace(form.Seller.Phone))
            yield return new("FIELD_MISSING", Severity.Block, "请填写卖方项目联系人和电话。", "Fill in the seller's contact and phone.", "DOMAIN 2.7", "seller.contact");
        if (form.Category.StartsWith("ZR", StringComparison.Ordinal) && (form.NewInvestment is null || form.NewOutput is null))
            yield return new("TRANSFER_EFFECT_MISSING", Severity.Warn, "转让合同宜填写预计新增投入和预计新增产值。", "For transfers, expected new investment and output are asked for.", "[F:formJJ]", "newInvestment");
    }

    private static IEnumerable<Finding> Amounts(Contract contract, ContractContent content, RuleSet rules)
    {
        var amounts = ContractAmounts.Compute(contract.Price.Amount, []);
        Finding? broken = null;
        try
        {
            Contract.ItemsAddUp(contract.Price, content.LineItems);
            amounts = Contract.Amounts(contract.Price.Amount, content.LineItems);
        }
        catch (ProblemException refused)
        {
            broken = new("AMOUNT_NOT_CONSISTENT", Severity.Block, "价款明细与合同成交额不一致。", refused.Problem.Title, "A-2; SPC 14");
        }
        if (broken is not null) yield return broken;
        if (contract.Price.Amount <= 0)
            yield return new("PARTIES_OBJECT_PRICE_UNCLEAR", Severity.Block, "合同价款不明确。", "The price is not stated.", "[F:refuse2021]");
        if (contract.Price.Currency != "CNY")
            yield return new("FOREIGN_CURRENCY", Severity.Block, "合同以外币计价;统计以人民币计,须先在合同中约定人民币金额。", "The price is in a foreign currency; statistics count yuan, so agree the amount in yuan first.", "DOMAIN 2.4 A-4");
        if (content.LineItems.FirstOrDefault(i => !i.IsTechnical && string.IsNullOrWhiteSpace(i.Reason)) is { } bare)
            yield return new("NOT_ITEMISED", Severity.Warn, "非技术性费用应说明用途和理由。", "Say what the non-technical item is for.", "A-2; SPC 14", Quote: bare.Title);
        if (amounts.TechnicalRate < rules.LowTechnicalRate)
            yield return new("LOW_TECHNICAL_RATE", Severity.Warn, $"技术交易额占比低于 {rules.LowTechnicalRate:P0},登记员会要求说明。", $"Less than {rules.LowTechnicalRate:P0} of the contract is technical; the registrar will ask why.", "S-6 [F:TJ2021]");
        if (content.LineItems.Any(i => i is { Carrier: CarrierKind.EquipmentSet, Quantity: > ContractAmounts.UsualEquipmentSets }))
            yield return new("CARRIER_TOO_MANY", Severity.Warn, "成套设备作为技术载体一般以 1 至 2 套为合理数量,超出部分计入非技术性费用。", "One or two sets of equipment count as carriers in general; the rest is non-technical cost.", "A-1 [F:64365,amt2020]");
        if (!contract.FixedPrice)
            yield return new("AMOUNT_ESTIMATED", Severity.Hint, "提成支付的合同先按已知金额登记,实际金额确定后、申请优惠前须更正。", "A royalty contract is registered with the known part; correct the amount before claiming any benefit.", "A-3; R2001 51");
    }

    private static IEnumerable<Finding> Rights(Contract contract, DateTimeOffset now)
    {
        var transfers = contract.Category[..2] is "ZR" or "XK";
        if (!transfers) yield break;
        var today = ChinaTime.DayOf(now);
        if (contract.IpRights.Count == 0)
            yield return new("PROOF_MISSING_OR_WRONG", contract.Category is "ZR01" or "ZR02" or "XK01" or "XK08" ? Severity.Block : Severity.Warn,
                "合同未列明所转让或许可的知识产权。", "The contract names no right that is transferred or licensed.", "Rnew 9-10; 民法典 845");
        foreach (var right in contract.IpRights)
        {
            var name = CodeLists.IpType.Find(right.Kind)?.Zh ?? right.Kind;
            var quote = $"{name} {right.Number}".Trim();
            if (right.Kind != "KNOW_HOW" && string.IsNullOrWhiteSpace(right.Number))
                yield return new("PROOF_MISSING_OR_WRONG", Severity.Warn, "知识产权未填编号,无法核对权利证明。", "A right has no number, so its proof cannot be checked.", "Rnew 10", Quote: quote);
            if (right.ExpiresOn is { } expires && expires < today)
                yield return new("IP_EXPIRED", Severity.Block, "知识产权已过有效期:进入公有领域的,不属于技术转让或者许可。", "The right has lapsed: what is in the public domain is no transfer or licence.", "Rnew 12; 民法典 865", Quote: quote);
            else if (right.ExpiresOn is { } end && contract.Category[..2] == "XK" && contract.Terms.EndsOn > end)
                yield return new("LICENCE_OUTLIVES_RIGHT", Severity.Block, "许可期限超过专利权有效期。", "The licence ends after the patent.", "民法典 865", Quote: quote);
            if (contract.Category is "ZR01" or "ZR02" && right.Owner is { } owner && owner.IndexOfAny(['、', ';', '；', ',', '，']) > 0)
                yield return new("CO_OWNERS", Severity.Warn, "权利人为多人,请附全体共有人同意的证明。", "There are several owners: attach the consent of all.", "专利法 14", Quote: owner);
        }
        if (contract.Category == "XK01" && contract.Terms.LicenceExclusivity is null)
            yield return new("LICENCE_SILENT", Severity.Hint, "未约定许可方式的,认定为普通许可。", "A licence silent on exclusivity is non-exclusive.", "SPC 25");
    }

    private static IEnumerable<Finding> Clauses(ContractContent content)
    {
        foreach (var clause in content.Clauses)
        {
            foreach (var found in ClauseCheck.Scan(clause.Text))
                yield return new("UNLAWFUL_RESTRAINT", Severity.Warn, $"第“{clause.Heading}”条可能含有限制性条款:{found.Zh}。", $"The clause may hold a restraint: {found.En}.", found.Source, clause.Code, found.Clause);
        }
    }

    private static IEnumerable<Finding> Procedure(Contract contract, ContractContent content, RuleSet rules, WorkingCalendar calendar, DateTimeOffset now)
    {
        var technical = contract.Price.Amount;
        if (content.LineItems.Count > 0 && content.LineItems.Sum(i => i.Amount.Amount) == contract.Price.Amount) technical = Contract.Amounts(contract.Price.Amount, content.LineItems).TechnicalAmount;
        var period = rules.DecisionPeriodFor(technical, disputed: false).Words();
        yield return new("DECISION_PERIOD", Severity.Hint, $"登记机构自受理之日起 {period.Zh} 内作出决定。", $"The agency decides within {period.En} of acceptance.", "R-4; " + Source(rules, "decisionPeriod"));
        if (rules.NeedsSecondPerson(technical))
            yield return new("SECOND_PERSON", Severity.Hint, "技术交易额达到复核标准,由第二名登记员复核。", "The technical amount calls for a second registrar.", "R-10; " + Source(rules, "twoPersonThreshold"));
        if (!rules.AcceptElectronic)
            yield return new("PAPER_COPY", Severity.Warn, "本地登记机构要求提交电子合同的纸质文本。", "The agency asks for a paper copy of an electronic contract.", "R-3; BJ 22");
        if (contract.RelatedParty)
            yield return new("RELATED_PARTY", Severity.Hint, "关联交易,请保留公示和回避的证明。", "A related-party deal: keep the proof of notice and abstention.", "P-2");
        if (contract.EffectiveAt is { } effective && rules.ReminderToRegister.EndFrom(effective, calendar) < now)
            yield return new("LATE", Severity.Hint, "合同生效已久;登记不设期限,但登记前不能享受税收优惠。", "The contract has been in force for a while; filing is never too late, but no benefit comes before it.", "DOMAIN 1.4; R-2");
    }

    private static string Source(RuleSet rules, string key) => rules.Sources.TryGetValue(key, out var source) ? source : "";
}
