using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace TechMarket.Platform.Data;

/// <summary>The service is ready when its database answers.</summary>
sealed class DatabaseCheck<TDb>(TDb db) : IHealthCheck
    where TDb : MarketDb
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await db.Database.CanConnectAsync(cancellationToken) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("The database does not answer.");
}
