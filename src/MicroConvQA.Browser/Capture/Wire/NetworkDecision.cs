using MicroConvQA.Configuration.Network;
using MicroConvQA.Recording;

namespace MicroConvQA.Browser.Capture.Wire;

/// <summary>
/// What becomes of a request, and why: a pure value of what the request says, what is known, and the network rules. It is made twice,
/// because not every body can be waited for: <see cref="ByHead"/> before the body is read, and <see cref="ByContent"/> when the decoders
/// have seen what was read. Each table is read from top to bottom, and the first row that holds decides; a new rule is a new row.
/// </summary>
/// <param name="Reason">Why, in a sentence; recordings keep it.</param>
internal abstract record NetworkDecision(string Reason)
{
    /// <summary>
    /// Up to here a body that goes to nobody known cannot hold up a page: it is read to its end, however long that takes.
    /// </summary>
    private const int LongestUnknownBody = 64 * 1024;

    private static readonly HeadRow[] HeadRows =
    [
        new(
            HeadDeed.EndSocketHere,
            of => of.Head.IsWebSocket && IsKept(of.Place.Vendor, of.Rules),
            of => $"It is a WebSocket of {of.Place.Vendor}, which is kept here."
        ),
        new(HeadDeed.JoinSockets, of => of.Head.IsWebSocket, _ => "It is a WebSocket that nobody asked to keep here."),
        new(HeadDeed.AnswerBlank, of => BlankPage.Is(of.Head.Url), _ => "It is the empty page to which a page is left."),
        new(HeadDeed.Refuse, of => BrowserNoise.Is(of.Head.Headers), _ => "The browser itself sends it, and no page."),
        new(
            HeadDeed.AnswerPreflight,
            of => IsKept(of.Place.AskedVendor, of.Rules),
            of => $"It asks leave for a request to {of.Place.AskedVendor}, which is kept here."
        ),
        new(
            HeadDeed.AnswerPreflight,
            of => of.Head.AskedMethod is not null && of.Place.AskedVendor is null && WhyOnlyReports(of) is not null,
            of => $"It asks leave for a request that is kept here. {WhyOnlyReports(of)}."
        ),
        new(HeadDeed.Read, of => !of.Head.HasBody, _ => "It has no body that could be waited for."),
        new(HeadDeed.Read, of => of.Place.Vendor is not null, of => $"By its address it may be {of.Place.Vendor}'s."),
        new(HeadDeed.Read, of => WhyOnlyReports(of) is not null, of => $"{WhyOnlyReports(of)}."),
        new(HeadDeed.Stream, of => of.Head.IsNavigation, _ => "A page goes on by it, and it goes to nobody known."),
        new(HeadDeed.Read, of => of.Head.BodyLength <= LongestUnknownBody, _ => "It goes to nobody known and is short."),
        new(HeadDeed.Stream, of => of.Head.IsUpload, _ => "It uploads a picture, a sound or a film, and goes to nobody known."),
        new(
            HeadDeed.Hold,
            _ => true,
            _ => $"It goes to nobody known and is longer than {LongestUnknownBody / 1024} KB, or does not say how long it is."
        ),
    ];

    private static readonly ContentRow[] ContentRows =
    [
        new(RequestFate.AnsweredHere, of => of.Content!.OnPurpose is not null, of => $"On purpose: {of.Content!.OnPurpose}."),
        new(
            RequestFate.Delivered,
            of => of.Content!.IsRead && of.Rules.LetsOn(of.Content.Vendor),
            of => $"A decoder reads it, and what goes to {Named(of.Content!)} is let on."
        ),
        new(
            RequestFate.AnsweredHere,
            of => of.Content!.IsRead,
            of => $"A decoder reads it, and what goes to {Named(of.Content!)} is kept here."
        ),
        new(
            RequestFate.AnsweredHere,
            of => WhyOnlyReports(of) is not null,
            of => $"No decoder reads it. {WhyOnlyReports(of)}, and was kept here."
        ),
        new(RequestFate.LetThrough, of => of.Content!.HasBody, _ => "No decoder reads it, and it goes to nobody known."),
        new(RequestFate.LetThrough, _ => true, _ => "No decoder reads it, it goes to nobody known and has no body.") { IsRecorded = false },
    ];

    /// <summary>By what a request that no decoder reads is taken for one that only reports.</summary>
    private static readonly ReportRow[] ReportRows =
    [
        new(of => of.Place.OnlyCollects, _ => "It goes to a host that only collects"),
        // A server container serves the tags' scripts too.
        new(
            of => of.Place.NamedBy is not null && of.Head.Transport is Transport.Fetch or Transport.Ping or Transport.Image,
            of => $"It goes where the page sends its hits of Google Analytics 4 ({of.Place.NamedBy})"
        ),
    ];

    /// <summary>Decides before the body is read.</summary>
    public static ByHead Of(RequestHead head, KnownPlace place, NetworkRules rules)
    {
        var facts = new Facts(head, place, rules, null);
        var row = HeadRows.First(row => row.Holds(facts));
        return new ByHead(row.Deed, row.Reason(facts));
    }

    /// <summary>Decides of what was read.</summary>
    public static ByContent Of(RequestHead head, KnownPlace place, NetworkRules rules, FoundContent content)
    {
        var facts = new Facts(head, place, rules, content);
        var row = ContentRows.First(row => row.Holds(facts));
        return new ByContent(row.Fate, row.IsRecorded, row.Reason(facts));
    }

    private static bool IsKept(string? vendor, NetworkRules rules) => vendor is not null && !rules.LetsOn(vendor);

    private static string? WhyOnlyReports(Facts of) =>
        of.Rules.Mode == NetworkMode.Sinkhole && ReportRows.FirstOrDefault(row => row.Holds(of)) is { } row ? row.Why(of) : null;

    private static string Named(FoundContent content) => content.Vendor ?? "nobody that can be told";

    /// <summary>The decision before the body is read.</summary>
    public sealed record ByHead(HeadDeed Deed, string Reason) : NetworkDecision(Reason);

    /// <summary>The decision when the decoders have seen what was read.</summary>
    /// <param name="Fate">Answered here as its collector would, delivered to its collector, or let through to its server.</param>
    /// <param name="IsRecorded">Whether it stands in the recording.</param>
    /// <param name="Reason">Why.</param>
    public sealed record ByContent(RequestFate Fate, bool IsRecorded, string Reason) : NetworkDecision(Reason);

    private sealed record Facts(RequestHead Head, KnownPlace Place, NetworkRules Rules, FoundContent? Content);

    private sealed record HeadRow(HeadDeed Deed, Func<Facts, bool> Holds, Func<Facts, string> Reason);

    private sealed record ContentRow(RequestFate Fate, Func<Facts, bool> Holds, Func<Facts, string> Reason)
    {
        public bool IsRecorded { get; init; } = true;
    }

    private sealed record ReportRow(Func<Facts, bool> Holds, Func<Facts, string> Why);
}

/// <summary>What is done with a request before its body is read.</summary>
internal enum HeadDeed
{
    /// <summary>The empty page is its answer.</summary>
    AnswerBlank,

    /// <summary>It is answered by 403.</summary>
    Refuse,

    /// <summary>It is answered as its collector would answer a preflight.</summary>
    AnswerPreflight,

    /// <summary>The socket ends on this machine.</summary>
    EndSocketHere,

    /// <summary>The socket is joined with its server's.</summary>
    JoinSockets,

    /// <summary>It goes on as it comes, unread; of one that no page goes on by, its head is recorded.</summary>
    Stream,

    /// <summary>It is held until its body is read and decoded.</summary>
    Read,

    /// <summary>
    /// It is held as <see cref="Read"/> does, but only for a while: then it goes on as it comes, and counts as left unread.
    /// </summary>
    Hold,
}

/// <summary>What a request says before its body.</summary>
internal sealed record RequestHead
{
    private static readonly string[] UploadedTypes = ["image/", "audio/", "video/"];

    public required string Method { get; init; }

    public required string Url { get; init; }

    /// <summary>By names of any case.</summary>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    public bool HasBody { get; init; }

    /// <summary>How long its body says to be; null = it does not say, or has none.</summary>
    public long? BodyLength { get; init; }

    public bool IsWebSocket { get; init; }

    /// <summary>Of a CORS preflight, the method that it asks leave for; null = it is none.</summary>
    public string? AskedMethod => Method == "OPTIONS" ? Headers.GetValueOrDefault("Access-Control-Request-Method") : null;

    public bool IsNavigation => Headers.GetValueOrDefault("Sec-Fetch-Mode") == "navigate";

    /// <summary>Whether its body is a picture, a sound or a film, which tells of nobody.</summary>
    public bool IsUpload =>
        Headers.GetValueOrDefault("Content-Type") is { } type
        && UploadedTypes.Any(start => type.StartsWith(start, StringComparison.OrdinalIgnoreCase));

    /// <summary>How it was sent, as far as the browser's fetch metadata say; the browser's own view corrects it.</summary>
    public Transport Transport =>
        Headers.GetValueOrDefault("Sec-Fetch-Dest") switch
        {
            "document" or "iframe" or "frame" => Transport.Document,
            "image" => Transport.Image,
            "script" => Transport.Script,
            "style" => Transport.Stylesheet,
            "empty" => Headers.GetValueOrDefault("Sec-Fetch-Mode") == "no-cors" ? Transport.Ping : Transport.Fetch,
            _ => Transport.Other,
        };
}

/// <summary>What is known of where a request goes.</summary>
internal sealed record KnownPlace
{
    /// <summary>The vendor whose request it may be by its method and address; null = of none.</summary>
    public string? Vendor { get; init; }

    /// <summary>The vendor whose request a preflight asks leave for; null = of none, or it is no preflight.</summary>
    public string? AskedVendor { get; init; }

    /// <summary>Whether its host is one that only collects.</summary>
    public bool OnlyCollects { get; init; }

    /// <summary>The setting by which the page names it as its collector; null = it does not.</summary>
    public string? NamedBy { get; init; }
}

/// <summary>What was found in a request that was read.</summary>
internal sealed record FoundContent
{
    /// <summary>Whose it is; null = nobody's that is known.</summary>
    public string? Vendor { get; init; }

    /// <summary>Whether a decoder takes it for its own, even where it cannot tell what is in it.</summary>
    public bool IsRead { get; init; }

    public bool HasBody { get; init; }

    /// <summary>The fault that was put into it on purpose, in words; null = none was.</summary>
    public string? OnPurpose { get; init; }
}
