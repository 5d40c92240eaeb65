using System.Globalization;
using MicroConvQA.Decoding;
using MicroConvQA.Decoding.Content;
using MicroConvQA.Recording;
using MicroConvQA.Source;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Cli.Display;

/// <summary>
/// Hits as a table: a line each, below it its parameters and items. What SDKs add by themselves is left to the JSON format.
/// </summary>
internal static class HitLines
{
    private const int LongestValue = 160;
    private const string Indent = "         ";

    public static IReadOnlyList<Line> Of(DecodedTraffic traffic)
    {
        var repetitions = traffic.Repetitions();
        List<Row> rows = [.. traffic.Requests.SelectMany(request => Rows(request, repetitions))];
        if (rows.Count == 0)
            return [];
        var widths = Enumerable
            .Range(0, Head.Length)
            .Select(cell => rows.Max(row => row.Cells[cell].Length))
            .Zip(Head, (width, head) => Math.Max(width, head.Length))
            .ToArray();

        return [new Line([new Span(Joined(Head, widths), Tone.Strong)]), .. rows.SelectMany(row => Lines(row, widths))];
    }

    private static readonly string[] Head = ["request", "after", "vendor", "event", "account"];

    private static IEnumerable<Row> Rows(DecodedRequest request, IReadOnlyDictionary<Hit, Hit> repetitions)
    {
        foreach (var hit in request.Hits)
            yield return RowOf(request, hit, hit.Event, hit.Account ?? "", NoteOf(hit, repetitions.GetValueOrDefault(hit)));
        if (request.Hits.Count == 0 && request.Problem is not null)
            yield return RowOf(request, null, "?", "", new Span("could not be read, see below", Tone.Bad));
    }

    private static Row RowOf(DecodedRequest request, Hit? hit, string name, string account, Span? note) =>
        new(
            [
                request.Request.Number.ToString(CultureInfo.InvariantCulture),
                string.Create(CultureInfo.InvariantCulture, $"{request.Request.At.TotalSeconds:0.00} s"),
                request.Vendor!,
                Cut(name),
                Cut(account),
            ],
            hit,
            note
        );

    private static Span? NoteOf(Hit hit, Hit? original) =>
        (hit, original) switch
        {
            ({ Request.Fate: RequestFate.NotDelivered }, _) => new Span(
                $"not delivered: {hit.Request.Remark ?? "the recording does not say why"}",
                Tone.Doubtful
            ),
            (_, not null) => new Span($"copy of request {original.Request.Number}", Tone.Quiet),
            ({ Role: HitRole.Companion }, _) => new Span("companion, no event", Tone.Quiet),
            ({ Role: HitRole.State }, _) => new Span("state, no event", Tone.Quiet),
            ({ Unread.Count: > 0 }, _) => new Span($"read in part: {hit.Unread[0]}", Tone.Doubtful),
            _ => null,
        };

    private static IEnumerable<Line> Lines(Row row, int[] widths)
    {
        var isAside = row.Note is { Tone: Tone.Quiet };
        yield return new Line(
            [
                new Span(Joined(row.Cells, widths), isAside ? Tone.Quiet : Tone.Plain),
                .. row.Note is null ? Array.Empty<Span>() : [new Span("  "), row.Note],
            ],
            Hanging: Indent.Length
        );
        if (row.Hit is null)
            yield break;
        var parameters = Fields(row.Hit.Parameters.Properties().Where(parameter => parameter.Name != WireFields.Name));
        if (parameters.Length > 0)
            yield return Below(parameters);
        foreach (var item in row.Hit.Items)
            yield return Below($"item  {Fields(item.Properties())}");
    }

    private static Line Below(string text) => new([new Span(Indent + text, Tone.Quiet)], Hanging: Indent.Length + 2);

    private static string Fields(IEnumerable<JProperty> fields) =>
        string.Join("  ", fields.Select(field => $"{field.Name}={Cut(Text(field.Value))}"));

    private static string Text(JToken value) =>
        value.Type == JTokenType.String && (string)value! is var text && !text.Contains(' ') && text.Length > 0
            ? text
            : value.ToString(Formatting.None);

    private static string Cut(string text)
    {
        var start = text.Length <= LongestValue ? text : text[..(LongestValue - (char.IsHighSurrogate(text[LongestValue - 1]) ? 1 : 0))];
        // Made visible before it is padded: what is one letter here may be eight when it is shown.
        var line = ShownText.Visible(start);
        return start.Length == text.Length ? line : string.Create(CultureInfo.InvariantCulture, $"{line}… ({text.Length:N0} letters)");
    }

    private static string Joined(IReadOnlyList<string> cells, int[] widths) =>
        string.Join("  ", cells.Select((cell, index) => index < 2 ? cell.PadLeft(widths[index]) : cell.PadRight(widths[index]))).TrimEnd();

    private sealed record Row(IReadOnlyList<string> Cells, Hit? Hit, Span? Note);
}
