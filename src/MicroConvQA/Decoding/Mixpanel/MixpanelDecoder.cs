using MicroConvQA.Decoding.Answers;
using MicroConvQA.Decoding.Content;
using MicroConvQA.Decoding.Recognition;

namespace MicroConvQA.Decoding.Mixpanel;

/// <summary>Mixpanel: events and profile updates as a form field or JSON, one or a list. Source: mixpanel-browser 2.83.0.</summary>
internal sealed class MixpanelDecoder : IHitDecoder
{
    private static readonly string[] HitPaths = ["track", "engage", "groups"];
    private static readonly string[] OtherPaths = ["record", "flags", "decide", "settings"];

    public VendorProfile Vendor { get; } =
        new()
        {
            Name = "mixpanel",
            Title = "Mixpanel",
            Account = "the project's token",
            EventId = "`$insert_id`",
            Endpoints =
            [
                .. HitPaths.Select(path => new Endpoint("*.mixpanel.com", $"/{path}")),
                .. OtherPaths.Select(path => new Endpoint("*.mixpanel.com", $"/{path}", EndpointCarries.NoHits)),
                .. HitPaths.Select(path => new Endpoint(Endpoint.AnyHost, $"*/{path}")),
            ],
            Payload =
                "on these paths of any host: JSON, or a field `data` of JSON or base64, with `event` and the project's `token`, or with `$token`",
            Aliases = MixpanelFields.Aliases,
            Limits = MixpanelLimits.All,
            BotFilter = MixpanelBotFilter.Of,
            Evidence = Evidence.RealSdk,
        };

    public bool Recognises(RequestContent request) => MixpanelEntries.AreMixpanels(request);

    public DecodedHits Decode(RequestContent request)
    {
        var entries = MixpanelEntries.Find(request)
            ?? throw new UnreadableRequestException("It carries no 'data', neither in its query nor in its body.");
        if (entries.Count == 0)
            throw new UnreadableRequestException("It holds no events.");
        var hits = entries.Select(entry => MixpanelHit.Read(request.Request, entry)).OfType<Hit>().ToList();
        var unknown = entries.Count - hits.Count;
        return new DecodedHits(
            hits,
            unknown == 0
                ? null
                : $"{unknown} of the {entries.Count} entries sent to Mixpanel are neither an event with a name nor a profile update, so what they carry is unknown."
        );
    }

    public StubAnswer AnswerTo(RequestContent request)
    {
        if (request.Path.EndsWith("/record", StringComparison.Ordinal) || request.Path.EndsWith("/record/", StringComparison.Ordinal))
            return StubAnswers.Json("""{"code":200,"status":"OK"}""");
        if (request.Path.StartsWith("/flags", StringComparison.Ordinal))
            return StubAnswers.Json("""{"flags":{}}""");
        if (request.Path.StartsWith("/decide", StringComparison.Ordinal) || request.Path.StartsWith("/settings", StringComparison.Ordinal))
            return StubAnswers.Json("{}");
        return request.Query["verbose"] == "1" ? StubAnswers.Json("""{"error":null,"status":1}""") : StubAnswers.Text("1");
    }
}
