using System.Text;
using MicroConvQA.Decoding;
using MicroConvQA.Decoding.Content;
using MicroConvQA.Recording;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Specs.Decoding;

/// <summary>Captured requests of which a spec only says what matters.</summary>
internal static class Sample
{
    public static readonly TrafficDecoder Decoder = TrafficDecoder.For([]);

    public static CapturedRequest Get(string url) => Request("GET", url, []);

    public static CapturedRequest Post(string url, string body = "") => Request("POST", url, Encoding.UTF8.GetBytes(body));

    public static CapturedRequest Post(string url, byte[] body) => Request("POST", url, body);

    public static CapturedRequest Push(string entry, string kind = "message") =>
        Request("PUSH", "https://shop.example/", Encoding.UTF8.GetBytes($$"""{"kind":"{{kind}}","entry":{{entry}}}""")) with
        {
            Transport = Transport.DataLayer,
            Fate = RequestFate.StayedOnPage,
            SeenBy = Sightings.Page,
        };

    public static RequestContent Content(string body) => new(Post("https://shop.example/x", body));

    public static string Json(JToken? token) => token?.ToString(Formatting.None) ?? "";

    public static Hit OnlyHit(CapturedRequest request) => Decoder.Decode(request).Hits.Single();

    private static CapturedRequest Request(string method, string url, byte[] body) =>
        new()
        {
            Number = 1,
            At = TimeSpan.Zero,
            Transport = Transport.Fetch,
            Method = method,
            Url = url,
            Body = body,
            BodyState = body.Length == 0 ? BodyState.None : BodyState.Complete,
            StepIndex = 0,
            Fate = RequestFate.AnsweredHere,
            SeenBy = Sightings.Browser,
        };
}
