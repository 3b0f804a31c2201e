using System.Data;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using TechMarket.Platform.Data;

namespace TechMarket.Platform.Messaging;

/// <summary>Runs a reaction once per message, with retries outside the transaction, and keeps what still fails as a dead letter.</summary>
public sealed class ReactionRunner(IServiceScopeFactory scopes, TimeProvider clock, ILogger<ReactionRunner> log)
{
    private static readonly TimeSpan[] Pauses = [TimeSpan.FromMilliseconds(50), TimeSpan.FromMilliseconds(250), TimeSpan.FromSeconds(1)];

    /// <summary>Returns when the reaction has committed, was already done, or is kept as a dead letter; throws when not even that could be saved.</summary>
    public async Task Run<TDb, TReaction, TFact>(string reaction, Guid messageId, TFact fact, CancellationToken ct)
        where TDb : MarketDb
        where TReaction : class, IReaction<TFact>
        where TFact : class
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                await Once<TDb, TReaction, TFact>(reaction, messageId, fact, ct);
                return;
            }
            catch (Exception failure) when (failure is not OperationCanceledException || !ct.IsCancellationRequested)
            {
                if (attempt < Pauses.Length)
                {
                    log.LogWarning(failure, "{Reaction} failed on {Message}, attempt {Attempt}", reaction, messageId, attempt + 1);
                    await Task.Delay(Pauses[attempt], clock, ct);
                    continue;
                }
                log.LogError(failure, "{Reaction} gave up on {Message}", reaction, messageId);
                await Keep<TDb, TFact>(reaction, messageId, fact, failure, ct);
                return;
            }
        }
    }

    /// <summary>One try: the inbox key and the effect commit together.</summary>
    /// <returns>False when the message had taken effect before.</returns>
    public async Task<bool> Once<TDb, TReaction, TFact>(string reaction, Guid messageId, TFact fact, CancellationToken ct)
        where TDb : MarketDb
        where TReaction : class, IReaction<TFact>
        where TFact : class
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.ReadCommitted, ct);
        var sql = $"""
            insert into "{db.Schema}".inbox (message_id, reaction, handled_at) values (@message, @reaction, @now) on conflict do nothing
            """;
        var taken = await db.Database.ExecuteSqlRawAsync(
            sql, [new NpgsqlParameter("message", messageId), new NpgsqlParameter("reaction", reaction), new NpgsqlParameter("now", clock.GetUtcNow())], ct);
        if (taken == 0) return false;
        await ActivatorUtilities.GetServiceOrCreateInstance<TReaction>(scope.ServiceProvider).React(fact, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return true;
    }

    private async Task Keep<TDb, TFact>(string reaction, Guid messageId, TFact fact, Exception failure, CancellationToken ct)
        where TDb : MarketDb
        where TFact : class
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        var kept = await db.DeadLetters.SingleOrDefaultAsync(d => d.MessageId == messageId && d.Reaction == reaction, ct);
        if (kept is null)
        {
            kept = new DeadLetterRow
            {
                Id = Guid.CreateVersion7(), MessageId = messageId, Reaction = reaction, Urn = FactCatalogue.UrnOf(typeof(TFact)),
                Body = JsonSerializer.Serialize(fact, Json.Options), Error = "", FailedAt = clock.GetUtcNow(),
            };
            db.DeadLetters.Add(kept);
        }
        kept.Error = failure.ToString();
        kept.FailedAt = clock.GetUtcNow();
        kept.Attempts++;
        await db.SaveChangesAsync(ct);
    }
}
