using System.Buffers;

namespace MicroConvQA.Browser.Capture.Wire;

/// <summary>
/// A body that is held until it has been looked at, but not for ever: one that does not end in time, or that is too long, goes on as a
/// stream of what was read and of all that follows, and no byte of it is lost.
/// </summary>
/// <param name="body">The body as it comes from the browser.</param>
/// <param name="limit">How many bytes are held at most.</param>
/// <param name="patience">How long it is waited for.</param>
/// <param name="time">By whose clock.</param>
internal sealed class HeldBody(Stream body, int limit, TimeSpan patience, TimeProvider time)
{
    private readonly ArrayBufferWriter<byte> _held = new();
    private readonly byte[] _buffer = new byte[16 * 1024];
    private Task<int>? _pending;

    /// <summary>What was read.</summary>
    public byte[] Held => _held.WrittenSpan.ToArray();

    /// <summary>Holds it.</summary>
    /// <returns>Whether all of it is held.</returns>
    public async Task<bool> HoldAsync(CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        while (_held.WrittenCount < limit)
        {
            _pending ??= body.ReadAsync(_buffer, cancellationToken).AsTask();
            var left = patience - time.GetElapsedTime(began);
            if (!_pending.IsCompleted && !await EndsAsync(_pending, left, cancellationToken))
                return false;
            var count = await _pending;
            _pending = null;
            if (count == 0)
                return true;
            _held.Write(_buffer.AsSpan(0, count));
        }

        return false;
    }

    /// <summary>What was read and all that follows, once.</summary>
    public Stream GoOn() => new Rest(this, body);

    /// <summary>The read goes on where it was: who gives up waiting must not give up the bytes that it may have got by then.</summary>
    private async Task<bool> EndsAsync(Task read, TimeSpan left, CancellationToken cancellationToken)
    {
        if (left <= TimeSpan.Zero)
            return false;
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var first = await Task.WhenAny(read, Task.Delay(left, time, waiting.Token));
        await waiting.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
        return first == read;
    }

    private sealed class Rest : Stream
    {
        private readonly HeldBody _held;
        private readonly Stream _body;
        private readonly MemoryStream _before;
        private ReadOnlyMemory<byte> _between;

        public Rest(HeldBody held, Stream body)
        {
            (_held, _body) = (held, body);
            _before = new MemoryStream(held.Held, writable: false);
        }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (await _before.ReadAsync(buffer, cancellationToken) is > 0 and var count)
                return count;
            if (_held._pending is { } pending)
            {
                _between = _held._buffer.AsMemory(0, await pending.WaitAsync(cancellationToken));
                _held._pending = null;
            }

            if (_between.Length == 0)
                return await _body.ReadAsync(buffer, cancellationToken);
            var part = Math.Min(_between.Length, buffer.Length);
            _between[..part].CopyTo(buffer);
            _between = _between[part..];
            return part;
        }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("A body comes when it comes.");

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
