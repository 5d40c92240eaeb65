using System.Globalization;
using System.Text;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Recording.Har;

/// <summary>
/// A request's body as a HAR holds it: <c>postData.text</c>, which is text, base64 (<c>postData.encoding</c>, a field of HAR 1.3 that
/// exporters of 1.2 write too) or bytes as Latin-1 letters; <c>postData.params</c>; or nothing although there was one.
/// </summary>
/// <param name="Bytes">The body's bytes.</param>
/// <param name="State">What is known of it.</param>
/// <param name="Remark">Why it could not be read; null = nothing to say.</param>
/// <param name="IsPlainText">Whether the exporter has undone a compression that the headers still declare.</param>
internal sealed record HarBody(byte[] Bytes, BodyState State, string? Remark = null, bool IsPlainText = false)
{
    // As much as is decoded of one request.
    private const int MostBytes = 10 * 1024 * 1024;

    private static readonly HarBody None = new([], BodyState.None);

    /// <param name="request">The entry's <c>request</c>.</param>
    /// <param name="headers">Its headers by their names in lower case.</param>
    public static HarBody Of(JObject request, IReadOnlyDictionary<string, string> headers)
    {
        var announced = Announced(request, headers);
        if (request["postData"] is not JObject data)
            return Absent(announced, null);
        if (HarText.Of(data["text"]) is { Length: > 0 } text)
            return Kept(OfText(text, HarText.Of(data["encoding"]), (long?)HarText.Number(request["bodySize"])));
        var parameters = (data["params"] as JArray ?? []).OfType<JObject>().ToList();
        return parameters.Count > 0
            ? OfParameters(parameters, HarText.Of(data["mimeType"]) ?? "")
            : Absent(announced, HarText.Of(data["_file"]));
    }

    /// <summary>A WebSocket message: text, or base64 where its <c>opcode</c> says binary.</summary>
    public static HarBody OfMessage(JObject message)
    {
        var data = HarText.Of(message["data"]) ?? "";
        return HarText.Number(message["opcode"]) == 2
            ? Kept(OfText(data, "base64", null))
            : Kept(new HarBody(Encoding.UTF8.GetBytes(data), BodyState.Complete));
    }

    private static HarBody Kept(HarBody body) =>
        body.Bytes.Length switch
        {
            0 when body.State == BodyState.Complete => None,
            > MostBytes => Unreadable(
                string.Create(CultureInfo.InvariantCulture, $"it has {body.Bytes.Length:N0} bytes, more than is kept of one request")
            ),
            _ => body,
        };

    private static HarBody OfText(string text, string? encoding, long? size)
    {
        if (string.Equals(encoding, "base64", StringComparison.OrdinalIgnoreCase))
            return Base64(text) is { } bytes
                ? new HarBody(bytes, BodyState.Complete)
                : Unreadable("the HAR says that it is base64, and it is not");
        if (!string.IsNullOrEmpty(encoding))
            return Unreadable($"the HAR gives it in the encoding '{encoding}', which is not known");
        // Some exporters encode and do not say so; only the size that they tell gives it away.
        if (size > 0 && size != Encoding.UTF8.GetByteCount(text) && Base64(text) is { } hidden && hidden.Length == size)
            return new HarBody(hidden, BodyState.Complete);
        return OfPlain(text, size);
    }

    private static HarBody OfPlain(string text, long? size)
    {
        var isBinary = text.Any(letter => letter < ' ' && letter is not ('\r' or '\n' or '\t'));
        if (isBinary && text.Contains('\uFFFD'))
            return Unreadable("the HAR holds it as text, by which its bytes were lost; export it with a proxy that writes base64");
        var isLatin1 =
            text.All(letter => letter <= 0xFF)
            && text.Any(letter => letter > 0x7F)
            && (size == text.Length || (isBinary && size != Encoding.UTF8.GetByteCount(text)));
        return new HarBody(
            isLatin1 ? Encoding.Latin1.GetBytes(text) : Encoding.UTF8.GetBytes(text),
            BodyState.Complete,
            IsPlainText: !isBinary
        );
    }

    /// <summary>Charles and others split a form and drop its text; what they took for a form may be JSON.</summary>
    private static HarBody OfParameters(List<JObject> parameters, string mimeType)
    {
        if (mimeType.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase))
            return OfMultipart(parameters, mimeType);
        var isForm = HarText.Of(parameters[0]["name"]) is not ['{' or '[', ..];
        var fields = parameters.Select(parameter => Field(HarText.Of(parameter["name"]) ?? "", HarText.Of(parameter["value"]), isForm));
        return Kept(new HarBody(Encoding.UTF8.GetBytes(string.Join('&', fields)), BodyState.Complete, IsPlainText: true));
    }

    private static string Field(string name, string? value, bool isForm) =>
        (isForm, value) switch
        {
            (true, _) => $"{Uri.EscapeDataString(name)}={Uri.EscapeDataString(value ?? "")}",
            (false, null or "") => name,
            (false, _) => $"{name}={value}",
        };

    private static HarBody OfMultipart(List<JObject> parameters, string mimeType)
    {
        var boundary = mimeType.IndexOf("boundary=", StringComparison.OrdinalIgnoreCase) is >= 0 and var at
            ? mimeType[(at + 9)..].Split(';')[0].Trim('"', ' ')
            : "har";
        var text = new StringBuilder();
        foreach (var parameter in parameters)
            text.Append(
                CultureInfo.InvariantCulture,
                $"--{boundary}\r\nContent-Disposition: form-data; name=\"{HarText.Of(parameter["name"])}\"\r\n\r\n{HarText.Of(parameter["value"])}\r\n"
            );
        return Kept(new HarBody(Encoding.UTF8.GetBytes($"{text}--{boundary}--\r\n"), BodyState.Complete, IsPlainText: true));
    }

    /// <summary>How many bytes the request had by its own word; 0 = none that it tells of.</summary>
    private static long Announced(JObject request, IReadOnlyDictionary<string, string> headers) =>
        Math.Max(
            (long)(HarText.Number(request["bodySize"]) ?? 0),
            long.TryParse(headers.GetValueOrDefault("content-length"), CultureInfo.InvariantCulture, out var length) ? length : 0
        );

    private static HarBody Absent(long announced, string? file) =>
        (announced, file) switch
        {
            (_, not null) => Unreadable($"the HAR keeps it in a file of its own, '{file}'; export the HAR with bodies embedded"),
            (> 0, _) => Unreadable(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"the HAR does not hold its {announced:N0} bytes; developer tools leave out what a page sends as a blob, a proxy such as mitmproxy or Charles keeps it"
                )
            ),
            _ => None,
        };

    private static HarBody Unreadable(string remark) => new([], BodyState.Unreadable, remark);

    private static byte[]? Base64(string text)
    {
        var bytes = new byte[(text.Length * 3 / 4) + 3];
        return Convert.TryFromBase64String(text, bytes, out var length) ? bytes[..length] : null;
    }
}
