using MicroConvQA.Decoding.Aliases;
using MicroConvQA.Decoding.Answers;
using MicroConvQA.Decoding.Content;
using MicroConvQA.Recording;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Decoding.DataLayer;

/// <summary>
/// The page's data layer as Google Tag Manager and gtag.js read it: messages (objects, usually with <c>event</c>) and commands
/// (<c>gtag('event', …)</c>). Source: developers.google.com/tag-platform/tag-manager/datalayer and runs of gtm.js and gtag.js.
/// </summary>
internal sealed class DataLayerDecoder : IHitDecoder
{
    public VendorProfile Vendor { get; } =
        new()
        {
            Name = DataLayerMessage.Vendor,
            Title = "Data layer",
            ReadsDataLayer = true,
            Payload = "pushes to the page's data layer, not requests",
            Aliases = DataLayerFields.Aliases,
            StandardEvents = StandardNames.OfGoogle,
            Evidence = Evidence.Documentation,
        };

    public bool Recognises(RequestContent request) => true;

    public DecodedHits Decode(RequestContent request)
    {
        if (request.Json is not JObject push || push["entry"] is not { } entry)
            throw new UnreadableRequestException("The push was recorded without its entry.");
        return new DecodedHits([Read(request.Request, JsonText.Of(push["kind"]), entry)]);
    }

    /// <summary>A push is never sent, so nothing waits for an answer.</summary>
    public StubAnswer AnswerTo(RequestContent request) => StubAnswers.NoContent;

    private static Hit Read(CapturedRequest request, string? kind, JToken entry) =>
        entry switch
        {
            JObject message => DataLayerMessage.Read(request, message),
            JArray command when kind == "command" => GtagCommand.Read(request, command),
            JArray list => GtagCommand.ReadList(request, list),
            _ => DataLayerMessage.ReadScalar(request, entry),
        };
}
