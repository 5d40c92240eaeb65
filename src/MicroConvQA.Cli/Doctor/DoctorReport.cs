using MicroConvQA.Browser.Composing;
using MicroConvQA.Cli.Display;

namespace MicroConvQA.Cli.Doctor;

/// <summary>What <c>doctor</c> prints: one line a requirement, its remedy below, and one line that says whether a run can begin.</summary>
internal static class DoctorReport
{
    public static IReadOnlyList<Line> Of(IReadOnlyList<Requirement> requirements)
    {
        var width = requirements.Max(requirement => requirement.Name.Length);
        var missing = requirements.Count(requirement => requirement.State == RequirementState.Missing);
        Span[] end =
            missing == 0
                ? [new Span("Everything that a run needs is here.", Tone.Good)]
                :
                [
                    new Span(missing == 1 ? "1 thing is missing." : $"{missing} things are missing.", Tone.Bad),
                    new Span(" Follow the arrows, then call 'microconv doctor' again."),
                ];

        return
        [
            Line.Of(ToolName.WithVersion, Tone.Strong),
            .. requirements.SelectMany(requirement => LinesOf(requirement, width)),
            Line.Empty,
            new Line(end),
        ];
    }

    private static IEnumerable<Line> LinesOf(Requirement requirement, int width)
    {
        yield return new Line(
            [
                new Span("  "),
                MarkOf(requirement.State),
                new Span($" {requirement.Name.PadRight(width)}  "),
                new Span(requirement.Found, Tone.Quiet),
            ],
            Hanging: width + 6
        );
        if (requirement.Remedy is not null)
            yield return new Line(
                [new Span($"    {new string(' ', width)}  → ", Tone.Quiet), new Span(requirement.Remedy)],
                Hanging: width + 8
            );
    }

    private static Span MarkOf(RequirementState state) =>
        state switch
        {
            RequirementState.Found => new Span("✓", Tone.Good),
            RequirementState.Optional => new Span("–", Tone.Quiet),
            RequirementState.Missing => new Span("✗", Tone.Bad),
            _ => throw new InvalidOperationException($"unknown state {state}"),
        };
}
