namespace TechMarket.Payments.Ledger;

public enum AccountKind
{
    /// <summary>The market's own bank account.</summary>
    Bank,

    /// <summary>Money a payment provider holds for the market.</summary>
    ProviderClearing,

    /// <summary>Money that came in and that nobody has been found for yet.</summary>
    Unallocated,

    /// <summary>A party's bid deposits (保证金).</summary>
    DepositHeld,

    /// <summary>What a buyer paid in for a deal and the seller has not earned yet.</summary>
    Escrow,

    SellerPayable,
    BrokerPayable,
    PlatformFee,

    /// <summary>Income tax kept back from individual brokers.</summary>
    TaxWithheld,
}

/// <summary>Names an account by what it is for, whose it is and its currency; it is opened when it is first booked on.</summary>
/// <param name="Holder">The party, or the deal of an escrow; empty for the market's own accounts.</param>
sealed record AccountKey(AccountKind Kind, Guid Holder, string Currency, string Name)
{
    public static AccountKey Bank(string currency) => new(AccountKind.Bank, Guid.Empty, currency, "Bank");

    public static AccountKey Clearing(string currency) => new(AccountKind.ProviderClearing, Guid.Empty, currency, "Stripe");

    public static AccountKey Unallocated(string currency) => new(AccountKind.Unallocated, Guid.Empty, currency, "Unallocated receipts");

    public static AccountKey PlatformFee(string currency) => new(AccountKind.PlatformFee, Guid.Empty, currency, "Platform fee");

    public static AccountKey TaxWithheld(string currency) => new(AccountKind.TaxWithheld, Guid.Empty, currency, "Tax withheld");
}

/// <summary>An account of the ledger, in one currency. Its balance is the sum of its postings and is stored nowhere.</summary>
sealed class Account
{
    private Account()
    {
    }

    public Account(AccountId id, AccountKey key, DateTimeOffset now) =>
        (Id, Kind, Holder, Currency, Name, OpenedAt) = (id, key.Kind, key.Holder, key.Currency, key.Name, now);

    public AccountId Id { get; private set; }
    public AccountKind Kind { get; private set; }
    public Guid Holder { get; private set; }
    public string Currency { get; private set; } = "";
    public string Name { get; private set; } = "";
    public DateTimeOffset OpenedAt { get; private set; }

    /// <summary>What the market has, rather than what it owes: a debit adds to it, and an opening balance may be missing.</summary>
    public bool IsAsset => IsAssetKind(Kind);

    public static bool IsAssetKind(AccountKind kind) => kind is AccountKind.Bank or AccountKind.ProviderClearing;

    /// <summary>The balance as people read it: positive is what the market has, or what it owes.</summary>
    public static decimal Balance(AccountKind kind, decimal sumOfPostings) => IsAssetKind(kind) ? sumOfPostings : -sumOfPostings;
}
