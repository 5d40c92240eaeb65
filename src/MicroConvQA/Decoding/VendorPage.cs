using System.Text;
using MicroConvQA.Decoding.Recognition;

namespace MicroConvQA.Decoding;

/// <summary>Writes what is known of the vendors as the documentation's page <c>docs/vendors.md</c>.</summary>
internal static class VendorPage
{
    public static string Write(DecoderSet decoders)
    {
        var vendors = decoders.Decoders.Select(decoder => decoder.Vendor).OrderBy(vendor => vendor.Title, StringComparer.Ordinal).ToList();
        var text = new StringBuilder(Introduction);
        Table(
            text,
            ["vendor", "`vendor`", "hosts and paths", "on anybody's host", "account", "copies share", "rests on"],
            vendors.Select(Recognition)
        );
        text.Append(AliasIntroduction);
        Table(text, ["vendor", "value", "currency", "transaction id", "item id"], vendors.Select(Aliases));
        text.Append(StandardEventIntroduction);
        Table(text, ["vendor", "standard events"], vendors.Where(vendor => vendor.StandardEvents.Count > 0).Select(StandardEvents));
        text.Append(LimitIntroduction);
        Table(text, ["vendor", "limits", "documented at"], vendors.Where(vendor => vendor.Limits is not null).Select(Limits));
        text.Append(BotFilterIntroduction);
        Table(
            text,
            ["vendor", "sends nothing where", "remedy in the page", "found in"],
            vendors.Where(vendor => vendor.BotFilter is not null).Select(BotFilters)
        );
        return text.ToString();
    }

    private const string Introduction = """
        # Vendors

        Generated from the decoders; do not edit. The second column is what a destination of `playwright.config.json` says as its `vendor`.

        How a request is recognised, in this order: by a destination's own `endpoints` (URL patterns with `*`), by the vendor's hosts and paths
        (where vendors share one, with a field of the query), by path and payload on anybody's host. `*` stands for any characters, `/**` for any
        path. A CORS preflight is never a hit; on anybody's host it is a vendor's only where its address says so. A request that two vendors'
        decoders claim is reported as a problem and never guessed; one whose body cannot be read is reported as undecodable and never taken for
        "no hits".

        A vendor that is not here is declared in ten lines of YAML: [declared-vendors.md](declared-vendors.md). Of vendors that are declared so, account
        and id are named by their places in the request.


        """;

    private const string AliasIntroduction = """

        ## Names of parameters

        Names and types of parameters stay the vendor's own; where a wire format abbreviates them, they have the vendor's documented names. What an SDK
        adds by itself stands under `wire` (`wire._s`). Items are told apart from parameters. Beside them every hit has a value, a currency, a
        transaction id and its items' ids, found under these names; the first that is there counts.


        """;

    private const string StandardEventIntroduction = """

        ## Standard events

        Events keep the names with which they are sent, and a dictionary names them so. Where a vendor prescribes a name, a hit also says what it
        stands for in GA4's words; vendors that are not here leave all names to the shop.


        """;

    private const string LimitIntroduction = """

        ## Limits

        What a vendor cuts or drops although it answers as if all were well. A hit beyond a limit is a finding *vendor limit*: a warning, unless the
        dictionary says `vendor limits: error`. Lengths are characters where nothing else is said. Vendors that are not here document no limits
        that a hit could be held against, or they are not known to us.


        """;

    private const string BotFilterIntroduction = """

        ## Scripts that switch themselves off

        By what a vendor's own script takes a browser for a robot's and sends nothing. A destination where nothing at all came, while others were sent
        events, is reported as *suppressed* where there is evidence: the script says so on the page's console, or it asked for `navigator.webdriver`
        while the walk did not hide it, or it was loaded in a browser of such a name. The remedy is `automation: hidden` for the device
        ([capture.md](capture.md)), or the page's own. Amplitude, Segment, RudderStack, Snowplow, Clarity, Datadog, Pirsch, Optimizely and Adobe's Web SDK were searched
        for such checks in the versions of the specs and have none; Umami and Matomo drop robots on their servers, where no walk sees it.


        """;

    private static string[] Recognition(VendorProfile vendor) =>
        [
            vendor.Title,
            $"`{vendor.Name}`",
            Listed(vendor.Endpoints.Where(endpoint => endpoint.Host != Endpoint.AnyHost).Select(Written)),
            vendor.Payload is null ? "no" : string.Join("; ", [vendor.Payload, .. AnyHostPaths(vendor)]),
            vendor.Account ?? "none",
            vendor.EventId ?? "no id",
            Words(vendor.Evidence),
        ];

    private static string[] Aliases(VendorProfile vendor)
    {
        var names = vendor.Aliases;
        var spelling = names.FreeForm ? ", in any spelling" : "";
        return
        [
            vendor.Title,
            .. new[] { names.Value, names.Currency, names.TransactionId, names.ItemId }.Select(list =>
                Listed(list.Select(name => $"`{name}`")) + spelling
            ),
        ];
    }

    private static string[] StandardEvents(VendorProfile vendor) =>
        [
            vendor.Title,
            Listed(vendor.StandardEvents.Select(name => name.Key == name.Value ? $"`{name.Key}`" : $"`{name.Key}` = `{name.Value}`")),
        ];

    private static string[] Limits(VendorProfile vendor)
    {
        var limits = vendor.Limits!;
        var unit = limits.InBytes ? " bytes" : "";
        List<(string What, int? Most)> lengths =
        [
            ("event name", limits.EventName),
            ("parameter name", limits.ParameterName),
            ("parameter value", limits.ParameterValue),
            .. limits.ValueOf.Select(value => ($"`{value.Key}`", (int?)value.Value)),
            ("user property name", limits.UserPropertyName),
            ("user property value", limits.UserPropertyValue),
            ("user id", limits.UserId),
        ];
        List<(string What, int? Most)> counts =
        [
            ("parameters", limits.Parameters),
            ("user properties", limits.UserProperties),
            ("items", limits.Items),
        ];
        string[] said =
        [
            .. lengths.Where(limit => limit.Most is not null).Select(limit => $"{limit.What} {limit.Most}{unit}"),
            .. counts.Where(limit => limit.Most is not null).Select(limit => $"at most {limit.Most} {limit.What}"),
            .. limits.EventNameFormWords is { } form ? [$"event names of the shop's own must {form}"] : Array.Empty<string>(),
            .. limits.ReservedPrefixes.Count > 0
                ? [$"reserved beginnings of names {Listed(limits.ReservedPrefixes.Select(prefix => $"`{prefix}`"))}"]
                : Array.Empty<string>(),
            .. limits.ReservedEvents.Count > 0
                ? [$"reserved events {Listed(limits.ReservedEvents.Select(name => $"`{name}`"))}"]
                : Array.Empty<string>(),
            .. limits.Required.Select(needed => $"`{needed.Key}` needs {Listed(needed.Value.Select(name => $"`{name}`"))}"),
        ];
        return [vendor.Title, string.Join("; ", said), limits.Source];
    }

    private static string[] BotFilters(VendorProfile vendor)
    {
        var filter = vendor.BotFilter!;
        string[] looks =
        [
            .. filter.Webdriver ? ["`navigator.webdriver` is true"] : Array.Empty<string>(),
            .. filter.UserAgents.Count > 0
                ? [$"the user agent holds one of {Listed(filter.UserAgents.Select(mark => $"`{mark}`"))}"]
                : Array.Empty<string>(),
        ];
        return [vendor.Title, string.Join(", or ", looks), filter.Remedy ?? "none", filter.Source];
    }

    private static void Table(StringBuilder text, string[] head, IEnumerable<string[]> rows)
    {
        Row(text, head);
        Row(text, head.Select(_ => "---"));
        foreach (var row in rows)
            Row(text, row);
    }

    private static void Row(StringBuilder text, IEnumerable<string> cells) =>
        text.Append("| ").AppendJoin(" | ", cells.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal))).Append(" |\n");

    private static IEnumerable<string> AnyHostPaths(VendorProfile vendor)
    {
        var paths = vendor.Endpoints.Where(endpoint => endpoint.Host == Endpoint.AnyHost).Select(endpoint => $"`{endpoint}`").ToList();
        return paths.Count == 0 ? [] : [$"usual paths {string.Join(", ", paths)}"];
    }

    private static string Written(Endpoint endpoint) => $"`{endpoint}`{(endpoint.Carries == EndpointCarries.NoHits ? " (no hits)" : "")}";

    private static string Listed(IEnumerable<string> entries) => string.Join(", ", entries) is { Length: > 0 } list ? list : "none";

    private static string Words(Evidence evidence) =>
        evidence switch
        {
            Evidence.RealSdk => "its real SDK, run; its requests are in the specs",
            Evidence.RecordedTraffic => "traffic recorded from its real script",
            Evidence.PublishedSource => "published source code, read and not run",
            Evidence.Documentation => "its documentation",
            _ => throw new ArgumentOutOfRangeException(nameof(evidence), evidence, null),
        };
}
