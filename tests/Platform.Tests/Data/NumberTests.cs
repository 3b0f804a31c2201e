using TechMarket.Platform.Tests.Probe;

namespace TechMarket.Platform.Tests.Data;

[Collection("probe")]
public sealed class NumberTests : IAsyncLifetime
{
    private readonly ProbeApp app = new();

    public Task InitializeAsync() => app.InitializeAsync();

    public Task DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Failed_transactions_leave_no_gap_and_parallel_ones_no_double()
    {
        var given = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => app.InDb(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            var number = await db.NextNumber("CG", CancellationToken.None);
            if (i % 4 == 0)
            {
                await transaction.RollbackAsync();
                return null;
            }
            await transaction.CommitAsync();
            return number;
        })));
        given.OfType<string>().Order().ShouldBe(Enumerable.Range(1, 30).Select(i => $"CG-2026-{i:D6}"));
    }

    [Fact]
    public async Task Outside_a_transaction_no_number_is_given() =>
        await Should.ThrowAsync<InvalidOperationException>(() => app.InDb(db => db.NextNumber("CG", CancellationToken.None)));
}
