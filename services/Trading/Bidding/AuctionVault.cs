using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace TechMarket.Trading.Bidding;

/// <summary>
/// Locks what the database keeps but must not tell before its time: reserve prices, sealed bids and the limits of proxy bids.
/// The keys are in <c>Trading:KeysFolder</c>; every process of the market needs the same ones.
/// </summary>
sealed class AuctionVault(IConfiguration configuration)
{
    private readonly Lazy<IDataProtector> protector = new(() => Open(configuration).CreateProtector("techmarket.trading.bidding.v1"));

    /// <summary>A new salt: 128 random bits.</summary>
    public static string NewSalt() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <summary>Binds and locks the reserve price of an auction.</summary>
    public SealedReserve SealReserve(string auction, decimal amount)
    {
        var salt = NewSalt();
        return new SealedReserve(LogEntry.Commit(auction, "reserve", amount, salt), Lock(amount, salt));
    }

    public OpenedReserve OpenReserve(SealedReserve reserve)
    {
        var (amount, salt) = Open(reserve.Box);
        return new OpenedReserve(amount, salt!);
    }

    public byte[] Lock(decimal amount, string? salt) => protector.Value.Protect(Encoding.UTF8.GetBytes($"{CanonicalJson.Amount(amount)}|{salt}"));

    public (decimal Amount, string? Salt) Open(byte[] box)
    {
        var parts = Encoding.UTF8.GetString(protector.Value.Unprotect(box)).Split('|');
        return (decimal.Parse(parts[0], CultureInfo.InvariantCulture), parts[1].Length == 0 ? null : parts[1]);
    }

    private static IDataProtectionProvider Open(IConfiguration configuration)
    {
        var folder = configuration["Trading:KeysFolder"] ?? Path.Combine(configuration["Files:Folder"] ?? Path.Combine(AppContext.BaseDirectory, "files"), "trading-keys");
        var keys = Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return DataProtectionProvider.Create(keys, protection => protection.SetApplicationName("techmarket.trading"));
    }
}
