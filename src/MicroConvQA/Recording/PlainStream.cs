using System.IO.Compression;

namespace MicroConvQA.Recording;

/// <summary>
/// Opens what may be compressed: gzip is known by its first bytes, whatever the file is called, also where a stream cannot be rewound.
/// </summary>
internal static class PlainStream
{
    public static Stream Of(Stream source)
    {
        var start = new byte[2];
        var length = source.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        var whole = new Rewound(start[..length], source);
        return start is [0x1f, 0x8b] ? new Unpacked(whole) : whole;
    }

    /// <summary>What a packed stream holds, as far as <see cref="UnpackingLimit"/> lets it.</summary>
    private sealed class Unpacked(Rewound packed) : ReadOnlyStream
    {
        private readonly GZipStream _plain = new(packed, CompressionMode.Decompress);
        private long _length;

        public override int Read(Span<byte> buffer)
        {
            var read = _plain.Read(buffer);
            _length += read;
            return UnpackingLimit.IsExceeded(_length, packed.Passed) ? throw new UnpackedTooFarException() : read;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                _plain.Dispose();
            base.Dispose(disposing);
        }
    }

    /// <summary>What was read of a stream already, and then the rest of it.</summary>
    private sealed class Rewound(byte[] start, Stream rest) : ReadOnlyStream
    {
        private int _read;
        private long _length;

        /// <summary>How many bytes were read until now.</summary>
        public long Passed => _length;

        public override int Read(Span<byte> buffer)
        {
            var length = _read == start.Length ? rest.Read(buffer) : Again(buffer);
            _length += length;
            return length;
        }

        private int Again(Span<byte> buffer)
        {
            var length = Math.Min(buffer.Length, start.Length - _read);
            start.AsSpan(_read, length).CopyTo(buffer);
            _read += length;
            return length;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                rest.Dispose();
            base.Dispose(disposing);
        }
    }

    private abstract class ReadOnlyStream : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public abstract override int Read(Span<byte> buffer);

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
