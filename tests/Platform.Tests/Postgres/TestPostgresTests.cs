using Npgsql;
using TechMarket.Testing;

namespace TechMarket.Platform.Tests.Postgres;

public sealed class TestPostgresTests
{
    [Fact]
    public async Task Databases_asked_for_at_once_are_separate_copies_of_one_prepared_template()
    {
        var prepared = 0;
        Task<string> Template() => TestPostgres.Template("copies", async connectionString =>
        {
            Interlocked.Increment(ref prepared);
            await Execute(connectionString, "create table thing (n int); insert into thing values (1)");
        });

        var databases = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ => await TestPostgres.NewDatabase(await Template())));

        prepared.ShouldBe(1);
        databases.Distinct().Count().ShouldBe(8);
        await Execute(databases[0], "insert into thing values (2)");
        (await Count(databases[0])).ShouldBe(2);
        (await Count(databases[1])).ShouldBe(1);
    }

    private static async Task Execute(string connectionString, string sql)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<long> Count(string connectionString)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand("select count(*) from thing");
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
