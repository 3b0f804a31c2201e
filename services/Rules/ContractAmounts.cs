using System.Text.Json.Serialization;

namespace TechMarket.Rules;

/// <summary>What carries a technique to the other side. A reasonable number of carriers belongs to the technical amount.</summary>
[JsonConverter(typeof(StableCodeConverter<CarrierKind>))]
public enum CarrierKind
{
    /// <summary>Drawings, data, manuals: the copies needed to learn the technique and for file.</summary>
    Documents,

    /// <summary>Disks, varieties, strains: the quantity needed for necessary tests and for mastering the technique.</summary>
    TestMaterial,

    /// <summary>Complete sets of equipment and test devices: in general one or two.</summary>
    EquipmentSet,
}

/// <summary>
/// One item of a contract's price. For a carrier, <paramref name="AcceptedQuantity"/> is the number the registrar holds
/// to be reasonable; unset, it is two sets of equipment, or all copies and test material.
/// </summary>
public sealed record ContractLineItem(
    string Name, decimal Amount, bool IsTechnical, CarrierKind? Carrier = null, int Quantity = 1, int? AcceptedQuantity = null, string? Reason = null);

/// <summary>合同成交额, 非技术性费用 and 技术交易额. The first is the sum of the other two.</summary>
public sealed record ContractAmounts(decimal ContractAmount, decimal NonTechAmount, decimal TechnicalAmount)
{
    /// <summary>Sets of equipment that count as carriers when nobody decided otherwise.</summary>
    public const int UsualEquipmentSets = 2;

    /// <summary>Technical share of the contract; zero for a contract without a price.</summary>
    public decimal TechnicalRate => ContractAmount == 0 ? 0 : TechnicalAmount / ContractAmount;

    /// <summary>
    /// Technical amount = contract amount less non-technical cost. Non-technical cost must be itemised; technical items
    /// need not be, but if one is, the items must add up to the contract.
    /// </summary>
    public static ContractAmounts Compute(decimal contractAmount, IReadOnlyCollection<ContractLineItem> items)
    {
        Yuan.Check(contractAmount, "contract amount");
        foreach (var item in items)
        {
            Yuan.Check(item.Amount, $"amount of {item.Name}");
            if (item.Quantity < 1 || item.AcceptedQuantity is < 0)
                throw new RuleViolationException("quantity-not-positive", $"The quantity of {item.Name} is not positive.");
        }
        var sum = items.Sum(item => item.Amount);
        if (sum > contractAmount)
            throw new RuleViolationException("items-exceed-contract", "The items add up to more than the contract amount.");
        if (sum != contractAmount && items.Any(item => item.IsTechnical))
            throw new RuleViolationException("items-do-not-add-up", "The items do not add up to the contract amount.");
        var nonTechnical = items.Where(item => !item.IsTechnical).Sum(Deducted);
        return new ContractAmounts(contractAmount, nonTechnical, contractAmount - nonTechnical);
    }

    /// <summary>Takes two stated amounts, as in imported records, and refuses what cannot be.</summary>
    public static ContractAmounts FromStated(decimal contractAmount, decimal technicalAmount)
    {
        Yuan.Check(contractAmount, "contract amount");
        Yuan.Check(technicalAmount, "technical amount");
        return technicalAmount > contractAmount
            ? throw new RuleViolationException("technical-exceeds-contract", "The technical amount is more than the contract amount.")
            : new ContractAmounts(contractAmount, contractAmount - technicalAmount, technicalAmount);
    }

    /// <summary>What is deducted of a non-technical item: all of it, or of a carrier the part above the accepted number.</summary>
    static decimal Deducted(ContractLineItem item)
    {
        if (item.Carrier is not { } carrier) return item.Amount;
        var accepted = item.AcceptedQuantity ?? (carrier == CarrierKind.EquipmentSet ? UsualEquipmentSets : item.Quantity);
        var excess = Math.Max(0, item.Quantity - accepted);
        return Yuan.Round(item.Amount * excess / item.Quantity);
    }
}
