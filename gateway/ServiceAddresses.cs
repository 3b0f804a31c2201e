using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace TechMarket.Gateway;

/// <summary>Where each service answers: <c>Services:{name}</c>, or this very process in the standalone host.</summary>
sealed class ServiceAddresses(IConfiguration configuration, IServer server)
{
    public static readonly IReadOnlyList<string> Names =
        ["identity", "listings", "demands", "matching", "trading", "contracts", "commissions", "payments", "notifications"];

    public Uri Of(string service) => configuration["Services:" + service] is { Length: > 0 } address ? new Uri(address) : Own();

    private Uri Own()
    {
        var bound = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()
            ?? throw new InvalidOperationException("The server has no address yet.");
        return new Uri(bound.Replace("[::]", "127.0.0.1", StringComparison.Ordinal).Replace("0.0.0.0", "127.0.0.1", StringComparison.Ordinal)
            .Replace("://+", "://127.0.0.1", StringComparison.Ordinal).Replace("://*", "://127.0.0.1", StringComparison.Ordinal));
    }
}
