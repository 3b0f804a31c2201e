using System.Buffers.Binary;
using System.Numerics;

namespace TechMarket.Matching.Engine;

/// <summary>A snapshot cannot be used: damaged, cut off, of another format or of other word lists. Fill the index anew.</summary>
internal sealed class SnapshotException(string message, Exception? cause = null) : Exception(message, cause);

/// <summary>Writes a stream as blocks that carry their length and checksum, ended by an empty block.</summary>
internal sealed class BlockWriter(Stream to) : Stream
{
    public const int BlockSize = 1 << 16;
    private readonly byte[] block = new byte[BlockSize];
    private int used;
    private uint number;

    public override bool CanRead => false;
    public override bool CanSeek => false;
    public override bool CanWrite => true;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (buffer.Length > 0)
        {
            if (used == BlockSize)
                WriteBlock();
            var part = Math.Min(buffer.Length, BlockSize - used);
            buffer[..part].CopyTo(block.AsSpan(used));
            used += part;
            buffer = buffer[part..];
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public void Complete()
    {
        if (used > 0)
            WriteBlock();
        WriteBlock();
        to.Flush();
    }

    // Blocks are flushed when full; a flush of the writer above must not cut them short.
    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();

    private void WriteBlock()
    {
        Span<byte> head = stackalloc byte[8];
        BinaryPrimitives.WriteInt32LittleEndian(head, used);
        BinaryPrimitives.WriteUInt32LittleEndian(head[4..], Checksum(block.AsSpan(0, used), number++));
        to.Write(head);
        to.Write(block, 0, used);
        used = 0;
    }

    /// <summary>CRC-32C over the block's number and its bytes, so that blocks cannot change places either.</summary>
    internal static uint Checksum(ReadOnlySpan<byte> bytes, uint number)
    {
        var crc = BitOperations.Crc32C(uint.MaxValue, number);
        while (bytes.Length >= 8)
        {
            crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
            bytes = bytes[8..];
        }
        foreach (var b in bytes)
            crc = BitOperations.Crc32C(crc, b);
        return ~crc;
    }
}

/// <summary>Reads what <see cref="BlockWriter"/> wrote; no byte is handed out before its block was proven.</summary>
internal sealed class BlockReader(Stream from) : Stream
{
    private readonly byte[] block = new byte[BlockWriter.BlockSize];
    private int size;
    private int at;
    private uint number;
    private bool ended;

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(Span<byte> buffer)
    {
        if (at == size && !ended)
            ReadBlock();
        var part = Math.Min(buffer.Length, size - at);
        block.AsSpan(at, part).CopyTo(buffer);
        at += part;
        return part;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <summary>Refuses a stream with anything left before its end mark.</summary>
    public void ExpectEnd()
    {
        if (at == size && !ended)
            ReadBlock();
        if (!ended)
            throw new SnapshotException("The snapshot holds more than it should.");
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private void ReadBlock()
    {
        Span<byte> head = stackalloc byte[8];
        Fill(head);
        var length = BinaryPrimitives.ReadInt32LittleEndian(head);
        if (length is < 0 or > BlockWriter.BlockSize)
            throw new SnapshotException("The snapshot is damaged.");
        Fill(block.AsSpan(0, length));
        if (BinaryPrimitives.ReadUInt32LittleEndian(head[4..]) != BlockWriter.Checksum(block.AsSpan(0, length), number++))
            throw new SnapshotException("The snapshot is damaged.");
        (size, at, ended) = (length, 0, length == 0);
    }

    private void Fill(Span<byte> buffer)
    {
        if (from.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false) < buffer.Length)
            throw new SnapshotException("The snapshot is cut off.");
    }
}
