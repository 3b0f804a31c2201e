using TechMarket.Messages;
using TechMarket.Rules;

namespace TechMarket.Contracts.Tests.TechnicalContracts;

public sealed class OnDealConcludedTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private readonly ContractsApp app = shared.App;

    [Fact]
    public async Task A_deal_becomes_one_contract_in_its_category_with_nothing_left_to_type()
    {
        var deal = app.Deal(category: "XK01");
        var id = await app.Draft(deal);
        var contract = await app.Contract(id);
        contract.Number.ShouldMatch("^HT-2026-[0-9]{6}$");
        contract.State.ShouldBe("DRAFT");
        contract.Version.ShouldBe(1);
        contract.Category.ShouldBe("XK01");
        contract.ClassCivilCode.ShouldBe("XK");
        contract.ClassR2001.ShouldBe("ZR");
        contract.Price.ShouldBe(Money.Yuan(800_000));
        contract.PriceWords.ShouldBe("捌拾万元整");
        contract.Seller.Role.Zh.ShouldBe("许可人");
        contract.Content.Clauses.Select(c => c.Code).ShouldBe(
            ["PROJECT", "OBJECT", "PERFORMANCE", "CONFIDENTIALITY", "RISK", "OWNERSHIP", "ACCEPTANCE", "PRICE", "BREACH", "DISPUTES", "DEFINITIONS", "OTHER"]);
        contract.Content.Clauses.ShouldAllBe(c => c.Text.Length > 20);
        contract.Content.LineItems.Sum(i => i.Amount.Amount).ShouldBe(800_000);
        contract.Content.Milestones.ShouldBe(deal.Terms.Milestones);
        var drafted = (await app.Published<ContractDrafted>()).Single(f => f.DealId == deal.DealId);
        drafted.ShouldBe(new ContractDrafted(
            id.Value, contract.Number, deal.DealId, deal.AchievementId, contract.Title, "XK01", app.Seller.OrganisationId, app.Buyer.OrganisationId, Money.Yuan(800_000), app.Clock.GetUtcNow()));
    }

    [Fact]
    public async Task What_the_deal_left_open_is_filled_from_the_registry()
    {
        var contract = await app.Contract(await app.Draft());
        contract.Buyer.CreditCode.ShouldBe("91350200776049653A");
        contract.Buyer.Nature.ShouldBe("150");
        contract.Seller.CreditCode.ShouldBe("12620000438001234A");
    }

    [Fact]
    public async Task The_same_deal_heard_twice_or_in_two_messages_is_one_contract()
    {
        var deal = app.Deal();
        var message = await app.Hear(deal);
        await app.Hear(deal, message);
        await app.Hear(deal);
        (await app.InDb(db => Task.FromResult(db.Contracts.Count(c => c.DealId == deal.DealId)))).ShouldBe(1);
        (await app.Published<ContractDrafted>()).Count(f => f.DealId == deal.DealId).ShouldBe(1);
    }

    [Fact]
    public async Task Deals_heard_at_once_give_consecutive_numbers_without_gaps()
    {
        var before = await app.InDb(db => Task.FromResult(db.Contracts.Count()));
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => app.Hear(app.Deal())));
        var numbers = await app.InDb(db => Task.FromResult(db.Contracts.Select(c => c.Number).ToList()));
        numbers.Count.ShouldBe(before + 8);
        numbers.Order().Select(n => int.Parse(n[^6..])).ShouldBe(Enumerable.Range(1, before + 8));
    }

    [Fact]
    public async Task An_older_word_about_an_organisation_is_ignored()
    {
        var id = Guid.CreateVersion7();
        OrganisationChanged Word(long version, string name) => new(id, version, name, "enterprise", null, null, "620100", false, true, app.Clock.GetUtcNow());
        await app.Hear(Word(3, "新名"));
        await app.Hear(Word(2, "旧名"));
        (await app.InDb(async db => await db.Organisations.FindAsync(id)))!.Name.ShouldBe("新名");
    }

    [Fact]
    public void Every_category_has_names_for_both_sides_and_two_reporting_classes()
    {
        foreach (var category in CodeLists.ContractCategory.Where(c => c.Selectable))
        {
            Contracts.TechnicalContracts.PartyRoles.Of(Contracts.TechnicalContracts.Side.Seller, category.Code).Zh
                .ShouldNotBe(Contracts.TechnicalContracts.PartyRoles.Of(Contracts.TechnicalContracts.Side.Buyer, category.Code).Zh);
            ContractCategories.Classify(category.Code, ClassificationScheme.R2001FourClass).ShouldNotBeNull();
        }
    }
}
