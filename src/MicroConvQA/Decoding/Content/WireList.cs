using System.Globalization;

namespace MicroConvQA.Decoding.Content;

/// <summary>Lists that a wire format writes into one field, and how long a list may be.</summary>
internal static class WireList
{
    /// <summary>The parts that are not empty, trimmed; none where the field is not there.</summary>
    public static string[] Split(string? text, char separator) =>
        Bounded(text?.Split(separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? []);

    /// <summary>All parts as they stand, the empty ones too.</summary>
    public static string[] SplitAll(string? text, char separator) => Bounded(text?.Split(separator) ?? []);

    private static string[] Bounded(string[] parts) =>
        parts.Length <= DecodingLimits.Fields
            ? parts
            : throw new UnreadableRequestException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"A field of it lists more than {DecodingLimits.Fields:N0} values, which is more than is read of one request."
                )
            );

    /// <summary>Refuses a request whose events together hold too much, because each repeats what stands beside the list.</summary>
    public static void DemandFew(long values)
    {
        if (values > DecodingLimits.CopiedValues)
            throw new UnreadableRequestException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Its events together hold more than {DecodingLimits.CopiedValues:N0} values, which is more than is read of one request."
                )
            );
    }

    public static UnreadableRequestException TooManyEvents() =>
        new(
            string.Create(
                CultureInfo.InvariantCulture,
                $"It carries more than {DecodingLimits.Events:N0} events, which is more than is read of one request."
            )
        );
}
