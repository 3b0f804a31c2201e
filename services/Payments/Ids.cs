using TechMarket.Platform.Ids;

namespace TechMarket.Payments;

public readonly record struct AccountId(Guid Value) : ITypedId<AccountId>
{
    public static AccountId From(Guid value) => new(value);

    public static bool TryParse(string? text, out AccountId id)
    {
        var parsed = Guid.TryParse(text, out var value);
        id = new AccountId(value);
        return parsed;
    }

    public override string ToString() => Value.ToString();
}

public readonly record struct BillId(Guid Value) : ITypedId<BillId>
{
    public static BillId From(Guid value) => new(value);

    public static bool TryParse(string? text, out BillId id)
    {
        var parsed = Guid.TryParse(text, out var value);
        id = new BillId(value);
        return parsed;
    }

    public override string ToString() => Value.ToString();
}

public readonly record struct MovementId(Guid Value) : ITypedId<MovementId>
{
    public static MovementId From(Guid value) => new(value);

    public static bool TryParse(string? text, out MovementId id)
    {
        var parsed = Guid.TryParse(text, out var value);
        id = new MovementId(value);
        return parsed;
    }

    public override string ToString() => Value.ToString();
}

public readonly record struct PayoutId(Guid Value) : ITypedId<PayoutId>
{
    public static PayoutId From(Guid value) => new(value);

    public static bool TryParse(string? text, out PayoutId id)
    {
        var parsed = Guid.TryParse(text, out var value);
        id = new PayoutId(value);
        return parsed;
    }

    public override string ToString() => Value.ToString();
}
