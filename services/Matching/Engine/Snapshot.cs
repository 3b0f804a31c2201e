using System.Text;

namespace TechMarket.Matching.Engine;

/// <summary>The index as a file: learned terms, documents and finished postings, without removed rows.</summary>
internal static class Snapshot
{
    /// <summary>Grows with every change to this format or to how text becomes terms.</summary>
    public const int Format = 2;
    private const uint Magic = 0x58534D54;

    public static void Save(
        Stream stream, DocumentKind kind, View view, List<string> learned, List<KeyValuePair<Guid, DocumentState>> removed)
    {
        using (var head = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true))
        {
            head.Write(Magic);
            head.Write(Format);
            head.Write(WordLists.Fingerprint);
            head.Write((byte)kind);
        }
        SnapshotSeal.Write(stream, sealedStream =>
        {
            using var writer = new BinaryWriter(sealedStream, Encoding.UTF8, leaveOpen: true);
            Write(writer, view, learned, removed);
        });
    }

    public static Content Load(Stream stream, DocumentKind kind)
    {
        try
        {
            using (var head = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true))
            {
                if (head.ReadUInt32() != Magic)
                    throw new SnapshotException("This is not a search snapshot.");
                if (head.ReadInt32() != Format)
                    throw new SnapshotException("The snapshot has another format.");
                if (head.ReadUInt64() != WordLists.Fingerprint)
                    throw new SnapshotException("The snapshot was made with other word lists.");
                if (head.ReadByte() != (byte)kind)
                    throw new SnapshotException("The snapshot holds the other kind of documents.");
            }
            return SnapshotSeal.Read(stream, sealedStream =>
            {
                using var reader = new BinaryReader(sealedStream, Encoding.UTF8, leaveOpen: true);
                return Read(reader);
            });
        }
        catch (Exception damage) when (damage is IOException or FormatException or ArgumentException or OverflowException or IndexOutOfRangeException)
        {
            throw new SnapshotException("The snapshot is damaged.", damage);
        }
    }

    private static void Write(BinaryWriter writer, View view, List<string> learned, List<KeyValuePair<Guid, DocumentState>> removed)
    {
        writer.Write(learned.Count);
        foreach (var term in learned)
            writer.Write(term);
        writer.Write(removed.Count);
        foreach (var (id, state) in removed)
        {
            writer.Write(id.ToByteArray());
            writer.Write(state.Version);
        }
        var newRows = new int[view.Rows];
        writer.Write(view.Live);
        for (int row = 0, next = 0; row < view.Rows; row++)
        {
            newRows[row] = view.Deletions.Contains(row) ? -1 : next++;
            if (newRows[row] >= 0)
                SnapshotDocuments.Write(writer, view.Columns.Documents[row]);
        }
        view.Postings.ForEach(view.Rows, (term, list) => WritePostings(writer, term, list, newRows));
        writer.Write(0UL);
    }

    private static Content Read(BinaryReader reader)
    {
        var content = new Content();
        for (var left = reader.ReadInt32(); left > 0; left--)
            content.Vocabulary.Lexicon.Publish(reader.ReadString());
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            var id = new Guid(reader.ReadBytes(16));
            content.Versions[id] = new DocumentState(-1, reader.ReadInt64());
        }
        var rows = reader.ReadInt32();
        var columns = new Columns(Math.Clamp(rows + rows / 4, 1024, Postings.MaxRows));
        for (var row = 0; row < rows; row++)
        {
            var document = SnapshotDocuments.Read(reader);
            columns.Set(row, document, content.Codes);
            content.Versions[document.Id] = new DocumentState(row, document.Version);
            content.Suggestions.Add(document);
        }
        content.Suggestions.Merge();
        var postings = new Postings(rows);
        for (var term = reader.ReadUInt64(); term != 0; term = reader.ReadUInt64())
        {
            var list = ReadPostings(reader, rows);
            postings.AddList(term, list, list.Length);
        }
        content.Publish(new View(postings, columns, Deletions.None, rows));
        return content;
    }

    private static void WritePostings(BinaryWriter writer, ulong term, ArraySegment<uint> list, int[] newRows)
    {
        var count = 0;
        foreach (var posting in list)
            count += newRows[Postings.Row(posting)] >= 0 ? 1 : 0;
        if (count == 0)
            return;
        writer.Write(term);
        writer.Write7BitEncodedInt(count);
        var before = 0;
        foreach (var posting in list)
        {
            var row = newRows[Postings.Row(posting)];
            if (row < 0)
                continue;
            writer.Write7BitEncodedInt(row - before);
            writer.Write(Postings.Impact(posting));
            before = row;
        }
    }

    private static uint[] ReadPostings(BinaryReader reader, int rows)
    {
        var count = reader.Read7BitEncodedInt();
        if (count <= 0 || count > rows)
            throw new SnapshotException("The snapshot is damaged.");
        var list = new uint[count];
        var row = 0;
        for (var i = 0; i < count; i++)
        {
            row += reader.Read7BitEncodedInt();
            list[i] = Postings.Pack(row, reader.ReadByte());
        }
        if (row < 0 || row >= rows)
            throw new SnapshotException("The snapshot is damaged.");
        return list;
    }
}
