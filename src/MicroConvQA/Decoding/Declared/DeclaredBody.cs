using System.Text;
using MicroConvQA.Decoding.Content;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Decoding.Declared;

/// <summary>
/// A body that is JSON (one value or one a line), a form, base64 of either or JSON written by lz-string, compressed or not; which of them
/// is seen from its content.
/// </summary>
/// <param name="Values">The JSON values; empty where it is no JSON.</param>
/// <param name="Form">The fields; empty where it is no form.</param>
internal sealed record DeclaredBody(IReadOnlyList<JToken> Values, FieldList Form)
{
    public static DeclaredBody Read(RequestContent request)
    {
        if (!request.HasBody)
            return new DeclaredBody([], FieldList.Empty);
        if (request.IsJson)
            return new DeclaredBody(request.JsonLines, FieldList.Empty);
        return Unwrapped(request.BodyText) is not { } inner ? new DeclaredBody([], request.Form)
            : BoundedJson.LooksLikeJson(inner) ? new DeclaredBody(BoundedJson.ParseAll(inner), FieldList.Empty)
            : new DeclaredBody([], FieldList.Parse(inner.Trim()));
    }

    /// <summary>What base64 or lz-string wraps; null where the text only looks like base64, as any word does.</summary>
    private static string? Unwrapped(string text)
    {
        if (LzText.TryDecode(text, out var written) && BoundedJson.LooksLikeJson(written))
            return written;
        if (!Base64Text.TryDecodeBytes(text, out var bytes))
            return null;
        var inner = Encoding.UTF8.GetString(BodyBytes.Inflate(bytes, declaredEncoding: null));
        return BoundedJson.LooksLikeJson(inner) || (inner.Contains('=') && !inner.Contains('\uFFFD')) ? inner : null;
    }
}
