using MicroConvQA.Judging;
using MicroConvQA.Source;

namespace MicroConvQA.Reporting;

/// <summary>What could not be told of an expectation, in a sentence that stands for itself.</summary>
internal static class UntoldText
{
    public const string Title = "Could not be told";

    /// <summary><c>add_to_cart at Mixpanel: value must be $price, which is not known, so it cannot be told.</c></summary>
    public static string Of(ExpectationVerdict expectation, DestinationVerdict destination, string reason) =>
        ShownText.Line($"{expectation.Expectation.Conversion} at {destination.Title}: {reason}{(reason is [.., '.'] ? "" : ".")}");

    /// <summary>All of an expectation, destination by destination.</summary>
    public static IEnumerable<string> Of(ExpectationVerdict expectation) =>
        expectation.Destinations.SelectMany(destination => destination.Untold.Select(reason => Of(expectation, destination, reason)));
}
