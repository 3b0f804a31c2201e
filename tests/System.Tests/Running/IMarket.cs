namespace TechMarket.SystemTests.Running;

/// <summary>A running market, whatever it is made of.</summary>
public interface IMarket
{
    Uri Address { get; }

    /// <summary>The demonstration's accounts.</summary>
    Task<IReadOnlyList<Account>> Accounts();

    /// <summary>Returns when everything answers; after a process died, when it is back.</summary>
    Task Ready();
}

/// <summary>An account of <c>demo-accounts.json</c>.</summary>
public sealed record Account(string Role, IReadOnlyList<string> Roles, string Organisation, string Name, string Email, string Password);
