using MicroConvQA.Attribution;
using MicroConvQA.Decoding;
using MicroConvQA.Judging.English;
using MicroConvQA.Matching;
using MicroConvQA.Recording;

namespace MicroConvQA.Judging.Findings;

/// <summary>Says who sent a hit, and why one was sent twice.</summary>
internal static class Senders
{
    private static readonly string[] TagManagers =
    [
        "googletagmanager.com/gtm.js",
        "googletagmanager.com/gtag/js",
        "tags.tiqcdn.com",
        "assets.adobedtm.com",
    ];

    /// <summary>Why there are several hits where one was expected, both senders side by side; null = nothing is known of them.</summary>
    public static string? OfDouble(IReadOnlyList<LedgerHit> hits)
    {
        var pushes = hits.Select(hit => PushOf(hit.Attributed))
            .OfType<Hit>()
            .Distinct(ReferenceEqualityComparer.Instance)
            .Cast<Hit>()
            .ToList();
        if (pushes.Count > 1)
            return $"The page pushed it to its data layer {Words.Times(pushes.Count)}: {SideBySide(pushes.Select(push => push.Request))}.";
        var requests = hits.Select(hit => hit.Attributed.Hit.Request).DistinctBy(request => request.Number).ToList();
        if (requests.Count == 1)
            return $"All of them stand in one batch (request {requests[0].Number}), so the SDK was called {Words.Times(hits.Count)}.";
        if (requests.All(request => request.Initiator.Count == 0))
            return pushes.Count == 1 ? OnePush(pushes[0], hits) : null;
        var senders = requests.Select(request => Caller(request)).Distinct().ToList();
        var said =
            senders.Count == 1
                ? $"The same code sent it {Words.Times(hits.Count)}: {senders[0]}; a handler that is bound more than once does that."
                : $"Different code sent it: {SideBySide(requests)}.";
        return pushes.Count == 1 ? $"{said} The data layer holds only one push ({Of(pushes[0].Request)})." : said;
    }

    /// <summary>The request with its caller: <c>request 12 by /js/shop.js:10:5 (addToCart)</c>.</summary>
    public static string Of(CapturedRequest request) =>
        $"request {request.Number}{(request.Initiator.Count == 0 ? "" : $" by {Caller(request)}")}{(request.Trigger is { } trigger ? $", {Words.After(trigger)}" : "")}";

    /// <summary>Who sent a hit, for a reader who holds it against others.</summary>
    public static HitSender Sender(LedgerHit hit)
    {
        var (request, push) = (hit.Attributed.Hit.Request, hit.Attributed.Push?.Request);
        return new(
            request.Number,
            Caller(request),
            push is null ? null : $"request {push.Number}{(push.Initiator.Count == 0 ? "" : $" by {Caller(push)}")}",
            (push?.Trigger ?? request.Trigger) is { } trigger ? Words.After(trigger) : null
        );
    }

    private static Hit? PushOf(AttributedHit hit) => hit.Hit.Request.Transport == Transport.DataLayer ? hit.Hit : hit.Push;

    private static string OnePush(Hit push, IReadOnlyList<LedgerHit> hits) =>
        hits.Any(hit => hit.Attributed.Push is null)
            ? $"The data layer holds only one push ({Of(push.Request)}), so something beside the data layer sends it too: "
                + $"{SideBySide(hits.Select(hit => hit.Attributed.Hit.Request))}."
            : $"One data-layer push ({Of(push.Request)}) led to {Words.Count(hits.Count, "hit")}: two tags listen for it.";

    private static string SideBySide(IEnumerable<CapturedRequest> requests) => Words.List([.. requests.Select(Of)]);

    private static string Caller(CapturedRequest request) =>
        request.Initiator.Count == 0 ? "an unknown sender" : CallerIn(request.Initiator);

    /// <summary>Who stands behind a stack: <c>a tag of the tag manager …</c>, <c>/js/shop.js:10:5 (add) through …</c>.</summary>
    public static string CallerIn(IReadOnlyList<ScriptFrame> stack)
    {
        // The innermost frames are the SDK's own; the first frame of another script is the code that called it.
        var inner = stack[0];
        var caller = stack.FirstOrDefault(frame => frame.Url != inner.Url);
        return (ManagerIn(stack), caller) switch
        {
            ({ } manager, _) => $"a tag of {manager}",
            (null, { } frame) => $"{Frame(frame)} through {Script(inner.Url)}",
            _ => Frame(inner),
        };
    }

    private static string? ManagerIn(IReadOnlyList<ScriptFrame> stack) =>
        stack.FirstOrDefault(frame => TagManagers.Any(manager => frame.Url.Contains(manager, StringComparison.Ordinal))) is { } frame
            ? $"the tag manager {(ContainerIn(frame.Url) is { } id ? $"{id} ({Script(frame.Url)}:{frame.Line}:{frame.Column})" : Script(frame.Url))}"
            : null;

    private static string? ContainerIn(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var parsed) ? Decoding.Content.FieldList.Parse(parsed.Query.TrimStart('?'))["id"] : null;

    /// <summary>A place in a script: <c>/js/shop.js:10:5 (addToCart)</c>.</summary>
    public static string Frame(ScriptFrame frame) =>
        $"{Script(frame.Url)}:{frame.Line}:{frame.Column}{(string.IsNullOrEmpty(frame.Function) ? "" : $" ({frame.Function})")}";

    /// <summary>The script without what makes its address long: <c>cdn.example/tag.js</c>.</summary>
    public static string Script(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var parsed) && parsed.Scheme is "http" or "https"
            ? parsed.IsLoopback
                ? parsed.AbsolutePath
                : parsed.Host + parsed.AbsolutePath
            : url;
}
