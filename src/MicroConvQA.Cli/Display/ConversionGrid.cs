using MicroConvQA.Configuration.Devices;
using MicroConvQA.Dictionary;
using MicroConvQA.Judging;
using MicroConvQA.Judging.Findings;
using MicroConvQA.Running;

namespace MicroConvQA.Cli.Display;

/// <summary>Conversions × devices: in each cell the worst that happened to the conversion on the device, over all walks.</summary>
internal static class ConversionGrid
{
    private const string Gap = "  ";

    /// <param name="result">The run.</param>
    /// <param name="width">The terminal's width; devices that do not fit go into a further block. Null = as wide as it needs.</param>
    public static IReadOnlyList<Line> Of(RunResult result, int? width)
    {
        var devices = result
            .Plan.Configuration.Devices.Where(device => result.Walks.Any(walk => walk.Walk.Device.Name == device.Name))
            .ToList();
        var rows = result.Plan.Dictionary.Conversions.Select(conversion => RowOf(conversion, devices, result)).ToList();
        var shown = rows.Where(row => row.Cells.Any(cell => cell is not null)).ToList();

        return shown.Count == 0
            ? [Line.Of("No micro-conversion was judged.", Tone.Quiet)]
            : [.. BlocksOf(devices, shown, width), Line.Empty, Legend, .. NotExercised(rows.Except(shown))];
    }

    private static Line Legend =>
        new([
            StatusMarks.Of(VerdictStatus.Passed),
            new Span(" fired as expected   ", Tone.Quiet),
            StatusMarks.Of(VerdictStatus.Failed),
            new Span(" tracking is wrong   ", Tone.Quiet),
            StatusMarks.Of(VerdictStatus.Broken),
            new Span(" could not be told   ", Tone.Quiet),
            StatusMarks.Of(VerdictStatus.Skipped),
            new Span(" not expected here", Tone.Quiet),
        ]);

    private static IEnumerable<Line> NotExercised(IEnumerable<Row> rows)
    {
        var names = rows.Select(row => row.Conversion.Name).ToList();

        return names.Count == 0
            ? []
            : [new Line([new Span($"Not expected by any of these walks: {string.Join(", ", names)}.", Tone.Quiet)])];
    }

    private static Row RowOf(Conversion conversion, List<DeviceProject> devices, RunResult result) =>
        new(conversion, [.. devices.Select(device => Worst(conversion, result.Walks.Where(walk => walk.Walk.Device.Name == device.Name)))]);

    private static VerdictStatus? Worst(Conversion conversion, IEnumerable<WalkResult> walks)
    {
        var statuses = walks.SelectMany(walk => StatusesOf(conversion, walk.Verdict)).ToList();

        return statuses.Count == 0 ? null : statuses.Max();
    }

    private static IEnumerable<VerdictStatus> StatusesOf(Conversion conversion, JourneyVerdict verdict) =>
        verdict
            .Expectations.Where(expectation =>
                expectation.Expectation.Conversion == conversion.Name && expectation.Status != VerdictStatus.Skipped
            )
            .Select(expectation => expectation.Status)
            .Concat(
                verdict.StrayFindings.Where(finding => finding.Conversion == conversion.Name && !finding.IsWarning).Select(FindingStatus.Of)
            );

    private static IEnumerable<Line> BlocksOf(List<DeviceProject> devices, List<Row> rows, int? width)
    {
        var title = rows.Max(row => row.Conversion.Title.Length) + 2;
        var name = rows.Max(row => row.Conversion.Name.Length);
        var fixedWidth = title + Gap.Length + name;
        var blocks = Blocks(devices, width is null ? int.MaxValue : Math.Max(width.Value - fixedWidth, 0)).ToList();

        return blocks.SelectMany((block, number) => BlockOf(block, devices, rows, title, name, isFirst: number == 0));
    }

    private static IEnumerable<Line> BlockOf(
        List<int> block,
        List<DeviceProject> devices,
        List<Row> rows,
        int title,
        int name,
        bool isFirst
    )
    {
        if (!isFirst)
            yield return Line.Empty;
        yield return new Line([
            new Span("Micro-conversion".PadRight(title + Gap.Length + name), Tone.Strong),
            .. block.Select(index => new Span(Gap + devices[index].Name, Tone.Strong)),
        ]);

        foreach (var stage in rows.GroupBy(row => row.Conversion.Stage).OrderBy(group => group.Key))
        {
            yield return Line.Of(StageNames.Of(stage.Key), Tone.Strong);
            foreach (var row in stage)
                yield return LineOf(row, block, devices, title, name);
        }
    }

    private static Line LineOf(Row row, List<int> block, List<DeviceProject> devices, int title, int name) =>
        new([
            new Span(("  " + row.Conversion.Title).PadRight(title) + Gap),
            new Span(row.Conversion.Name.PadRight(name), Tone.Quiet),
            .. block.SelectMany(index => CellOf(row.Cells[index], devices[index].Name.Length, isLast: index == block[^1])),
        ]);

    private static IEnumerable<Span> CellOf(VerdictStatus? status, int width, bool isLast)
    {
        var left = (width - 1) / 2;
        yield return new Span(Gap + new string(' ', left));
        yield return StatusMarks.Of(status ?? VerdictStatus.Skipped);
        if (!isLast)
            yield return new Span(new string(' ', width - 1 - left));
    }

    private static IEnumerable<List<int>> Blocks(List<DeviceProject> devices, int room)
    {
        List<int> block = [];
        var used = 0;
        for (var index = 0; index < devices.Count; index++)
        {
            var needed = Gap.Length + devices[index].Name.Length;
            if (block.Count > 0 && used + needed > room)
            {
                yield return block;
                (block, used) = ([], 0);
            }

            block.Add(index);
            used += needed;
        }

        yield return block;
    }

    private sealed record Row(Conversion Conversion, IReadOnlyList<VerdictStatus?> Cells);
}
