using System.Text;
using Npgsql;

namespace TechMarket.Trading.Tests.Bidding;

/// <summary>Looks where a secret could have leaked to.</summary>
static class Secrets
{
    /// <summary>Every row of every table of the service as text, bytes also read as text.</summary>
    public static Task<string> Everywhere(Testing.ServiceApp<TradingDb> app) => app.InDb(async db =>
    {
        await Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.OpenConnectionAsync(db.Database);
        var connection = (NpgsqlConnection)Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.GetDbConnection(db.Database);
        var tables = new List<string>();
        await using (var list = new NpgsqlCommand("select tablename from pg_tables where schemaname = 'trading'", connection))
        await using (var reader = await list.ExecuteReaderAsync())
            while (await reader.ReadAsync()) tables.Add(reader.GetString(0));
        tables.ShouldContain("auction_bid");
        var all = new StringBuilder();
        foreach (var table in tables)
        {
            await using var rows = new NpgsqlCommand($"""select * from trading."{table}" """, connection);
            await using var reader = await rows.ExecuteReaderAsync();
            while (await reader.ReadAsync())
                for (var i = 0; i < reader.FieldCount; i++)
                    if (!reader.IsDBNull(i)) all.Append(reader.GetValue(i) is byte[] bytes ? Encoding.Latin1.GetString(bytes) : reader.GetFieldValue<object>(i)).Append('\n');
        }
        return all.ToString();
    });
}
