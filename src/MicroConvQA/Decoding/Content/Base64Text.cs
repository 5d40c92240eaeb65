using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Unicode;

namespace MicroConvQA.Decoding.Content;

/// <summary>Base64 and base64url, with or without padding, read as UTF-8 text.</summary>
internal static class Base64Text
{
    public static bool TryDecode(string text, [NotNullWhen(true)] out string? decoded)
    {
        // Many a word is valid base64 of bytes that are no text: the caller says what it expected.
        decoded = TryDecodeBytes(text, out var bytes) && Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : null;
        return decoded is not null;
    }

    /// <summary>
    /// As <see cref="TryDecode"/>, of bytes that may be compressed; throws where they begin so and cannot be decompressed.
    /// </summary>
    internal static bool TryInflate(string text, [NotNullWhen(true)] out string? decoded)
    {
        decoded = null;
        if (!TryDecodeBytes(text, out var bytes))
            return false;
        decoded = Encoding.UTF8.GetString(BodyBytes.Inflate(bytes, declaredEncoding: null));
        return true;
    }

    /// <summary>The bytes, which may be compressed.</summary>
    internal static bool TryDecodeBytes(string text, [NotNullWhen(true)] out byte[]? bytes)
    {
        // A form that was not percent-encoded turns the plus signs of base64 into spaces.
        var url = text.Trim().TrimEnd('=').Replace(' ', '-').Replace('+', '-').Replace('/', '_');
        bytes = url.Length > 0 && Base64Url.IsValid(url) ? Base64Url.DecodeFromChars(url) : null;
        return bytes is not null;
    }
}
