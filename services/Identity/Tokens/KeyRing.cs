using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace TechMarket.Identity.Tokens;

/// <summary>The signing keys in the database, read once a minute.</summary>
sealed class KeyRing(IServiceScopeFactory scopes, SecretBox box, IOptions<IdentityOptions> options, TimeProvider clock)
{
    private static readonly TimeSpan Keep = TimeSpan.FromMinutes(1);
    private readonly Lock gate = new();
    private volatile Kept? kept;
    private volatile Signing? signer;

    /// <summary>Everything services may have to check tokens with: old, present and coming keys.</summary>
    public async Task<IReadOnlyList<SigningKey>> Published(CancellationToken ct)
    {
        if (kept is { } known && known.Until > clock.GetUtcNow()) return known.Keys;
        await using var scope = scopes.CreateAsyncScope();
        var keys = await scope.ServiceProvider.GetRequiredService<IdentityDb>().SigningKeys.AsNoTracking().OrderBy(k => k.ActiveFrom).ToListAsync(ct);
        kept = new Kept(clock.GetUtcNow() + Keep, keys);
        return keys;
    }

    public async Task<SigningCredentials> Signer(CancellationToken ct)
    {
        var key = Current(await Published(ct));
        if (key is null)
        {
            await Rotate(ct);
            key = Current(await Published(ct)) ?? throw new InvalidOperationException("There is no usable signing key.");
        }
        lock (gate)
        {
            if (signer is { } known && known.Id == key.Id) return known.Credentials;
            var ecdsa = ECDsa.Create();
            ecdsa.ImportPkcs8PrivateKey(box.Open(key.PrivateKey), out _);
            var credentials = new SigningCredentials(new ECDsaSecurityKey(ecdsa) { KeyId = key.Id }, SecurityAlgorithms.EcdsaSha256);
            signer = new Signing(key.Id, credentials);
            return credentials;
        }
    }

    /// <summary>Makes the next key in time and drops the dead ones; replicas take turns.</summary>
    public async Task Rotate(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IdentityDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended('identity:keys', 0))", ct);
        var now = clock.GetUtcNow();
        var keys = await db.SigningKeys.ToListAsync(ct);
        // A key that can no longer be read cannot sign: another one takes over at once.
        if (KeySchedule.NextActiveFrom([.. keys.Where(IsUsable)], options.Value.SigningKeyLife, now) is { } activeFrom)
            keys.Add(db.SigningKeys.Add(New(activeFrom, now)).Entity);
        db.SigningKeys.RemoveRange(KeySchedule.Dead(keys, now));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        kept = null;
    }

    private SigningKey? Current(IEnumerable<SigningKey> keys) => KeySchedule.Signer(keys.Where(IsUsable), clock.GetUtcNow());

    private bool IsUsable(SigningKey key) => (signer is { } known && known.Id == key.Id) || box.Open(key.PrivateKey) is not null;

    private SigningKey New(DateTimeOffset activeFrom, DateTimeOffset now)
    {
        using var ecdsa = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var point = ecdsa.ExportParameters(includePrivateParameters: false).Q;
        return new SigningKey
        {
            Id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)),
            PrivateKey = box.Lock(ecdsa.ExportPkcs8PrivateKey()),
            X = Base64UrlEncoder.Encode(point.X),
            Y = Base64UrlEncoder.Encode(point.Y),
            CreatedAt = now,
            ActiveFrom = activeFrom,
        };
    }

    private sealed record Kept(DateTimeOffset Until, IReadOnlyList<SigningKey> Keys);

    private sealed record Signing(string Id, SigningCredentials Credentials);
}
