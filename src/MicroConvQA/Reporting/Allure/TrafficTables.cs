using System.Globalization;
using MicroConvQA.Decoding;
using MicroConvQA.Judging.Counting;
using MicroConvQA.Judging.Findings;
using MicroConvQA.Recording;
using Newtonsoft.Json;

namespace MicroConvQA.Reporting.Allure;

/// <summary>The tables that a report shows of hits, requests and parameters.</summary>
internal sealed class TrafficTables(JourneyRecording recording, ValueMask mask)
{
    public string Parameters(IEnumerable<ParameterDifference> parameters)
    {
        var table = new Csv(mask, "Holds", "Parameter", "Must", "Found");
        foreach (var parameter in parameters.OrderBy(parameter => parameter.Holds))
            table.Row(parameter.Holds ? "✓" : "✗", parameter.Parameter, parameter.Expected, parameter.Found ?? "absent");
        return table.ToString();
    }

    /// <param name="hits">The hits that were counted.</param>
    /// <param name="explained">Those that stand beside them, or that say something of them.</param>
    public string Hits(IReadOnlyList<Hit> hits, IReadOnlyList<ExplainedHit> explained)
    {
        var reasons = explained.ToLookup(one => one.Hit, one => one.Reason, ReferenceEqualityComparer.Instance);
        var table = new Csv(mask, "No.", "Counted", "Event", "At (s)", "During", "Page", "Sent by", "After", "Parameters");
        foreach (
            var hit in hits.Concat(explained.Select(one => one.Hit)).Distinct((IEqualityComparer<Hit>)ReferenceEqualityComparer.Instance)
        )
            table.Row(
                NumberOf(hit),
                string.Join(" ", reasons[hit].Prepend(hits.Contains(hit, ReferenceEqualityComparer.Instance) ? "yes." : "no.")),
                hit.Event,
                At(hit.Request),
                StepOf(hit.Request),
                hit.PageUrl ?? "",
                SenderOf(hit.Request),
                TriggerOf(hit.Request),
                ParametersOf(hit)
            );
        return table.ToString();
    }

    /// <summary>Every decoded request, also those that nobody expected and those that nobody could read.</summary>
    public string Traffic(IEnumerable<DecodedRequest> traffic, IEnumerable<ExplainedHit> explained)
    {
        var reasons = explained.ToLookup(one => one.Hit.Request.Number, one => one.Reason);
        var table = new Csv(mask, "No.", "At (s)", "During", "Vendor", "Events", "What became of it", "Why it is no double", "URL");
        foreach (var decoded in traffic)
            table.Row(
                $"#{decoded.Request.Number}",
                At(decoded.Request),
                StepOf(decoded.Request),
                decoded.Vendor ?? "unknown",
                EventsOf(decoded),
                RequestFateText.Of(decoded.Request.Fate),
                string.Join(" ", reasons[decoded.Request.Number].Distinct()),
                decoded.Request.Url
            );
        return table.ToString();
    }

    public string Console(IEnumerable<ConsoleLine> lines)
    {
        var table = new Csv(mask, "At (s)", "Level", "Text", "Source");
        foreach (var line in lines)
            table.Row(Seconds(line.At), line.Level, line.Text, line.Url ?? "");
        return table.ToString();
    }

    private static string NumberOf(Hit hit) => hit.Line == 0 ? $"#{hit.Request.Number}" : $"#{hit.Request.Number}, line {hit.Line + 1}";

    private static string At(CapturedRequest request) => Seconds(request.At);

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.00", CultureInfo.InvariantCulture);

    private string StepOf(CapturedRequest request) =>
        recording.Steps.FirstOrDefault(step => step.Index == request.StepIndex)?.Title ?? "the opening of the first page";

    private static string SenderOf(CapturedRequest request) =>
        request.Initiator.Count == 0
            ? "unknown"
            : string.Join(" < ", request.Initiator.Take(3).Select(frame => $"{frame.Url}:{frame.Line}:{frame.Column}"));

    private static string TriggerOf(CapturedRequest request) =>
        request.Trigger is { } trigger
            ? string.Create(
                    CultureInfo.InvariantCulture,
                    $"{trigger.Type} {trigger.Target}{(trigger.Ago > TimeSpan.Zero ? $" ({trigger.Ago.TotalMilliseconds:0} ms before)" : "")}"
                )
                .TrimEnd()
            : "";

    private static string ParametersOf(Hit hit)
    {
        var own = hit.Parameters.ToString(Formatting.None);
        return hit.Items.Count == 0 ? own : $"{own} items: {string.Join(", ", hit.Items.Select(item => item.ToString(Formatting.None)))}";
    }

    private static string EventsOf(DecodedRequest decoded) =>
        decoded.Problem is not null
            ? $"not readable: {decoded.Problem}"
            : string.Join(
                ", ",
                decoded.Hits.Select(hit =>
                    hit.Role == HitRole.Event ? hit.Event : $"{hit.Event} ({hit.Role.ToString().ToLowerInvariant()})"
                )
            );
}
