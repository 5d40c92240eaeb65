using System.Globalization;
using System.Text;
using MicroConvQA.DemoShop.Faults;

namespace MicroConvQA.Browser.Specs.Faults;

/// <summary>What each fault of the demo shop was found as, by device: the table of <c>docs/fault-matrix.md</c>.</summary>
internal sealed class FaultMatrix
{
    private const string Nothing = "–";

    private readonly Dictionary<(string Fault, string Device), (string Cell, bool IsMissed, bool IsWrong)> cells = [];

    /// <summary>Faults are walked side by side.</summary>
    private readonly Lock writing = new();

    public void Enter(FaultWalk walk, IReadOnlyList<string> kinds, IReadOnlyList<string> complaints)
    {
        var isMissed = complaints.Any(complaint => complaint.Contains(": missed;", StringComparison.Ordinal));
        lock (writing)
        {
            cells[(walk.Faults[0].Name, walk.Device)] = (
                kinds.Count == 0 ? Nothing : string.Join(", ", kinds),
                isMissed,
                complaints.Count > (isMissed ? 1 : 0)
            );
        }
    }

    /// <summary>The rows of a page: the fault and its cells.</summary>
    public static IReadOnlyDictionary<string, string[]> Read(string markdown) =>
        markdown
            .ReplaceLineEndings("\n")
            .Split('\n')
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line.Trim().Trim('|').Split('|').Select(cell => cell.Trim()).ToArray())
            .ToDictionary(row => row[0].Trim('`'), row => row[1..]);

    public string Write(IReadOnlyList<string> devices, Func<string, string> journeyOf)
    {
        var text = new StringBuilder();
        text.Append("# What each fault of the demo shop is found as\n\n")
            .Append(
                "Made by `FaultMatrixSpecs`: each of the demo shop's faults ([demo-shop.md](demo-shop.md)) alone, on every device, in the short journey of\n"
            )
            .Append(
                "`tests/MicroConvQA.Browser.Specs/Faults/Journeys` that meets it. A cell shows all that was found; a dash is a device that does not have the fault.\n\n"
            )
            .Append(
                CultureInfo.InvariantCulture,
                $"{FaultCatalogue.All.Count} faults of {FaultCatalogue.All.Select(fault => fault.Finding).Distinct().Count()} kinds, {cells.Count} walks: "
            )
            .Append(
                CultureInfo.InvariantCulture,
                $"{cells.Values.Count(cell => !cell.IsMissed && cell.Cell != Nothing)} found, {cells.Values.Count(cell => cell.Cell == Nothing && !cell.IsMissed)} rightly silent, "
            )
            .Append(
                CultureInfo.InvariantCulture,
                $"{cells.Values.Count(cell => cell.IsWrong)} wrongly classified, {cells.Values.Count(cell => cell.IsMissed)} missed.\n\n"
            )
            .Append(
                CultureInfo.InvariantCulture,
                $"| fault | conversion | must be | journey | {string.Join(" | ", devices)} |\n| --- | --- | --- | --- |{string.Concat(devices.Select(_ => " --- |"))}\n"
            );
        foreach (var fault in FaultCatalogue.All)
        {
            var row = devices.Select(device => cells.TryGetValue((fault.Name, device), out var cell) ? cell.Cell : "");
            text.Append(
                CultureInfo.InvariantCulture,
                $"| `{fault.Name}` | {(fault.Conversion == "*" ? "several" : fault.Conversion)} | {fault.Finding} | {journeyOf(fault.Name)} | {string.Join(" | ", row)} |\n"
            );
        }

        return text.ToString();
    }
}
