using FluentAssertions;
using MicroConvQA.Browser.Capture.Wire;
using MicroConvQA.Configuration.Network;
using MicroConvQA.Recording;
using NUnit.Framework;

namespace MicroConvQA.Specs.Capture;

internal sealed class NetworkDecisionSpecs
{
    private const string Named = "It goes where the page sends its hits of Google Analytics 4 (transport_url)";

    private static readonly NetworkRules Sinkhole = NetworkRules.Sinkhole;
    private static readonly NetworkRules AllowingMeta = NetworkRules.Allowing(["meta"]);
    private static readonly KnownPlace Nowhere = new();
    private static readonly KnownPlace OfMeta = new() { Vendor = "meta" };
    private static readonly KnownPlace Collector = new() { OnlyCollects = true };
    private static readonly KnownPlace Container = new() { NamedBy = "transport_url" };

    private static readonly TestCaseData[] Heads =
    [
        Head("a socket of a vendor", Socket(), OfMeta, Sinkhole, HeadDeed.EndSocketHere, "It is a WebSocket of meta, which is kept here."),
        Head("a socket of a vendor that is let on", Socket(), OfMeta, AllowingMeta, HeadDeed.JoinSockets, NotKept),
        Head("a socket of a vendor in passthrough", Socket(), OfMeta, NetworkRules.Passthrough, HeadDeed.JoinSockets, NotKept),
        Head("a socket of nobody known", Socket(), Nowhere, Sinkhole, HeadDeed.JoinSockets, NotKept),
        Head("a socket to a host that only collects", Socket(), Collector, Sinkhole, HeadDeed.JoinSockets, NotKept),
        Head(
            "the empty page",
            Get("https://shop.example/.microconv-blank"),
            Nowhere,
            Sinkhole,
            HeadDeed.AnswerBlank,
            "It is the empty page to which a page is left."
        ),
        Head(
            "the browser's own",
            Get() with
            {
                Headers = Site("none"),
            },
            Nowhere,
            Sinkhole,
            HeadDeed.Refuse,
            "The browser itself sends it, and no page."
        ),
        Head(
            "the browser's own in passthrough",
            Get() with
            {
                Headers = Site("none"),
            },
            OfMeta,
            NetworkRules.Passthrough,
            HeadDeed.Refuse,
            "The browser itself sends it, and no page."
        ),
        Head(
            "a page that the shopper opens",
            Get() with
            {
                Headers = Site("none", "navigate"),
            },
            Nowhere,
            Sinkhole,
            HeadDeed.Read,
            Bodiless
        ),
        Head(
            "a preflight for a vendor",
            Preflight(),
            new KnownPlace { AskedVendor = "meta" },
            Sinkhole,
            HeadDeed.AnswerPreflight,
            "It asks leave for a request to meta, which is kept here."
        ),
        Head(
            "a preflight for a vendor that is let on",
            Preflight(),
            new KnownPlace { AskedVendor = "meta" },
            AllowingMeta,
            HeadDeed.Read,
            Bodiless
        ),
        Head(
            "a preflight for a vendor that is let on, at a host that only collects",
            Preflight(),
            Collector with
            {
                AskedVendor = "meta",
            },
            AllowingMeta,
            HeadDeed.Read,
            Bodiless
        ),
        Head(
            "a preflight for a host that only collects",
            Preflight(),
            Collector,
            Sinkhole,
            HeadDeed.AnswerPreflight,
            "It asks leave for a request that is kept here. It goes to a host that only collects."
        ),
        Head(
            "a preflight for a host that only collects in passthrough",
            Preflight(),
            Collector,
            NetworkRules.Passthrough,
            HeadDeed.Read,
            Bodiless
        ),
        Head(
            "a preflight for the shop's container",
            Preflight(),
            Container,
            Sinkhole,
            HeadDeed.AnswerPreflight,
            $"It asks leave for a request that is kept here. {Named}."
        ),
        Head("a preflight for nobody known", Preflight(), Nowhere, Sinkhole, HeadDeed.Read, Bodiless),
        Head("OPTIONS that is no preflight", Get() with { Method = "OPTIONS" }, Collector, Sinkhole, HeadDeed.Read, Bodiless),
        Head("no body", Get(), Nowhere, Sinkhole, HeadDeed.Read, Bodiless),
        Head("a long body to a vendor", Post(1_000_000), OfMeta, Sinkhole, HeadDeed.Read, "By its address it may be meta's."),
        Head(
            "a long body to a vendor that is let on",
            Post(1_000_000),
            OfMeta,
            AllowingMeta,
            HeadDeed.Read,
            "By its address it may be meta's."
        ),
        Head(
            "a body of unknown length to a host that only collects",
            Post(null),
            Collector,
            Sinkhole,
            HeadDeed.Read,
            "It goes to a host that only collects."
        ),
        Head(
            "a body of unknown length to such a host in passthrough",
            Post(null),
            Collector,
            NetworkRules.Passthrough,
            HeadDeed.Hold,
            Long
        ),
        Head("a long body to the shop's container", Post(70_000), Container, Sinkhole, HeadDeed.Read, $"{Named}."),
        Head(
            "a long form to the shop's container",
            Post(70_000) with
            {
                Headers = Fetched("document", "navigate"),
            },
            Container,
            Sinkhole,
            HeadDeed.Stream,
            GoesOn
        ),
        Head("a short body to nobody known", Post(65_536), Nowhere, Sinkhole, HeadDeed.Read, "It goes to nobody known and is short."),
        Head("a longer body to nobody known", Post(65_537), Nowhere, Sinkhole, HeadDeed.Hold, Long),
        Head("a body of unknown length to nobody known", Post(null), Nowhere, Sinkhole, HeadDeed.Hold, Long),
        Head(
            "a short picture to nobody known",
            Typed(65_536, "image/png"),
            Nowhere,
            Sinkhole,
            HeadDeed.Read,
            "It goes to nobody known and is short."
        ),
        Head("a film to nobody known", Typed(65_537, "Video/mp4"), Nowhere, Sinkhole, HeadDeed.Stream, Upload),
        Head("a sound of unknown length", Typed(null, "audio/ogg"), Nowhere, Sinkhole, HeadDeed.Stream, Upload),
        Head(
            "a long body that is called a picture, to a vendor",
            Typed(70_000, "image/png"),
            OfMeta,
            Sinkhole,
            HeadDeed.Read,
            "By its address it may be meta's."
        ),
        Head("a long JSON body", Typed(65_537, "application/json"), Nowhere, Sinkhole, HeadDeed.Hold, Long),
        Head(
            "a short form with which the page goes on",
            Post(10) with
            {
                Headers = Fetched("document", "navigate"),
            },
            Nowhere,
            Sinkhole,
            HeadDeed.Stream,
            GoesOn
        ),
        Head(
            "a short form with which the page goes on to a vendor",
            Post(10) with
            {
                Headers = Fetched("document", "navigate"),
            },
            OfMeta,
            Sinkhole,
            HeadDeed.Read,
            "By its address it may be meta's."
        ),
    ];

    private static readonly TestCaseData[] Contents =
    [
        Content(
            "a hit",
            Get(),
            Nowhere,
            Sinkhole,
            Read("ga4"),
            RequestFate.AnsweredHere,
            "A decoder reads it, and what goes to ga4 is kept here."
        ),
        Content(
            "a hit of another vendor than is let on",
            Get(),
            Nowhere,
            AllowingMeta,
            Read("ga4"),
            RequestFate.AnsweredHere,
            "A decoder reads it, and what goes to ga4 is kept here."
        ),
        Content(
            "a hit of the vendor that is let on",
            Get(),
            Nowhere,
            AllowingMeta,
            Read("meta"),
            RequestFate.Delivered,
            "A decoder reads it, and what goes to meta is let on."
        ),
        Content(
            "a hit in passthrough",
            Get(),
            Nowhere,
            NetworkRules.Passthrough,
            Read("ga4"),
            RequestFate.Delivered,
            "A decoder reads it, and what goes to ga4 is let on."
        ),
        Content(
            "a hit of the vendor that is let on, at a host that only collects",
            Get(),
            Collector,
            AllowingMeta,
            Read("meta"),
            RequestFate.Delivered,
            "A decoder reads it, and what goes to meta is let on."
        ),
        Content(
            "a hit of nobody that can be told",
            Get(),
            Nowhere,
            Sinkhole,
            Read(null),
            RequestFate.AnsweredHere,
            "A decoder reads it, and what goes to nobody that can be told is kept here."
        ),
        Content(
            "nobody's, to a host that only collects",
            Get(),
            Collector,
            Sinkhole,
            Unread,
            RequestFate.AnsweredHere,
            "No decoder reads it. It goes to a host that only collects, and was kept here."
        ),
        Content(
            "nobody's, to a host that only collects, with a vendor let on",
            Get(),
            Collector,
            AllowingMeta,
            Unread,
            RequestFate.AnsweredHere,
            "No decoder reads it. It goes to a host that only collects, and was kept here."
        ),
        Content(
            "nobody's, to such a host in passthrough",
            Post(5),
            Collector,
            NetworkRules.Passthrough,
            Unread with
            {
                HasBody = true,
            },
            RequestFate.LetThrough,
            ToNobody
        ),
        Content(
            "an encrypted hit to the shop's container",
            Post(5) with
            {
                Headers = Fetched("empty", "cors"),
            },
            Container,
            Sinkhole,
            Unread with
            {
                HasBody = true,
            },
            RequestFate.AnsweredHere,
            $"No decoder reads it. {Named}, and was kept here."
        ),
        Content(
            "a picture of the shop's container",
            Get() with
            {
                Headers = Fetched("image", "no-cors"),
            },
            Container,
            Sinkhole,
            Unread,
            RequestFate.AnsweredHere,
            $"No decoder reads it. {Named}, and was kept here."
        ),
        Content(
            "a script of the shop's container",
            Get() with
            {
                Headers = Fetched("script", "no-cors"),
            },
            Container,
            Sinkhole,
            Unread,
            RequestFate.LetThrough,
            ToNobodyWithout,
            isRecorded: false
        ),
        Content("nobody's with a body", Post(5), Nowhere, Sinkhole, Unread with { HasBody = true }, RequestFate.LetThrough, ToNobody),
        Content("nobody's without a body", Get(), Nowhere, Sinkhole, Unread, RequestFate.LetThrough, ToNobodyWithout, isRecorded: false),
        Content(
            "a fault on purpose",
            Get(),
            Nowhere,
            Sinkhole,
            Read("ga4") with
            {
                OnPurpose = "purchase at GA4 is lost",
            },
            RequestFate.AnsweredHere,
            "On purpose: purchase at GA4 is lost."
        ),
        Content(
            "a fault on purpose in passthrough",
            Get(),
            Nowhere,
            NetworkRules.Passthrough,
            Read("ga4") with
            {
                OnPurpose = "purchase at GA4 is lost",
            },
            RequestFate.AnsweredHere,
            "On purpose: purchase at GA4 is lost."
        ),
    ];

    private static string NotKept => "It is a WebSocket that nobody asked to keep here.";

    private static string Bodiless => "It has no body that could be waited for.";

    private static string GoesOn => "A page goes on by it, and it goes to nobody known.";

    private static string Long => "It goes to nobody known and is longer than 64 KB, or does not say how long it is.";

    private static string ToNobody => "No decoder reads it, and it goes to nobody known.";

    private static string ToNobodyWithout => "No decoder reads it, it goes to nobody known and has no body.";

    private static FoundContent Unread => new();

    [TestCaseSource(nameof(Heads))]
    public void By_its_head_a_request_is(object head, object place, NetworkRules rules, object deed, string reason) =>
        NetworkDecision.Of((RequestHead)head, (KnownPlace)place, rules).Should().Be(new NetworkDecision.ByHead((HeadDeed)deed, reason));

    [TestCaseSource(nameof(Contents))]
    public void By_what_is_in_it_a_request_is(
        object head,
        object place,
        NetworkRules rules,
        object content,
        RequestFate fate,
        bool isRecorded,
        string reason
    ) =>
        NetworkDecision
            .Of((RequestHead)head, (KnownPlace)place, rules, (FoundContent)content)
            .Should()
            .Be(new NetworkDecision.ByContent(fate, isRecorded, reason));

    [TestCase("document", "navigate", Transport.Document)]
    [TestCase("iframe", "navigate", Transport.Document)]
    [TestCase("image", "no-cors", Transport.Image)]
    [TestCase("script", "no-cors", Transport.Script)]
    [TestCase("style", "no-cors", Transport.Stylesheet)]
    [TestCase("empty", "no-cors", Transport.Ping)]
    [TestCase("empty", "cors", Transport.Fetch)]
    [TestCase("font", "cors", Transport.Other)]
    public void A_head_says_how_a_request_was_sent(string destination, string mode, Transport transport) =>
        (Get() with { Headers = Fetched(destination, mode) }).Transport.Should().Be(transport);

    private static TestCaseData Head(string name, RequestHead head, KnownPlace place, NetworkRules rules, HeadDeed deed, string reason) =>
        new TestCaseData(head, place, rules, deed, reason).SetArgDisplayNames(name);

    private static TestCaseData Content(
        string name,
        RequestHead head,
        KnownPlace place,
        NetworkRules rules,
        FoundContent content,
        RequestFate fate,
        string reason,
        bool isRecorded = true
    ) => new TestCaseData(head, place, rules, content, fate, isRecorded, reason).SetArgDisplayNames(name);

    private static FoundContent Read(string? vendor) => new() { Vendor = vendor, IsRead = true };

    private static RequestHead Get(string url = "https://other.example/x") =>
        new()
        {
            Method = "GET",
            Url = url,
            Headers = Fetched("empty", "no-cors"),
        };

    private static string Upload => "It uploads a picture, a sound or a film, and goes to nobody known.";

    private static RequestHead Typed(long? length, string type) =>
        Post(length) with
        {
            Headers = new Dictionary<string, string> { ["Content-Type"] = type },
        };

    private static RequestHead Post(long? length) => Get() with { Method = "POST", HasBody = true, BodyLength = length };

    private static RequestHead Socket() => Get() with { IsWebSocket = true };

    private static RequestHead Preflight() =>
        Get() with
        {
            Method = "OPTIONS",
            Headers = new Dictionary<string, string>(Fetched("empty", "cors")) { ["Access-Control-Request-Method"] = "POST" },
        };

    private static Dictionary<string, string> Fetched(string destination, string mode) =>
        new()
        {
            ["Sec-Fetch-Dest"] = destination,
            ["Sec-Fetch-Mode"] = mode,
            ["Sec-Fetch-Site"] = "cross-site",
        };

    private static Dictionary<string, string> Site(string site, string mode = "no-cors") =>
        new(Fetched("empty", mode)) { ["Sec-Fetch-Site"] = site };
}
