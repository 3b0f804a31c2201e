namespace TechMarket.Platform.Imports;

/// <summary>Where an imported record was found.</summary>
/// <param name="Url">Kept as provenance; shown as a link only when <see cref="MayLink"/>.</param>
public sealed record Provenance(string PostedBy, string? Url, string? Trust, DateOnly? ListedOn)
{
    private const string NeverLink = "mirror-do-not-link";

    /// <summary>False where the source asks not to be linked; the address is then never shown.</summary>
    public bool MayLink => Trust != NeverLink && Uri.TryCreate(Url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";
}
