namespace MicroConvQA.Decoding.Content;

/// <summary>A multipart form as browsers write it, recognised by its first boundary line.</summary>
internal static class MultipartForm
{
    private const string LineEnd = "\r\n";
    private const string HeadEnd = "\r\n\r\n";

    public static bool IsMultipart(string text) =>
        text.StartsWith("--", StringComparison.Ordinal) && text.Contains("Content-Disposition:", StringComparison.OrdinalIgnoreCase);

    public static FieldList Parse(string text)
    {
        var firstLine = text.IndexOf(LineEnd, StringComparison.Ordinal);
        if (firstLine < 0)
            throw new UnreadableRequestException("Its body begins like a multipart form but its first line never ends.");
        var fields = new List<Field>();
        foreach (var part in text[firstLine..].Split(LineEnd + text[..firstLine]))
            if (ReadPart(part) is { } field)
                fields.Add(field);
        return fields.Count <= DecodingLimits.Fields
            ? new FieldList(fields)
            : throw new UnreadableRequestException($"Its form has more than {DecodingLimits.Fields:N0} parts.");
    }

    private static Field? ReadPart(string part)
    {
        var headEnd = part.IndexOf(HeadEnd, StringComparison.Ordinal);
        return headEnd >= 0 && NameIn(part[..headEnd]) is { } name ? new Field(name, part[(headEnd + HeadEnd.Length)..]) : null;
    }

    private static string? NameIn(string head)
    {
        const string mark = " name=\"";
        var start = head.IndexOf(mark, StringComparison.OrdinalIgnoreCase);
        if (start < 0)
            return null;
        var end = head.IndexOf('"', start + mark.Length);
        return end < 0 ? null : head[(start + mark.Length)..end];
    }
}
