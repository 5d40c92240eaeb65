using MicroConvQA.Browser.Acting;
using MicroConvQA.Journeys;

namespace MicroConvQA.Browser.Walking;

/// <summary>The first page of a journey, with the parameters of the channel that the shopper comes by.</summary>
internal static class StartAddress
{
    public static string Of(Journey journey, Variables variables)
    {
        var start = variables.Text(journey.Start);
        var parameters = string.Join(
            '&',
            journey.Channel.Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(variables.Text(pair.Value))}")
        );
        if (parameters.Length == 0)
            return start;

        var (address, fragment) = start.Split('#', 2) is [var before, var after] ? (before, $"#{after}") : (start, "");
        return $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{parameters}{fragment}";
    }
}
