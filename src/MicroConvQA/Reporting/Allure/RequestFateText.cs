using MicroConvQA.Recording;

namespace MicroConvQA.Reporting.Allure;

/// <summary>How reports name what became of a request.</summary>
internal static class RequestFateText
{
    public static string Of(RequestFate fate) =>
        fate switch
        {
            RequestFate.StayedOnPage => "stayed on the page",
            RequestFate.AnsweredHere => "answered on this machine",
            RequestFate.Delivered => "delivered to the vendor",
            RequestFate.LetThrough => "went on to its server",
            RequestFate.NotDelivered => "never left the browser",
            _ => throw new InvalidOperationException($"unknown request fate {fate}"),
        };
}
