namespace TechMarket.Matching.Engine;

/// <summary>A document in a snapshot.</summary>
internal static class SnapshotDocuments
{
    public static void Write(BinaryWriter to, SearchDocument document)
    {
        to.Write(document.Id.ToByteArray());
        to.Write((byte)document.Kind);
        to.Write(document.Version);
        to.Write(document.Number);
        WriteOptional(to, document.ExternalId);
        to.Write(document.Title);
        WriteList(to, document.Keywords);
        to.Write(document.Summary);
        to.Write(document.FieldCode);
        to.Write((byte)Math.Clamp(document.Maturity, 0, 9));
        to.Write(document.AreaCode);
        WriteList(to, document.IpTypes);
        to.Write(document.PricingMode);
        WriteList(to, document.TransferWays);
        WriteAmount(to, document.Price);
        to.Write(document.PriceBand);
        WriteAmount(to, document.Budget);
        to.Write(document.OwnerId.HasValue);
        if (document.OwnerId is { } owner)
            to.Write(owner.ToByteArray());
        WriteOptional(to, document.OwnerName);
        to.Write(document.PublishedAt.UtcTicks);
        to.Write((byte)document.Visibility);
    }

    public static SearchDocument Read(BinaryReader from) => new()
    {
        Id = new Guid(from.ReadBytes(16)),
        Kind = (DocumentKind)from.ReadByte(),
        Version = from.ReadInt64(),
        Number = from.ReadString(),
        ExternalId = ReadOptional(from),
        Title = from.ReadString(),
        Keywords = ReadList(from),
        Summary = from.ReadString(),
        FieldCode = from.ReadString(),
        Maturity = from.ReadByte(),
        AreaCode = from.ReadString(),
        IpTypes = ReadList(from),
        PricingMode = from.ReadString(),
        TransferWays = ReadList(from),
        Price = ReadAmount(from),
        PriceBand = from.ReadString(),
        Budget = ReadAmount(from),
        OwnerId = from.ReadBoolean() ? new Guid(from.ReadBytes(16)) : null,
        OwnerName = ReadOptional(from),
        PublishedAt = new DateTimeOffset(from.ReadInt64(), TimeSpan.Zero),
        Visibility = (Visibility)from.ReadByte(),
    };

    private static void WriteOptional(BinaryWriter to, string? text)
    {
        to.Write(text is not null);
        if (text is not null)
            to.Write(text);
    }

    private static string? ReadOptional(BinaryReader from) => from.ReadBoolean() ? from.ReadString() : null;

    private static void WriteAmount(BinaryWriter to, decimal? amount)
    {
        to.Write(amount.HasValue);
        if (amount is { } value)
            to.Write(value);
    }

    private static decimal? ReadAmount(BinaryReader from) => from.ReadBoolean() ? from.ReadDecimal() : null;

    private static void WriteList(BinaryWriter to, IReadOnlyList<string> list)
    {
        to.Write7BitEncodedInt(list.Count);
        for (var i = 0; i < list.Count; i++)
            to.Write(list[i]);
    }

    private static string[] ReadList(BinaryReader from)
    {
        var count = from.Read7BitEncodedInt();
        if (count is < 0 or > 10_000)
            throw new SnapshotException("The snapshot is damaged.");
        var list = new string[count];
        for (var i = 0; i < count; i++)
            list[i] = from.ReadString();
        return list;
    }
}
