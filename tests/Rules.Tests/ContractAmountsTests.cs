using FsCheck;
using FsCheck.Fluent;

namespace TechMarket.Rules.Tests;

public sealed class ContractAmountsTests
{
    [Fact]
    public void Equipment_and_material_are_deducted() =>
        ContractAmounts.Compute(1_000_000m, [new("Pump", 200_000m, IsTechnical: false), new("Steel", 50_000.50m, IsTechnical: false)])
            .ShouldBe(new ContractAmounts(1_000_000m, 250_000.50m, 749_999.50m));

    [Fact]
    public void A_contract_without_items_is_all_technical() =>
        ContractAmounts.Compute(500_000m, []).ShouldBe(new ContractAmounts(500_000m, 0, 500_000m));

    [Fact]
    public void Carriers_in_a_reasonable_number_are_not_deducted() =>
        ContractAmounts.Compute(1_000_000m,
        [
            new("Drawings", 20_000m, false, CarrierKind.Documents, Quantity: 6),
            new("Strain", 5_000m, false, CarrierKind.TestMaterial, Quantity: 40),
            new("Test rig", 100_000m, false, CarrierKind.EquipmentSet, Quantity: 2),
        ]).TechnicalAmount.ShouldBe(1_000_000m);

    [Fact]
    public void Carriers_beyond_the_reasonable_number_are_deducted_in_part()
    {
        ContractAmounts.Compute(1_000_000m, [new("Test rig", 500_000m, false, CarrierKind.EquipmentSet, Quantity: 5)]).NonTechAmount.ShouldBe(300_000m);
        ContractAmounts.Compute(1_000_000m, [new("Disks", 100m, false, CarrierKind.TestMaterial, Quantity: 3, AcceptedQuantity: 1)]).NonTechAmount.ShouldBe(66.67m);
        ContractAmounts.Compute(1_000_000m, [new("Test rig", 500_000m, false, CarrierKind.EquipmentSet, Quantity: 5, AcceptedQuantity: 9)]).NonTechAmount.ShouldBe(0);
    }

    [Fact]
    public void A_full_itemisation_must_add_up_to_the_contract()
    {
        ContractAmounts.Compute(300m, [new("Study", 200m, true), new("Meter", 100m, false)]).TechnicalAmount.ShouldBe(200m);
        Refused("items-do-not-add-up", () => ContractAmounts.Compute(300m, [new("Study", 200m, true), new("Meter", 99.99m, false)]));
        Refused("items-exceed-contract", () => ContractAmounts.Compute(300m, [new("Study", 200m, true), new("Meter", 100.01m, false)]));
    }

    [Fact]
    public void Impossible_numbers_are_refused()
    {
        Refused("amount-negative", () => ContractAmounts.Compute(-1m, []));
        Refused("amount-negative", () => ContractAmounts.Compute(1m, [new("Pump", -1m, false)]));
        Refused("amount-too-fine", () => ContractAmounts.Compute(1.005m, []));
        Refused("amount-too-large", () => ContractAmounts.Compute(10_000_000_000_000_000m, []));
        Refused("quantity-not-positive", () => ContractAmounts.Compute(1m, [new("Pump", 1m, false, CarrierKind.EquipmentSet, 0)]));
        Refused("technical-exceeds-contract", () => ContractAmounts.FromStated(1_166_000m, 1_216_000m));
    }

    [Fact]
    public void Stated_amounts_give_the_rest_and_the_share()
    {
        var amounts = ContractAmounts.FromStated(149_000m, 7_450m);
        amounts.NonTechAmount.ShouldBe(141_550m);
        amounts.TechnicalRate.ShouldBe(0.05m);
        ContractAmounts.Compute(0, []).TechnicalRate.ShouldBe(0);
    }

    [Fact]
    public void Both_parts_are_within_the_contract_and_add_up()
    {
        var item = from fen in Gen.Choose(0, 10_000_000)
                   from quantity in Gen.Choose(1, 9)
                   from accepted in Gen.Choose(0, 9)
                   from carrier in Gen.Elements<CarrierKind?>(null, CarrierKind.Documents, CarrierKind.TestMaterial, CarrierKind.EquipmentSet)
                   from technical in Gen.Elements(true, false)
                   select new ContractLineItem("Item", fen / 100m, technical, carrier, quantity, accepted);
        Prop.ForAll(item.ListOf().ToArbitrary(), items =>
        {
            var amounts = ContractAmounts.Compute(items.Sum(i => i.Amount), [.. items]);
            return amounts.NonTechAmount + amounts.TechnicalAmount == amounts.ContractAmount
                && amounts is { NonTechAmount: >= 0, TechnicalAmount: >= 0 }
                && decimal.Round(amounts.NonTechAmount, 2) == amounts.NonTechAmount;
        }).QuickCheckThrowOnFailure();
    }

    static void Refused(string code, Action action) => Should.Throw<RuleViolationException>(action).Code.ShouldBe(code);
}
