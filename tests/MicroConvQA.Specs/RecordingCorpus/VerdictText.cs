using System.Globalization;
using System.Text;
using MicroConvQA.Attribution;
using MicroConvQA.Judging;
using MicroConvQA.Judging.Findings;
using MicroConvQA.Recording;

namespace MicroConvQA.Specs.RecordingCorpus;

/// <summary>
/// A verdict as lines that are read in review: one a destination of an expectation, one a finding and what belongs to it, one a step's hits
/// at a vendor.
/// </summary>
internal static class VerdictText
{
    public static string Of(JourneyVerdict verdict, JourneyRecording recording, IReadOnlyList<AttributedHit> hits)
    {
        var text = new StringBuilder();
        var walk = verdict.Walk;
        Line(text, $"{walk.Journey} [{walk.Device}, {walk.Consent}]: {Word(verdict.Status)}");
        if (verdict.Breakage is { } breakage)
            Line(text, $"broken in step {breakage.StepIndex}, {breakage.Action}: {breakage.Reason}");
        foreach (var expectation in verdict.Expectations)
            Expectation(text, expectation);
        if (verdict.StrayFindings.Count > 0)
            Line(text, "besides");
        foreach (var finding in verdict.StrayFindings)
            Finding(text, finding, "  ");
        foreach (var warning in verdict.Warnings)
            Line(text, $"warning: {warning}");
        foreach (var explained in verdict.Explained)
            Line(
                text,
                $"no double: {explained.Hit.Event} at {explained.Hit.Vendor} {Requests([explained.Hit.Request.Number])}, "
                    + $"{Word(explained.Explanation)}: {explained.Reason}"
            );
        foreach (var held in verdict.Consent)
            Line(
                text,
                $"consent {held.Consent} at {held.Destination}, which needs {Word(held.Needs)}: {held.Hits} hits, "
                    + $"{held.Stored} stored; "
                    + string.Join(", ", held.Signals)
            );
        Hits(text, recording, hits);
        return text.ToString();
    }

    private static void Expectation(StringBuilder text, ExpectationVerdict verdict)
    {
        Line(
            text,
            $"step {verdict.StepIndex} {verdict.StepId}: {verdict.Expectation.Conversion}"
                + $"{(verdict.Ordinal == 1 ? "" : $" ({verdict.Ordinal})")}: {Word(verdict.Status)}{(verdict.Reason is { } reason ? $", {reason}" : "")}"
        );
        foreach (var at in verdict.Destinations)
        {
            Line(text, $"  {at.Destination}: {Word(at.Status)}, {at.Expected}: {Requests(at.Hits.Select(hit => hit.Request.Number))}");
            foreach (var finding in at.Findings)
                Finding(text, finding, "    ");
        }
    }

    private static void Finding(StringBuilder text, Finding finding, string indent)
    {
        var step = finding.StepIndex?.ToString(CultureInfo.InvariantCulture) ?? "unknown";
        Line(
            text,
            $"{indent}{(finding.IsWarning ? "warning" : "finding")}: {Word(finding.Kind)} of {finding.Conversion ?? "no conversion"} "
                + $"at {finding.Destination ?? "no destination"}, step {step}: {Requests(finding.Requests)}"
        );
        Line(text, $"{indent}  {finding.Message}");
        Line(text, $"{indent}  beside: {finding.SeenBeside ?? "-"}");
        Line(text, $"{indent}  cause: {finding.LikelyCause ?? "-"}");
        Line(text, $"{indent}  next: {finding.NextMove}");
        foreach (var sender in finding.Senders)
            Line(text, $"{indent}  sender: {sender}");
    }

    /// <summary>Which step each hit was given, and between which it was doubtful.</summary>
    private static void Hits(StringBuilder text, JourneyRecording recording, IReadOnlyList<AttributedHit> hits)
    {
        var groups = hits.GroupBy(hit => (hit.StepIndex, hit.Hit.Vendor, hit.Hit.Account))
            .OrderBy(group => group.Key.StepIndex)
            .ThenBy(group => group.Key.Vendor, StringComparer.Ordinal);
        foreach (var step in groups)
        {
            var title = recording.Steps.FirstOrDefault(recorded => recorded.Index == step.Key.StepIndex)?.Id ?? "before the first";
            Line(
                text,
                $"step {step.Key.StepIndex} {title} has of {step.Key.Vendor} {step.Key.Account}: "
                    + string.Join(", ", step.OrderBy(hit => hit.Order).Select(Hit))
            );
        }
    }

    private static string Hit(AttributedHit hit) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{hit.Hit.Event} #{hit.Hit.Request.Number}{(hit.Hit.Line == 0 ? "" : $".{hit.Hit.Line}")}{Doubt(hit)}"
        );

    private static string Doubt(AttributedHit hit) =>
        hit.FirstStep == hit.LastStep ? "" : string.Create(CultureInfo.InvariantCulture, $" ({hit.FirstStep}..{hit.LastStep})");

    private static string Requests(IEnumerable<int> numbers) =>
        string.Join(' ', numbers.Select(number => string.Create(CultureInfo.InvariantCulture, $"#{number}")).DefaultIfEmpty("-"));

    private static string Word(Enum value) =>
        string.Concat(value.ToString().Select(letter => char.IsUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : $"{letter}"))
            .TrimStart();

    // A message may hold what a page said: one line stays one.
    private static void Line(StringBuilder text, string line) => text.Append(line.ReplaceLineEndings("↵").TrimEnd()).Append('\n');
}
