using MicroConvQA.Judging.Findings;
using MicroConvQA.Running;
using MicroConvQA.Source;

namespace MicroConvQA.Reporting.GitHub;

/// <summary>
/// Says findings, breakages and what could not be told as GitHub annotations on the author's lines. What is the same on several walks is
/// said once, because GitHub shows ten annotations a step.
/// </summary>
/// <param name="output">Where workflow commands are read from: the process's standard output.</param>
/// <param name="environment">The environment variables, which tell the secrets to be masked.</param>
internal sealed class GitHubReporter(TextWriter output, IReadOnlyDictionary<string, string> environment) : IReporter
{
    public string Name => "github";

    /// <inheritdoc/>
    public async Task<string?> ReportAsync(RunResult result, CancellationToken cancellationToken)
    {
        var annotations = result.Walks.SelectMany(walk =>
            AnnotationsOf(walk, new ValueMask(walk.Recording, Secrets.Of(result.Plan.Configuration, environment)))
        );
        foreach (var same in annotations.GroupBy(said => said.Annotation))
            await output.WriteLineAsync(Command(same.Key, [.. same.Select(said => said.Walk)]).AsMemory(), cancellationToken);
        foreach (var fault in result.HarnessFaults)
            await output.WriteLineAsync($"::error title=MicroConvQA failed::{Data(ShownText.Line(fault))}".AsMemory(), cancellationToken);
        await output.FlushAsync(cancellationToken);
        return null;
    }

    private static IEnumerable<(Annotation Annotation, string Walk)> AnnotationsOf(WalkResult walk, ValueMask mask)
    {
        if (walk.Verdict.Breakage is { } breakage)
            yield return (
                new Annotation("error", breakage.Place, "The walk broke", Shown(mask, BreakageText.Of(breakage))),
                walk.Walk.Title
            );
        foreach (var finding in walk.Verdict.Findings)
            yield return (
                new Annotation(LevelOf(finding), finding.Place, FindingKindText.Of(finding.Kind), Shown(mask, TextOf(finding))),
                walk.Walk.Title
            );
        foreach (var expectation in walk.Verdict.Expectations)
        foreach (var sentence in UntoldText.Of(expectation))
            yield return (new Annotation("error", expectation.Expectation.Place, UntoldText.Title, Shown(mask, sentence)), walk.Walk.Title);
    }

    private static string LevelOf(Finding finding) => finding.IsWarning ? "warning" : "error";

    private static string TextOf(Finding finding) =>
        string.Join(
            " ",
            new[] { finding.Message, finding.LikelyCause, finding.NextMove }.Where(sentence => !string.IsNullOrEmpty(sentence))
        );

    private static string Command(Annotation annotation, IReadOnlyList<string> walks) =>
        $"::{annotation.Level} {PlaceOf(annotation.Place)},title={Property(annotation.Title)}::{Data($"{annotation.Text}\n{ShownText.Line($"Seen in {string.Join(", ", walks.Distinct())}.")}")}";

    private static string PlaceOf(SourcePlace place) =>
        $"file={Property(ShownText.Line(place.File))}" + (place.Line == 0 ? "" : $",line={place.Line},col={place.Column}");

    private static string Shown(ValueMask mask, string text) => ShownText.Line(mask.Of(text));

    // https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts
    private static string Data(string text) =>
        text.Replace("%", "%25", StringComparison.Ordinal)
            .Replace("\r", "%0D", StringComparison.Ordinal)
            .Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) =>
        Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);

    private sealed record Annotation(string Level, SourcePlace Place, string Title, string Text);
}
