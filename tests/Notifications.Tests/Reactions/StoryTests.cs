using Microsoft.Extensions.DependencyInjection;
using TechMarket.Messages;
using TechMarket.Platform.Messaging;
using TechMarket.Platform.Security;

namespace TechMarket.Notifications.Tests.Reactions;

/// <summary>Every step of a deal reaches whom it concerns, and nobody else.</summary>
public sealed class StoryTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private readonly NotificationsApp app = shared.App;

    /// <summary>What one service tells another; people hear of it when the other has taken it (payment confirmed, commission earned and paid), or ask for it themselves (dossiers).</summary>
    private static readonly Type[] BetweenServices =
        [typeof(PaymentReleased), typeof(CommissionPayable), typeof(CommissionPaidOut), typeof(DossierOpened), typeof(AchievementEvidenceGiven), typeof(ContractEvidenceGiven)];

    [Fact]
    public void Every_fact_that_concerns_people_is_heard()
    {
        var heard = app.Services.GetServices<ReactionRegistration>().ToList();
        heard.Select(r => r.Fact).ShouldBe(FactCatalogue.Facts.Except(BetweenServices), ignoreOrder: true);
        heard.ShouldAllBe(r => r.Queue.StartsWith("notifications.", StringComparison.Ordinal));
        heard.Select(r => r.Reaction.Name).ShouldBe(heard.Select(r => "On" + r.Fact.Name));
    }

    [Fact]
    public async Task Reviews_reach_the_units_approvers_then_the_bureau_nearest_by()
    {
        var university = await app.Someone(OrganisationKinds.University, "兰州测试大学", "620102", Roles.Publisher);
        var approver = await app.Colleague(university, Roles.Approver);
        var city = await app.Someone(OrganisationKinds.Bureau, "兰州市科技局", "620100", Roles.Reviewer);
        var county = await app.Someone(OrganisationKinds.Bureau, "城关区科技局", "620102", Roles.Reviewer);
        var registrar = await app.Colleague(county, Roles.Registrar);
        var (id, now) = (Guid.CreateVersion7(), app.Clock.GetUtcNow());

        await app.Hear(new AchievementSubmitted(id, 2, "成果", university.OrganisationId, university.OrganisationName, "unit", university.PersonId, now));
        await app.Hear(new AchievementSubmitted(id, 3, "成果", university.OrganisationId, university.OrganisationName, "platform", university.PersonId, now));
        await app.Hear(new AchievementReturned(id, 4, "成果", university.OrganisationId, "platform", "关键词过多", university.PersonId, now));
        await app.Hear(Published(id, 5, university, null));
        await app.Hear(Published(id, 6, university, null));
        await app.Hear(Published(Guid.CreateVersion7(), 1, university, "sample"));
        await app.Hear(new AchievementStatusChanged(id, 7, "CG-1", "成果", university.OrganisationId, "RESERVED", null, now));
        await app.Hear(new AchievementStatusChanged(id, 8, "CG-1", "成果", university.OrganisationId, "SUSPENDED", "专利失效", now));

        (await app.Kinds(approver)).ShouldBe(["achievement-published", "achievement-suspended", "achievement-unit-review"]);
        (await app.Kinds(university)).ShouldBe(["achievement-published", "achievement-returned", "achievement-suspended"]);
        (await app.Kinds(county)).ShouldBe(["achievement-platform-review"]);
        (await app.Kinds(city)).ShouldBeEmpty();
        (await app.Kinds(registrar)).ShouldBeEmpty();
        (await app.Inbox(university)).Single(n => n.Kind == "achievement-returned").TextZh.ShouldBe("《成果》被退回修改。原因:关键词过多");
    }

    [Fact]
    public async Task Needs_and_matches_reach_the_enterprise_and_the_holder_but_no_data_source()
    {
        var enterprise = await app.Someone(OrganisationKinds.Enterprise, "需方", "330100", Roles.Purchaser);
        var university = await app.Someone(OrganisationKinds.University, "大学", "330100", Roles.Publisher);
        var source = await app.Someone(OrganisationKinds.DataSource, "样例数据", null, Roles.Publisher, Roles.Purchaser);
        var now = app.Clock.GetUtcNow();
        var id = Guid.CreateVersion7();
        await app.Hear(new DemandReturned(id, 2, "需求", enterprise.OrganisationId, "指标不清", enterprise.PersonId, now));
        await app.Hear(new DemandPublished(id, 3, "XQ-1", null, null, "需求", "TECH", [], "05", null, "描述", null, null, [], 0, null, "public", enterprise.OrganisationId, "需方", true, "OPEN", now));
        await app.Hear(new MatchFound(Guid.CreateVersion7(), id, "XQ-1", "需求", enterprise.OrganisationId, Guid.CreateVersion7(), "CG-1", "成果", university.OrganisationId, 0.8m, ["电池", "材料"], now));
        await app.Hear(new MatchFound(Guid.CreateVersion7(), id, "XQ-1", "需求", enterprise.OrganisationId, Guid.CreateVersion7(), "CG-2", "成果二", source.OrganisationId, 0.8m, ["电池"], now));
        await app.Hear(new DemandStatusChanged(id, 4, "XQ-1", "需求", enterprise.OrganisationId, "EXPIRED", null, now));
        (await app.Kinds(enterprise)).ShouldBe(["demand-expired", "demand-published", "demand-returned", "match-for-demand", "match-for-demand"]);
        (await app.Kinds(university)).ShouldBe(["match-for-achievement"]);
        (await app.Kinds(source)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_deals_story_reaches_both_parties_their_broker_the_registrar_and_finance()
    {
        var buyer = await app.Someone(OrganisationKinds.Enterprise, "买方", "110100", Roles.Purchaser);
        var buyerFinance = await app.Colleague(buyer, Roles.Finance);
        var seller = await app.Someone(OrganisationKinds.University, "卖方", "110100", Roles.Publisher);
        var broker = await app.Someone(OrganisationKinds.IndividualBroker, "经纪人", "110100", Roles.Broker);
        var bureau = await app.Someone(OrganisationKinds.Bureau, "北京市科委", "110000", Roles.Registrar);
        var bureauFinance = await app.Colleague(bureau, Roles.Finance);
        var now = app.Clock.GetUtcNow();
        Guid achievement = Guid.CreateVersion7(), negotiation = Guid.CreateVersion7(), lead = Guid.CreateVersion7(), mandate = Guid.CreateVersion7();
        Guid deal = Guid.CreateVersion7(), contract = Guid.CreateVersion7(), registration = Guid.CreateVersion7(), notice = Guid.CreateVersion7();
        var (s, b, price) = (seller.OrganisationId, buyer.OrganisationId, Money.Yuan(1_000_000));

        MandateChanged Mandate(long version, string status, Guid by) =>
            new(mandate, version, "WT-1", broker.OrganisationId, "经纪人", b, "买方", "INTERMEDIARY", status, by, now, [broker.OrganisationId]);
        await app.Hear(Mandate(1, "PROPOSED", broker.OrganisationId));
        await app.Hear(Mandate(2, "AGREED", b));
        LeadChanged Lead(long version, string status, Guid by) => new(
            lead, version, "XS-1", mandate, broker.OrganisationId, "经纪人", b, "买方", achievement, "CG-1", "成果", s, null, status, null, by, now, now, [broker.OrganisationId]);
        await app.Hear(Lead(1, "RECORDED", broker.OrganisationId));
        await app.Hear(Lead(2, "RECORDED", b));
        await app.Hear(Lead(3, "ACCEPTED", s));
        await app.Hear(new NegotiationOpened(negotiation, "QT-1", achievement, "成果", s, "卖方", b, "买方", null, [lead], now));
        await app.Hear(new NdaConfirmed(negotiation, "QT-1", achievement, "成果", s, b, "买方", buyer.PersonId, now));
        await app.Hear(new ConfidentialDetailOpened(achievement, "CG-1", "成果", s, negotiation, b, "买方", buyer.PersonId, now));
        await app.Hear(app.Offer(buyer, seller));
        await app.Hear(app.Message(seller, buyer));
        await app.Hear(new NegotiationAgreed(negotiation, "QT-1", achievement, "成果", s, b, price, true, true, now));
        foreach (var (version, status) in new[] { (1, "RUNNING"), (2, "PAUSED"), (3, "PASSED") })
            await app.Hear(new PriceNoticeChanged(notice, version, "GS-1", negotiation, achievement, "成果", s, "卖方", b, "买方", price, false, status, null, now.AddDays(15), now));
        await app.Hear(new DealConcluded(
            deal, "CJ-1", negotiation, notice, "NEGOTIATED", achievement, "CG-1", "成果", "05", "摘要", [], null, Party(seller), Party(buyer),
            new DealTerms("ZR01", null, price, "LUMP_SUM", null, null, [], null, null, null, null, null), false, [lead], now));
        await app.Hear(new ContractDrafted(contract, "HT-1", deal, achievement, "成果", "ZR01", s, b, price, now));
        await app.Hear(new ContractSigned(contract, "HT-1", deal, "成果", s, b, s, "卖方", now));
        await app.Hear(new ContractEffective(contract, "HT-1", deal, achievement, "成果", "ZR01", null, s, b, null, price, now));
        foreach (var (version, status) in new[] { (1, "SUBMITTED"), (2, "ACCEPTED"), (3, "SECOND_REVIEW") })
            await app.Hear(new RegistrationChanged(registration, version, contract, deal, "HT-1", "成果", s, b, status, null, null, now.AddDays(30), now));
        await app.Hear(new ContractRegistered(registration, 4, "1101-1", contract, "HT-1", deal, "成果", "ZR01", "05", price, Money.Yuan(900_000), s, b, "code", now));
        await app.Hear(new ContractPaymentConfirmed(Guid.CreateVersion7(), contract, "HT-1", deal, s, b, price, price, "ICBC1", new DateOnly(2026, 3, 2), now));
        var commission = Guid.CreateVersion7();
        await app.Hear(new CommissionEarned(commission, "YJ-1", deal, contract, "成果", [b], Money.Yuan(30_000), [new CommissionShare(broker.OrganisationId, "经纪人", 10_000, Money.Yuan(30_000))], now));
        await app.Hear(new CommissionPaid(commission, "YJ-1", deal, broker.OrganisationId, "经纪人", Money.Yuan(30_000), "ICBC2", true, now));

        (await app.Kinds(buyer)).ShouldBe(
        [
            "contract-drafted", "contract-effective", "contract-registered", "contract-signed", "deal-concluded", "lead-recorded", "mandate-proposed",
            "message-posted", "negotiation-agreed", "notice-passed", "notice-paused", "notice-running",
        ]);
        (await app.Kinds(seller)).ShouldBe(
        [
            "confidential-opened", "contract-drafted", "contract-effective", "contract-registered", "deal-concluded", "lead-recorded", "nda-confirmed",
            "negotiation-agreed", "negotiation-opened", "notice-passed", "notice-paused", "notice-running", "offer-made", "payment-confirmed", "registration-accepted",
        ]);
        (await app.Kinds(broker)).ShouldBe(["commission-earned", "commission-paid", "deal-concluded", "lead-accepted", "lead-in-talks", "mandate-answered"]);
        (await app.Kinds(bureau)).ShouldBe(["registration-queued", "registration-second"]);
        (await app.Kinds(bureauFinance)).ShouldBe(["commission-payable"]);
        (await app.Kinds(buyerFinance)).ShouldBe(["commission-payable"]);
        (await app.Inbox(seller)).Single(n => n.Kind == "notice-paused").Link.ShouldBe($"/workbench/trading/notices/{notice}");
        (await app.Inbox(buyer)).Single(n => n.Kind == "notice-paused").Link.ShouldBe("/notices/GS-1");
        var written = await app.InDb(db => Task.FromResult(db.Notices.Select(n => n.TitleZh + n.TitleEn + n.TextZh + n.TextEn).ToList()));
        written.ShouldAllBe(text => !text.Contains('{'));
    }

    [Fact]
    public async Task Ends_and_refusals_reach_the_other_side_with_the_reason()
    {
        var buyer = await app.Someone(OrganisationKinds.Enterprise, "买方二", "120100", Roles.Purchaser);
        var seller = await app.Someone(OrganisationKinds.University, "卖方二", "120100", Roles.Publisher);
        var broker = await app.Someone(OrganisationKinds.BrokerAgency, "经纪二", "120100", Roles.Broker);
        var now = app.Clock.GetUtcNow();
        var (s, b) = (seller.OrganisationId, buyer.OrganisationId);
        await app.Hear(new NegotiationEnded(Guid.CreateVersion7(), "QT-2", Guid.CreateVersion7(), "成果", s, b, null, "DECLINED", "PRICE", "价格过高", false, b, now));
        await app.Hear(new RegistrationChanged(Guid.CreateVersion7(), 2, Guid.CreateVersion7(), Guid.CreateVersion7(), "HT-2", "成果", s, b, "REFUSED", "NOT_TECHNICAL", "非技术合同", null, now));
        await app.Hear(new RegistrationChanged(Guid.CreateVersion7(), 2, Guid.CreateVersion7(), Guid.CreateVersion7(), "HT-2", "成果", s, b, "RETURNED_FOR_CORRECTION", null, "缺附件", null, now));
        await app.Hear(new ContractEnded(Guid.CreateVersion7(), "HT-2", Guid.CreateVersion7(), Guid.CreateVersion7(), null, "成果", s, b, "TERMINATED", "双方协商", b, now));
        await app.Hear(new LeadChanged(
            Guid.CreateVersion7(), 2, "XS-2", Guid.CreateVersion7(), broker.OrganisationId, "经纪二", b, "买方二", Guid.CreateVersion7(), "CG-2", "成果", s, null, "DISPUTED",
            "早已认识", b, now, now));
        (await app.Kinds(seller)).ShouldBe(["contract-ended", "lead-disputed", "negotiation-ended", "registration-refused", "registration-returned"]);
        (await app.Kinds(buyer)).ShouldBeEmpty();
        (await app.Kinds(broker)).ShouldBe(["lead-disputed"]);
        (await app.Inbox(seller)).Single(n => n.Kind == "negotiation-ended").TextZh.ShouldContain("原因:价格未达成一致,价格过高");
        await app.Hear(new NegotiationEnded(Guid.CreateVersion7(), "QT-3", Guid.CreateVersion7(), "成果", s, b, null, "LAPSED", "SOLD_TO_ANOTHER", null, false, null, now));
        var lapsed = (await app.Inbox(seller)).Single(n => n.Kind == "negotiation-ended" && n.TextZh.Contains("QT-3", StringComparison.Ordinal));
        lapsed.TextZh.ShouldContain("原因:该成果已与他方成交");
        lapsed.TextEn.ShouldContain("Reason: the achievement went to another party");
    }

    [Fact]
    public async Task Verification_reaches_the_bureau_then_the_organisation()
    {
        var bureau = await app.Someone(OrganisationKinds.Bureau, "沈阳市科技局", "210100", Roles.Reviewer);
        var enterprise = await app.Someone(OrganisationKinds.Enterprise, "沈阳企业", "210102", Roles.Administrator);
        var now = app.Clock.GetUtcNow();
        await app.Hear(new VerificationRequested(enterprise.OrganisationId, "沈阳企业", OrganisationKinds.Enterprise, "210102", now));
        OrganisationChanged Changed(long version, bool verified, string name) => new(enterprise.OrganisationId, version, name, OrganisationKinds.Enterprise, null, null, "210102", false, verified, now);
        await app.Hear(Changed(3, true, "沈阳企业"));
        await app.Hear(Changed(4, true, "沈阳企业新名"));
        await app.Hear(Changed(2, false, "旧名"));
        (await app.Kinds(bureau)).ShouldBe(["verification-requested"]);
        (await app.Kinds(enterprise)).ShouldBe(["organisation-verified"]);
    }

    private static AchievementPublished Published(Guid id, long version, Caller owner, string? source) => new(
        id, version, "CG-1", source, source is null ? null : "1", "成果", [], "05", 5, null, [], "摘要", [], null, null, owner.OrganisationId, owner.OrganisationName,
        owner.OrganisationKind, true, true, false, "PUBLISHED", new DateTimeOffset(2026, 3, 2, 2, 0, 0, TimeSpan.Zero));

    private static DealParty Party(Caller c) => new(c.OrganisationId, c.OrganisationName, c.OrganisationKind, null, null, c.AreaCode);
}
