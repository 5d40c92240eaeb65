namespace MicroConvQA.Decoding.Mixpanel;

/// <summary>What Mixpanel stores of an event (docs.mixpanel.com/docs/data-structure/events-and-properties).</summary>
internal static class MixpanelLimits
{
    public static readonly VendorLimits All = new()
    {
        Source = "https://docs.mixpanel.com/docs/data-structure/events-and-properties",
        Consequence = "Mixpanel cuts names and texts that are longer, so two values that differ later become one.",
        InBytes = true,
        EventName = 255,
        ParameterName = 255,
        ParameterValue = 255,
        OwnParameters = new HashSet<string>
        {
            "current_page_title",
            "current_url_path",
            "current_url_search",
            "current_domain",
            "current_url_protocol",
        },
    };
}
