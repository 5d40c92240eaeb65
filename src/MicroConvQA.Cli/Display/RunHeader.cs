using MicroConvQA.Browser.Composing;
using MicroConvQA.Planning;

namespace MicroConvQA.Cli.Display;

/// <summary>The first lines of a run: what is walked, where and how.</summary>
internal static class RunHeader
{
    /// <param name="plan">The run.</param>
    /// <param name="site">What the site is called.</param>
    /// <param name="workers">How many walks go on at once.</param>
    public static IReadOnlyList<Line> Of(RunPlan plan, string site, int workers)
    {
        var journeys = plan.Walks.Select(walk => walk.Journey.Name).Distinct().Count();
        var devices = plan.Walks.Select(walk => walk.Device.Name).Distinct().Count();
        var address = plan.Configuration.BaseUrl is { } url && !site.Contains(url, StringComparison.Ordinal) ? $" at {url}" : "";

        return
        [
            new Line([new Span(ToolName.WithVersion, Tone.Strong), new Span($"  {site}{address}")]),
            new Line([
                new Span(
                    $"{Count(journeys, "journey")} on {Count(devices, "device")}: {Count(plan.Walks.Count, "walk")}, {workers} at once",
                    Tone.Quiet
                ),
            ]),
            .. plan.LeftOut.Select(reason => Line.Of(reason, Tone.Quiet)),
        ];
    }

    private static string Count(int number, string what) => number == 1 ? $"1 {what}" : $"{number} {what}s";
}
