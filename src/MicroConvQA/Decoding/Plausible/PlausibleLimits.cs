namespace MicroConvQA.Decoding.Plausible;

/// <summary>What Plausible takes of an event (plausible.io/docs/events-api, plausible.io/docs/custom-props/introduction).</summary>
internal static class PlausibleLimits
{
    public static readonly VendorLimits All = new()
    {
        Source = "https://plausible.io/docs/events-api",
        Consequence = "Plausible answers such an event with 202 like any other and drops it, or what is beyond the limit.",
        InBytes = true,
        EventName = 120,
        Parameters = 30,
        ParameterName = 300,
        ParameterValue = 2000,
        OwnParameters = new HashSet<string> { "revenue" },
    };
}
