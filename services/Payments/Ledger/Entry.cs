using TechMarket.Messages;
using TechMarket.Platform.Security;

namespace TechMarket.Payments.Ledger;

public enum EntryKind
{
    /// <summary>Money came in at the bank or a provider.</summary>
    Received,

    /// <summary>Received money was counted towards a bill.</summary>
    Allotted,

    DepositApplied,
    DepositForfeited,
    EscrowReleased,
    TaxKept,

    /// <summary>Money went out.</summary>
    PaidOut,

    /// <summary>A provider moved what it held to the market's bank account.</summary>
    ProviderSettled,
}

/// <summary>One side of an entry. A debit is positive, a credit negative.</summary>
sealed class Posting
{
    private Posting()
    {
    }

    public Posting(Guid entryId, int line, AccountId accountId, Money amount) => (EntryId, Line, AccountId, Amount) = (entryId, line, accountId, amount);

    public Guid EntryId { get; private set; }
    public int Line { get; private set; }
    public AccountId AccountId { get; private set; }
    public Money Amount { get; private set; } = null!;
}

/// <summary>What happened to money, once, with postings that cancel each other. Never changed, never removed: a mistake is answered by another entry.</summary>
sealed class Entry
{
    private readonly List<Posting> postings = [];

    private Entry()
    {
    }

    public Guid Id { get; private set; }
    public string Number { get; private set; } = "";
    public EntryKind Kind { get; private set; }

    /// <summary>What led to it, for example <c>receipt:…</c>. A cause is booked once.</summary>
    public string Cause { get; private set; } = "";

    public string Text { get; private set; } = "";

    /// <summary>The bank's or the provider's own.</summary>
    public string? ProviderReference { get; private set; }

    public DateTimeOffset BookedAt { get; private set; }
    public Guid? BookedById { get; private set; }
    public string? BookedBy { get; private set; }
    public IReadOnlyList<Posting> Postings => postings;

    /// <summary>The postings of every currency add up to nothing, and every account takes its own currency only.</summary>
    public static Entry Of(Guid id, string number, Booking booking, IReadOnlyList<(Account Account, Money Amount)> legs, Caller? by, DateTimeOffset now)
    {
        if (legs.Count < 2) throw new InvalidOperationException("An entry has two postings at least.");
        if (legs.Any(l => l.Amount.Amount == 0)) throw new InvalidOperationException("A posting of nothing says nothing.");
        if (legs.Any(l => l.Account.Currency != l.Amount.Currency)) throw new InvalidOperationException("An account takes its own currency only.");
        if (legs.GroupBy(l => l.Amount.Currency, StringComparer.Ordinal).Any(c => c.Sum(l => l.Amount.Amount) != 0))
            throw new InvalidOperationException("The postings of an entry add up to nothing.");
        var entry = new Entry
        {
            Id = id, Number = number, Kind = booking.Kind, Cause = booking.Cause, Text = booking.Text, ProviderReference = booking.Reference, BookedAt = now,
            BookedById = by?.PersonId, BookedBy = by?.PersonName,
        };
        entry.postings.AddRange(legs.Select((leg, i) => new Posting(id, i + 1, leg.Account.Id, leg.Amount)));
        return entry;
    }
}

/// <summary>An entry that is to be booked.</summary>
sealed record Booking(EntryKind Kind, string Cause, string Text, string? Reference, IReadOnlyList<(AccountKey Account, Money Amount)> Legs)
{
    /// <summary>From one account to another: the first is debited, the second credited.</summary>
    public static Booking Move(EntryKind kind, string cause, string text, string? reference, AccountKey debit, AccountKey credit, Money amount) =>
        new(kind, cause, text, reference, [(debit, amount), (credit, new Money(-amount.Amount, amount.Currency))]);
}
