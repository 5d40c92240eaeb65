using System.Globalization;
using MicroConvQA.Journeys;
using MicroConvQA.Recording;

namespace MicroConvQA.Judging.English;

/// <summary>The phrases that all findings share.</summary>
internal static class Words
{
    /// <summary>The id of the one step of traffic of which nobody knows the steps; no author can write it.</summary>
    public const string WholeStepId = "*";

    /// <summary>What that step is called.</summary>
    public const string WholeStepTitle = "the whole recording";

    // Less than a tenth of a second is one moment to a shopper.
    private static readonly TimeSpan Instant = TimeSpan.FromMilliseconds(50);

    public static string Times(int times) =>
        times switch
        {
            0 => "never",
            1 => "once",
            2 => "twice",
            _ => $"{times} times",
        };

    public static string InStep(Journey journey, int step) =>
        step < 0 || step >= journey.Steps.Count ? "before the first step"
        : journey.Steps[step].Id == WholeStepId ? $"in {WholeStepTitle}"
        : $"in step '{journey.Steps[step].Title}'";

    public static string Seconds(TimeSpan time) =>
        time < Instant
            ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:0} ms")
            : string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.#} s");

    public static string Requests(IReadOnlyList<int> numbers) =>
        numbers.Count switch
        {
            0 => "no request",
            1 => $"request {numbers[0]}",
            <= 6 => $"requests {List([.. numbers.Select(number => number.ToString(CultureInfo.InvariantCulture))])}",
            _ => $"{numbers.Count} requests from {numbers[0]} on",
        };

    /// <summary>Several things in a row: <c>a, b and c</c>.</summary>
    public static string List(IReadOnlyList<string> things) =>
        things.Count < 2 ? string.Concat(things) : $"{string.Join(", ", things.Take(things.Count - 1))} and {things[^1]}";

    /// <summary>What led to a push: <c>on click of button#buy 'Add to cart'</c>, <c>0.4 s after click of …</c>.</summary>
    public static string After(PageEvent trigger) =>
        $"{(trigger.Ago < Instant ? "on" : $"{Seconds(trigger.Ago)} after")} {trigger.Type}{(trigger.Target is "" or "window" or "document" ? "" : $" of {trigger.Target}")}";

    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The number with its noun: <c>1 hit</c>, <c>3 hits</c>.</summary>
    public static string Count(int number, string noun) => number == 1 ? $"1 {noun}" : $"{number} {noun}s";
}
