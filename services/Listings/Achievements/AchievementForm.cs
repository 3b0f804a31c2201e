using System.ComponentModel.DataAnnotations;
using TechMarket.Messages;
using TechMarket.Platform.Web;
using TechMarket.Rules;

namespace TechMarket.Listings.Achievements;

/// <summary>What an author fills in (DOMAIN 5.1). The confidential detail is not among it: it lives in a table of its own.</summary>
static class AchievementForm
{
    /// <summary>属性: where the innovation comes from.</summary>
    public enum Attribute
    {
        Original,
        ReInnovation,
        DomesticRedevelopment,
    }

    public enum RightStatus
    {
        Granted,
        Applied,
        Lapsed,
    }

    public enum SecrecyLevel
    {
        None,
        Internal,
        Secret,
    }

    public sealed record Content
    {
        [StringLength(100)]
        public string Title { get; init; } = "";

        [MaxLength(10), Each(1, 30)]
        public IReadOnlyList<string> Keywords { get; init; } = [];

        /// <summary>A code of AchievementForm.</summary>
        [StringLength(30)]
        public string? Form { get; init; }

        public Attribute? Attribute { get; init; }

        /// <summary>A code of TechField.</summary>
        [StringLength(10)]
        public string? FieldCode { get; init; }

        /// <summary>A code of Maturity: the stage people speak of.</summary>
        [StringLength(30)]
        public string? Maturity { get; init; }

        [Range(1, 9)]
        public int? Trl { get; init; }

        [MaxLength(30)]
        public IReadOnlyList<Right> IpRights { get; init; } = [];

        [MaxLength(20), Each(1, 100)]
        public IReadOnlyList<string> HolderUnits { get; init; } = [];

        /// <summary>Personal data: shown to the owner's people and the bureau alone.</summary>
        [MaxLength(50)]
        public IReadOnlyList<Completer> Completers { get; init; } = [];

        /// <summary>A code of PlanType.</summary>
        [StringLength(30)]
        public string? PlanCode { get; init; }

        [StringLength(100)]
        public string? PlanProject { get; init; }

        /// <summary>A code of Industry.</summary>
        [StringLength(10)]
        public string? IndustryCode { get; init; }

        [StringLength(2000)]
        public string PublicSummary { get; init; } = "";

        [StringLength(1000)]
        public string? ProblemSolved { get; init; }

        [StringLength(1000)]
        public string? Application { get; init; }

        [StringLength(1000)]
        public string? Indicators { get; init; }

        /// <summary>Economic and social benefits over what is in use.</summary>
        [StringLength(1000)]
        public string? Benefits { get; init; }

        /// <summary>Codes of TransferWay.</summary>
        [MaxLength(13), Each(1, 40)]
        public IReadOnlyList<string> TransferWays { get; init; } = [];

        /// <summary>A code of PricingMode.</summary>
        [StringLength(30)]
        public string? PricingMode { get; init; }

        public Money? ExpectedPrice { get; init; }

        /// <summary>面议: no price is named.</summary>
        public bool PriceNegotiable { get; init; }

        /// <summary>GB/T 2260, six digits.</summary>
        [StringLength(6)]
        public string? AreaCode { get; init; }

        public Secrecy Secrecy { get; init; } = new();

        /// <summary>Price, place, rights and maturity as the data source words them; only imports fill them.</summary>
        public SourceWords? AsStated { get; init; }

        /// <summary>The readiness level others compare with; 0 when nothing is stated.</summary>
        public int ReadinessLevel() => Trl ?? (Maturity is { } stage && CodeLists.Maturity.Contains(stage) ? Maturities.TrlRange(stage).From : 0);

        /// <summary>The last day of the right that ends first.</summary>
        public DateOnly? FirstRightEndsOn() => IpRights.Min(r => r.ExpiresOn);
    }

    /// <param name="Kind">A code of IpType.</param>
    /// <param name="FeeDueOn">When the next annual fee is due.</param>
    public sealed record Right(
        [property: StringLength(30)] string Kind, [property: StringLength(60)] string? Number = null, [property: StringLength(100)] string? Owner = null,
        RightStatus? Status = null, DateOnly? ExpiresOn = null, DateOnly? FeeDueOn = null);

    /// <param name="ShareRate">A fraction of the whole, for example 0.35.</param>
    public sealed record Completer(
        [property: StringLength(50)] string Name, [property: Range(1, 100)] int Order, [property: StringLength(100)] string? Unit = null,
        [property: Range(0.0, 1.0)] decimal? ShareRate = null);

    /// <summary>保密声明. A secret or a key core technology waits for the authority's approval (DOMAIN P-6, C-10).</summary>
    public sealed record Secrecy
    {
        public SecrecyLevel Level { get; init; }

        public bool KeyCoreTechnology { get; init; }

        /// <summary>The author declares that the public text holds no state secret and no unpublished know-how.</summary>
        public bool Declared { get; init; }

        [StringLength(60)]
        public string? ApprovalNumber { get; init; }

        [StringLength(100)]
        public string? ApprovalAuthority { get; init; }

        public DateOnly? ApprovedOn { get; init; }

        /// <summary>True when nothing bars publication.</summary>
        public bool IsClear() => (Level == SecrecyLevel.None && !KeyCoreTechnology)
            || (!string.IsNullOrWhiteSpace(ApprovalNumber) && !string.IsNullOrWhiteSpace(ApprovalAuthority) && ApprovedOn is not null);
    }

    public sealed record SourceWords(
        [property: StringLength(60)] string? Price, [property: StringLength(100)] string? Region, [property: StringLength(300)] string? Ip,
        [property: StringLength(60)] string? Maturity);
}
