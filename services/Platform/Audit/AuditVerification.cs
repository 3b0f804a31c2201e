using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TechMarket.Platform.Data;
using TechMarket.Platform.Messaging;

namespace TechMarket.Platform.Audit;

/// <summary>The command <c>verify-audit</c>: follows every service's chain and says where it breaks.</summary>
public static class AuditVerification
{
    /// <returns>0 when all chains hold, 1 when one is broken.</returns>
    public static async Task<int> Run(IServiceProvider services, TextWriter output)
    {
        var broken = 0;
        foreach (var registration in services.GetServices<DbRegistration>())
        {
            await using var scope = services.CreateAsyncScope();
            var db = (MarketDb)scope.ServiceProvider.GetRequiredService(registration.Db);
            var rows = db.AuditTrail.AsNoTracking().OrderBy(r => r.Sequence).AsEnumerable();
            var count = 0L;
            var at = AuditChain.FirstBreak(rows.Select(r => { count++; return r; }));
            await output.WriteLineAsync(at is null
                ? $"{registration.Service}: {count} records, the chain holds."
                : $"{registration.Service}: BROKEN at record {at}.");
            if (at is not null) broken++;
        }
        return broken == 0 ? 0 : 1;
    }
}
