using System.Buffers.Binary;
using TechMarket.Matching.Engine;

namespace TechMarket.Matching.Index;

/// <summary>The index on disk, for a fast start. Setting: <c>Matching:SnapshotFolder</c>; without it there is none.</summary>
/// <remarks>It is a copy: a missing, damaged or older file only means that the index is filled from the table.</remarks>
sealed class SnapshotFile(IConfiguration configuration, ILogger<SnapshotFile> log)
{
    private string? Folder => configuration["Matching:SnapshotFolder"];

    /// <returns>The change the loaded index shows; 0 when nothing was loaded.</returns>
    public long Load(MarketIndex index)
    {
        if (Folder is not { } folder || !File.Exists(PathIn(folder))) return 0;
        try
        {
            using var file = File.OpenRead(PathIn(folder));
            var change = ReadChange(file);
            var fresh = new MarketIndex();
            fresh.Of(DocumentKind.Achievement).LoadSnapshot(file);
            fresh.Of(DocumentKind.Demand).LoadSnapshot(file);
            index.Replace(fresh.Of(DocumentKind.Achievement), fresh.Of(DocumentKind.Demand));
            return change;
        }
        catch (Exception unreadable) when (unreadable is SnapshotException or IOException or UnauthorizedAccessException)
        {
            log.LogWarning(unreadable, "The index snapshot is not usable; filling the index from the table");
            return 0;
        }
    }

    /// <summary>Written beside and moved over, so that a crash leaves the former one.</summary>
    public void Save(MarketIndex index, long change)
    {
        if (Folder is not { } folder) return;
        try
        {
            Directory.CreateDirectory(folder);
            var draft = PathIn(folder) + ".new";
            using (var file = File.Create(draft))
            {
                WriteChange(file, change);
                index.Of(DocumentKind.Achievement).SaveSnapshot(file);
                index.Of(DocumentKind.Demand).SaveSnapshot(file);
                file.Flush(flushToDisk: true);
            }
            File.Move(draft, PathIn(folder), overwrite: true);
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            log.LogWarning(unwritable, "The index snapshot could not be written");
        }
    }

    // Twice, the second time inverted: a damaged number would make the index miss changes for ever.
    private static void WriteChange(FileStream file, long change)
    {
        Span<byte> head = stackalloc byte[16];
        BinaryPrimitives.WriteInt64LittleEndian(head, change);
        BinaryPrimitives.WriteInt64LittleEndian(head[8..], ~change);
        file.Write(head);
    }

    private static long ReadChange(FileStream file)
    {
        Span<byte> head = stackalloc byte[16];
        file.ReadExactly(head);
        var change = BinaryPrimitives.ReadInt64LittleEndian(head);
        return BinaryPrimitives.ReadInt64LittleEndian(head[8..]) == ~change ? change : throw new SnapshotException("The number of the change is damaged.");
    }

    private static string PathIn(string folder) => Path.Combine(folder, "index.snapshot");
}
