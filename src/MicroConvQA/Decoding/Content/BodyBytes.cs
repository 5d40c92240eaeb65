using System.Buffers;
using System.Globalization;
using System.IO.Compression;

namespace MicroConvQA.Decoding.Content;

/// <summary>A body's bytes after decompression, which is recognised by content because most beacons do not declare it.</summary>
internal static class BodyBytes
{
    private const byte ZlibHeader = 0x78;
    private const int ReadAtOnce = 64 * 1024;

    public static byte[] Inflate(byte[] body, string? declaredEncoding)
    {
        if (IsGzip(body))
            return Read(body, "gzip", stream => new GZipStream(stream, CompressionMode.Decompress));
        if (IsZlib(body))
            return Read(body, "zlib", stream => new ZLibStream(stream, CompressionMode.Decompress));
        return declaredEncoding?.Trim().ToLowerInvariant() switch
        {
            "br" => Read(body, "Brotli", stream => new BrotliStream(stream, CompressionMode.Decompress)),
            // Raw deflate has no magic number: only the header tells it.
            "deflate" => Read(body, "deflate", stream => new DeflateStream(stream, CompressionMode.Decompress)),
            _ => body.Length <= DecodingLimits.BodyBytes ? body : throw TooLong(),
        };
    }

    private static bool IsGzip(byte[] body) => body is [0x1f, 0x8b, ..];

    private static bool IsZlib(byte[] body) =>
        body is [ZlibHeader, 0x01 or 0x5e or 0x9c or 0xda, _, ..] && ((body[0] << 8) | body[1]) % 31 == 0;

    private static byte[] Read(byte[] body, string encoding, Func<Stream, Stream> open)
    {
        try
        {
            using var source = open(new MemoryStream(body, writable: false));
            return ReadBounded(source);
        }
        catch (Exception problem) when (problem is InvalidDataException or IOException or InvalidOperationException)
        {
            throw new UnreadableRequestException($"Its body begins like {encoding} but cannot be decompressed: {problem.Message}");
        }
    }

    private static byte[] ReadBounded(Stream source)
    {
        using var target = new MemoryStream();
        var buffer = ArrayPool<byte>.Shared.Rent(ReadAtOnce);
        try
        {
            for (var read = source.Read(buffer); read > 0; read = source.Read(buffer))
            {
                if (target.Length + read > DecodingLimits.BodyBytes)
                    throw TooLong();
                target.Write(buffer, 0, read);
            }
            return target.ToArray();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static UnreadableRequestException TooLong() =>
        new(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Its body is longer than {DecodingLimits.BodyBytes / 1024 / 1024} MB after decompression, which is more than is read of one request."
            )
        );
}
