using MicroConvQA.Cli.Display;
using MicroConvQA.Judging;

namespace MicroConvQA.Cli.Progress;

/// <summary>The picture of a run under way: journeys × devices, the walks under way with their step, and the counts.</summary>
internal static class ProgressPicture
{
    private const string Spinner = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏";

    /// <param name="states">All walks in the plan's order, and the canary while it is under way.</param>
    /// <param name="elapsed">The time since the run began.</param>
    /// <param name="height">The lines that the terminal has; journeys that do not fit are left out, those under way last.</param>
    /// <param name="width">The terminal's columns; longer lines are cut.</param>
    public static IReadOnlyList<Line> Of(IReadOnlyList<WalkState> states, TimeSpan elapsed, int height, int width)
    {
        IReadOnlyList<Line> running = [.. states.Where(state => state.IsRunning).Select(state => Running(state, elapsed))];
        var room = Math.Max(height - running.Count - 4, 1);
        // The canary is none of the run's walks, but the run is not over before it is back.
        IReadOnlyList<WalkState> planned = [.. states.Where(state => state.Walk.Canary is null)];

        return
        [
            .. new[] { Grid(planned, elapsed, room), [Line.Empty], running, [Totals(planned, elapsed)] }
                .SelectMany(part => part)
                .Select(line => Cut(line, width)),
        ];
    }

    private static List<Line> Grid(IReadOnlyList<WalkState> states, TimeSpan elapsed, int room)
    {
        var devices = states.Select(state => state.Walk.Device.Name).Distinct().ToList();
        var journeys = states.GroupBy(state => state.Walk.Journey.Name).ToList();
        var name = journeys.Max(journey => journey.Key.Length);
        var shown =
            journeys.Count <= room
                ? journeys
                : [.. journeys.OrderByDescending(journey => journey.Any(state => state.IsRunning)).Take(room - 1)];
        List<Line> lines = [new([new Span(new string(' ', name)), .. devices.Select(device => new Span($"  {device}", Tone.Quiet))])];
        lines.AddRange(shown.Select(journey => Row(journey.Key.PadRight(name), [.. journey], devices, elapsed)));
        if (shown.Count < journeys.Count)
            lines.Add(Line.Of($"… and {journeys.Count - shown.Count} more journeys", Tone.Quiet));

        return lines;
    }

    private static Line Row(string name, List<WalkState> walks, List<string> devices, TimeSpan elapsed) =>
        new([
            new Span(name),
            .. devices.SelectMany(device => Cell(walks.FindAll(walk => walk.Walk.Device.Name == device), device.Length, elapsed)),
        ]);

    /// <summary>One sign a walk: consent states, rows and repetitions stand side by side, and as one sign where they do not fit.</summary>
    private static IEnumerable<Span> Cell(List<WalkState> walks, int width, TimeSpan elapsed)
    {
        var signs = walks.Count <= width ? walks.ConvertAll(walk => Sign(walk, elapsed)) : [Summary(walks, elapsed)];

        return [new Span("  "), .. signs, new Span(new string(' ', width - signs.Count))];
    }

    private static Span Sign(WalkState walk, TimeSpan elapsed) =>
        walk switch
        {
            { Status: { } status } => StatusMarks.Of(status),
            { IsRunning: true } => new Span(Frame(elapsed), Tone.Strong),
            _ => new Span("·", Tone.Quiet),
        };

    private static Span Summary(List<WalkState> walks, TimeSpan elapsed) =>
        walks.Any(walk => walk.Status is VerdictStatus.Failed or VerdictStatus.Broken)
            ? StatusMarks.Of(walks.Max(walk => walk.Status ?? VerdictStatus.Passed))
        : walks.All(walk => walk.Status is not null) ? StatusMarks.Of(VerdictStatus.Passed)
        : Sign(walks.Find(walk => walk.IsRunning) ?? walks.Find(walk => walk.Status is null)!, elapsed);

    private static Line Running(WalkState state, TimeSpan elapsed) =>
        new([
            new Span($"{Frame(elapsed)} ", Tone.Strong),
            new Span($"{state.Walk.Title}{(state.Attempt > 1 ? $", attempt {state.Attempt}" : "")}  "),
            new Span(
                state.Step is null ? "opening the start page" : $"{state.StepIndex + 1}/{state.Walk.Journey.Steps.Count} {state.Step}",
                Tone.Quiet
            ),
            new Span($"  {Durations.Of(elapsed - state.StartedAt!.Value)}", Tone.Quiet),
        ]);

    private static Line Totals(IReadOnlyList<WalkState> states, TimeSpan elapsed)
    {
        var done = states.Where(state => state.Status is not null).ToList();
        var counts = done.CountBy(state => state.Status!.Value)
            .OrderBy(count => count.Key)
            .SelectMany(count =>
                new[]
                {
                    new Span("  "),
                    StatusMarks.WordOf(count.Key) with
                    {
                        Text = $"{count.Value} {StatusMarks.WordOf(count.Key).Text}",
                    },
                }
            );

        return new Line([
            new Span($"{done.Count}/{states.Count}", Tone.Strong),
            .. counts,
            new Span($"  {Durations.Of(elapsed)}", Tone.Quiet),
        ]);
    }

    private static string Frame(TimeSpan elapsed) => Spinner[(int)(elapsed.TotalMilliseconds / 120) % Spinner.Length].ToString();

    private static Line Cut(Line line, int width)
    {
        var room = Math.Max(width - 1, 0);
        List<Span> spans = [];
        foreach (var span in line.Spans.TakeWhile(_ => room > 0))
        {
            spans.Add(span with { Text = span.Text[..Math.Min(span.Text.Length, room)] });
            room -= span.Text.Length;
        }

        return new Line(spans);
    }
}
