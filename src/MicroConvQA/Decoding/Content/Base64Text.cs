using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace MicroConvQA.Decoding.Content;

/// <summary>Base64 and base64url, with or without padding, read as UTF-8 text.</summary>
public static class Base64Text
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static bool TryDecode(string text, [NotNullWhen(true)] out string? decoded)
    {
        decoded = null;
        // A form that was not percent-encoded turns the plus signs of base64 into spaces.
        var url = text.Trim().TrimEnd('=').Replace(' ', '-').Replace('+', '-').Replace('/', '_');
        if (url.Length == 0 || !Base64Url.IsValid(url))
            return false;
        try
        {
            decoded = Strict.GetString(Base64Url.DecodeFromChars(url));
            return true;
        }
        catch (ArgumentException)
        {
            // Valid base64 of bytes that are no text: the caller says what it expected.
            return false;
        }
    }
}
