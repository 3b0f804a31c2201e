using System.ComponentModel.DataAnnotations;
using TechMarket.Messages;
using TechMarket.Platform.Web;

namespace TechMarket.Demands.Needs;

/// <summary>What an enterprise fills in (DOMAIN 5.3).</summary>
static class DemandForm
{
    public enum Audience
    {
        Public,

        /// <summary>Verified universities and institutes, and the bureau.</summary>
        VerifiedInstitutes,
    }

    public enum IpWish
    {
        Buyer,
        Provider,
        Shared,
        Negotiable,
    }

    public enum FirmSize
    {
        Micro,
        Small,
        Medium,
        Large,
    }

    public sealed record Content
    {
        [StringLength(100)]
        public string Title { get; init; } = "";

        /// <summary>A code of DemandType.</summary>
        [StringLength(30)]
        public string? Type { get; init; }

        [MaxLength(10), Each(1, 30)]
        public IReadOnlyList<string> Keywords { get; init; } = [];

        /// <summary>A code of TechField.</summary>
        [StringLength(10)]
        public string? FieldCode { get; init; }

        /// <summary>A code of Industry.</summary>
        [StringLength(10)]
        public string? IndustryCode { get; init; }

        public FirmSize? Size { get; init; }

        /// <summary>What is needed and the main difficulty.</summary>
        [StringLength(2000)]
        public string Description { get; init; } = "";

        [StringLength(1000)]
        public string? Background { get; init; }

        /// <summary>What counts as solved, in figures.</summary>
        [StringLength(1000)]
        public string? Indicators { get; init; }

        /// <summary>Money, team and equipment at hand.</summary>
        [StringLength(1000)]
        public string? PresentBase { get; init; }

        /// <summary>Codes of TransferWay.</summary>
        [MaxLength(13), Each(1, 40)]
        public IReadOnlyList<string> CooperationWays { get; init; } = [];

        public Money? Budget { get; init; }

        /// <summary>面议: no budget is named.</summary>
        public bool BudgetNegotiable { get; init; }

        /// <summary>The lowest readiness level wanted.</summary>
        [Range(1, 9)]
        public int? WantedMaturity { get; init; }

        [Range(1, 120)]
        public int? PeriodMonths { get; init; }

        public IpWish? IpOwnership { get; init; }

        [StringLength(500)]
        public string? WantedPartner { get; init; }

        /// <summary>GB/T 2260, six digits.</summary>
        [StringLength(6)]
        public string? AreaCode { get; init; }

        /// <summary>The last day on which offers are welcome.</summary>
        public DateOnly? ValidUntil { get; init; }

        public Audience Visibility { get; init; }

        /// <summary>Budget and place as the data source words them; only imports fill them.</summary>
        public SourceWords? AsStated { get; init; }
    }

    public sealed record SourceWords([property: StringLength(60)] string? Budget, [property: StringLength(100)] string? Region);
}
