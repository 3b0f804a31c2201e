using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using TechMarket.Platform.Data;

namespace TechMarket.Testing;

/// <summary>
/// A hash of every row of a service's schema: equal before and after a refusal. A pulse is left out: it says that a process lives, whatever is
/// asked of it.
/// </summary>
static class DatabaseFingerprint
{
    public static async Task<string> Of(MarketDb db)
    {
        // The context's own connection: its string no longer carries the password once it was opened.
        await db.Database.OpenConnectionAsync();
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        var tables = new List<string>();
        await using (var list = new NpgsqlCommand("select tablename from pg_tables where schemaname = $1 and tablename <> 'bidding_pulse' order by 1", connection))
        {
            list.Parameters.AddWithValue(db.Schema);
            await using var reader = await list.ExecuteReaderAsync();
            while (await reader.ReadAsync()) tables.Add(reader.GetString(0));
        }
        var all = new StringBuilder();
        foreach (var table in tables)
        {
            await using var rows = new NpgsqlCommand(
                $"""select coalesce(string_agg(md5(t::text), '' order by md5(t::text)), '') from "{db.Schema}"."{table}" t""", connection);
            all.Append(table).Append('=').Append(await rows.ExecuteScalarAsync()).Append('\n');
        }
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all.ToString())));
    }
}
