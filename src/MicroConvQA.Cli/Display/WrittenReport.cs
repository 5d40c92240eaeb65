namespace MicroConvQA.Cli.Display;

/// <summary>What became of one report.</summary>
/// <param name="Name">The reporter's name: <c>allure</c>.</param>
/// <param name="Place">Where it is; null where there is nothing to open.</param>
/// <param name="Problem">Why it could not be written; null = it was.</param>
internal sealed record WrittenReport(string Name, string? Place, string? Problem)
{
    internal Line ToLine() =>
        Problem is null
            ? new Line([new Span($"Report ({Name}): "), new Span(Place ?? "written", Tone.Strong)])
            : new Line([
                new Span(
                    $"The report '{Name}' is not complete: {Problem}{(Place is null ? "" : $" What there is of it is in {Place}.")}",
                    Tone.Bad
                ),
            ]);
}
