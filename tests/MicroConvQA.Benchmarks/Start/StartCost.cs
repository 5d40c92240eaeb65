using System.Globalization;
using MicroConvQA.Specs;

namespace MicroConvQA.Benchmarks.Start;

/// <summary>
/// What a command costs as a whole process: to judge a walk's recording again, beside the same runtime that prints one line, in turns in
/// the same run, because machines differ and a loaded one adds to both.
/// </summary>
internal static class StartCost
{
    /// <summary>What this program does when it is its own peer: a .NET process cannot do much less.</summary>
    public const string Hello = "hello";

    private const int Rounds = 15;
    private const string Walk = "guest-checkout.desktop-chrome.granted";

    // Built beside this program, in its configuration.
    private static readonly string Tool = Path.Combine(
        "src/MicroConvQA.Cli/bin",
        new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name,
        "net10.0",
        "microconv.dll"
    );

    private static readonly string Here = typeof(StartCost).Assembly.Location;

    /// <param name="recording">The folder of a walk, from the repository's root; null = one of the sample journeys'.</param>
    /// <param name="output">Where the table goes.</param>
    public static int Measure(string? recording, TextWriter output)
    {
        recording ??= Path.Combine("test-results", Walk);
        if (!File.Exists(Path.Combine(Repository.Root, recording, "recording.json")))
        {
            Console.Error.WriteLine(
                $"There is no recording in '{recording}'. Walk one first: "
                    + "dotnet run -c Release --project src/MicroConvQA.Cli -- run --journey guest-checkout --device desktop-chrome"
            );
            return 3;
        }

        (string Work, string[] Program)[] works =
        [
            ("judge a recording by its own checklist", ["dotnet", Tool, "judge", recording]),
            ("judge it by the checklist of a folder", ["dotnet", Tool, "judge", recording, "--journeys", "journeys"]),
            ("decode it", ["dotnet", Tool, "decode", recording]),
            ("a bare .NET process that prints one line", ["dotnet", Here, Hello]),
        ];
        var costs = works.Select(_ => new List<(double Processor, double Clock)>()).ToList();
        for (var round = 0; round < Rounds; round++)
            foreach (var ((_, program), taken) in works.Zip(costs))
                taken.Add(CostOf(program));

        output.WriteLine("| process | CPU-seconds, median | least | most | seconds, median |");
        output.WriteLine("| --- | --- | --- | --- | --- |");
        foreach (var ((work, _), taken) in works.Zip(costs))
            output.WriteLine(Row(work, taken));
        return 0;
    }

    private static (double Processor, double Clock) CostOf(string[] program)
    {
        var (exitCode, processor, clock) = ChildProcess.Run(Repository.Root, program);

        // 1 and 2 are verdicts; what was not done at all would be cheap.
        return exitCode is 0 or 1 or 2
            ? (processor, clock)
            : throw new InvalidOperationException($"'{string.Join(' ', program)}' ended with {exitCode}: nothing was measured.");
    }

    private static string Row(string work, List<(double Processor, double Clock)> costs)
    {
        var processor = costs.Select(cost => cost.Processor).Order().ToList();
        var clock = costs.Select(cost => cost.Clock).Order().ElementAt(costs.Count / 2);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {work} | {processor[processor.Count / 2]:0.00} | {processor[0]:0.00} | {processor[^1]:0.00} | {clock:0.00} |"
        );
    }
}
