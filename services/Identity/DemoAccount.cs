namespace TechMarket.Identity;

/// <summary>An account of the demonstration, as written to <c>demo-accounts.json</c>.</summary>
/// <param name="Role">What this account is there to show; <c>data_source</c> for the one that imports.</param>
/// <param name="ClientId">With <paramref name="ClientSecret"/>: the API client of the data source.</param>
public sealed record DemoAccount(
    string Role, IReadOnlyList<string> Roles, string Organisation, string Name, string Email, string Password, string? ClientId = null, string? ClientSecret = null);
