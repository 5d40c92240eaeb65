using System.IO.Compression;
using System.Text;
using Newtonsoft.Json;

namespace MicroConvQA.Recording;

/// <summary>
/// Replaces secrets in texts and bytes, plain and as they are encoded on the wire: URL, form, JSON and base64 at any offset.
/// </summary>
internal sealed class SecretMask
{
    /// <summary>What stands in a secret's place.</summary>
    public const string Masked = "•••";

    /// <summary>Shorter values are not replaced: they would be found everywhere.</summary>
    public const int ShortestSecret = 4;

    private const int ShortestBase64 = 6;
    private const int LargestUnpacked = 10 * 1024 * 1024;

    private readonly IReadOnlyList<(string Secret, string Mask)> texts;
    private readonly IReadOnlyList<(string Secret, string Mask)> bytes;

    public SecretMask(IEnumerable<string> secrets)
    {
        // The longest first: a secret that contains another must not leave its rest behind.
        texts =
        [
            .. secrets
                .Where(secret => secret.Length >= ShortestSecret)
                .SelectMany(Variants)
                .Distinct()
                .OrderByDescending(variant => variant.Secret.Length),
        ];
        bytes = [.. texts.Select(variant => (AsBytes(variant.Secret), AsBytes(variant.Mask)))];
    }

    public string Mask(string text) =>
        texts.Aggregate(text, (masked, variant) => masked.Replace(variant.Secret, variant.Mask, StringComparison.Ordinal));

    /// <summary>The body without secrets; a gzip body is unpacked for it and packed again where one was found.</summary>
    public byte[] Mask(byte[] body)
    {
        if (bytes.Count == 0 || body.Length == 0)
            return body;
        if (Unpacked(body) is not { } unpacked)
            return Replaced(body);
        var masked = Replaced(unpacked);
        return ReferenceEquals(masked, unpacked) ? body : Packed(masked);
    }

    private byte[] Replaced(byte[] body)
    {
        var text = Encoding.Latin1.GetString(body);
        var masked = bytes.Aggregate(text, (rest, variant) => rest.Replace(variant.Secret, variant.Mask, StringComparison.Ordinal));
        return masked == text ? body : Encoding.Latin1.GetBytes(masked);
    }

    private static IEnumerable<(string Secret, string Mask)> Variants(string secret)
    {
        yield return (secret, Masked);
        var url = Uri.EscapeDataString(secret);
        var form = url.Replace("%20", "+", StringComparison.Ordinal);
        foreach (var encoded in new[] { url, form, LowerEscapes(url), LowerEscapes(form), Json(secret) })
            yield return (encoded, Masked);
        for (var offset = 0; offset < 3; offset++)
        {
            var (core, mask) = (Base64Core(secret, offset), Base64Core(new string('*', Encoding.UTF8.GetByteCount(secret)), offset));
            if (core.Length < ShortestBase64)
                continue;
            yield return (core, mask);
            yield return (UrlSafe(core), mask);
            yield return (Uri.EscapeDataString(core), mask);
        }
    }

    /// <summary>The characters that a secret has in base64 whatever stands around it, where its first byte comes at an offset.</summary>
    private static string Base64Core(string secret, int offset)
    {
        byte[] padded = [.. new byte[offset], .. Encoding.UTF8.GetBytes(secret)];
        var first = ((offset * 8) + 5) / 6;
        var last = padded.Length * 8 / 6;
        return Convert.ToBase64String(padded)[first..last];
    }

    private static string UrlSafe(string base64) => base64.Replace('+', '-').Replace('/', '_');

    private static string LowerEscapes(string url)
    {
        var lower = new StringBuilder(url);
        for (var place = url.IndexOf('%', StringComparison.Ordinal); place >= 0; place = url.IndexOf('%', place + 1))
        {
            lower[place + 1] = char.ToLowerInvariant(lower[place + 1]);
            lower[place + 2] = char.ToLowerInvariant(lower[place + 2]);
        }
        return lower.ToString();
    }

    private static string Json(string text) => JsonConvert.ToString(text)[1..^1];

    private static string AsBytes(string text) => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text));

    private static byte[]? Unpacked(byte[] body)
    {
        if (body is not [0x1f, 0x8b, ..])
            return null;
        try
        {
            using var packed = new GZipStream(new MemoryStream(body), CompressionMode.Decompress);
            using var plain = new MemoryStream();
            var buffer = new byte[81920];
            for (var read = packed.Read(buffer); read > 0 && plain.Length <= LargestUnpacked; read = packed.Read(buffer))
                plain.Write(buffer, 0, read);
            return plain.ToArray();
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static byte[] Packed(byte[] plain)
    {
        using var packed = new MemoryStream();
        using (var stream = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            stream.Write(plain);
        return packed.ToArray();
    }
}
