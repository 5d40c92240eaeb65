using MicroConvQA.Recording;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Specs.Decoding.Corpus;

/// <summary>One shape of one vendor's requests under <c>tests/Corpus</c>, and the calls that caused them.</summary>
internal sealed record CorpusShape(string Vendor, string Name)
{
    private string File(string extension) => Path.Combine(Repository.Root, "tests", "Corpus", Vendor, Name + extension);

    public string ApprovedPath => File(".approved.txt");

    /// <summary>Captures are real pages of one vendor each, whose calls name it.</summary>
    public bool IsCapture => Vendor == "captures";

    /// <summary>The vendor as configurations name it.</summary>
    public string DecoderName => IsCapture ? (string)Calls()[0]["vendor"]! : Vendor;

    public IReadOnlyList<CapturedRequest> Requests() => [.. Read(File(".json")).Select(Request)];

    public IReadOnlyList<JObject> Calls() =>
        System.IO.File.Exists(File(".calls.json")) ? [.. Read(File(".calls.json")).Cast<JObject>()] : [];

    /// <summary>The calls that the page made and the SDK sent.</summary>
    public IEnumerable<JObject> SentCalls() => Calls().Where(call => (string?)call["call"] is not null && (bool?)call["sent"] != false);

    /// <summary>What was sent without a call.</summary>
    public IEnumerable<JObject> AutomaticGroups() => Calls().Where(call => (string?)call["call"] is null);

    /// <summary>The places of a call's <c>requests</c> or <c>copies</c>.</summary>
    public static IEnumerable<int> Indices(JObject call, string name) => call[name]?.Select(index => (int)index) ?? [];

    public override string ToString() => $"{Vendor}/{Name}";

    public static IEnumerable<CorpusShape> All() =>
        from path in Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "tests", "Corpus"), "*.json", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
        where !path.EndsWith(".calls.json", StringComparison.Ordinal)
        let vendor = Path.GetFileName(Path.GetDirectoryName(path)!)
        select new CorpusShape(vendor, Path.GetFileNameWithoutExtension(path));

    public static IEnumerable<CorpusShape> Captures() => All().Where(shape => shape.IsCapture);

    private static Dictionary<string, string> Headers(JToken recorded)
    {
        var headers = new Dictionary<string, string>();
        if ((string?)recorded["ct"] is { } contentType)
            headers["content-type"] = contentType;
        if ((string?)recorded["auth"] is { } credentials)
            headers["authorization"] = credentials;
        return headers;
    }

    private static JArray Read(string path)
    {
        using var reader = new JsonTextReader(System.IO.File.OpenText(path))
        {
            DateParseHandling = DateParseHandling.None,
            FloatParseHandling = FloatParseHandling.Decimal,
        };
        return JArray.Load(reader);
    }

    private static CapturedRequest Request(JToken recorded, int index)
    {
        var type = (string?)recorded["type"];
        var body = (string?)recorded["b64"] is { } encoded ? Convert.FromBase64String(encoded) : [];
        return new CapturedRequest
        {
            Number = index + 1,
            At = TimeSpan.FromMilliseconds((double)recorded["t"]!),
            Transport = type == "datalayer" ? Transport.DataLayer : Enum.Parse<Transport>(type!, ignoreCase: true),
            Method = (string)recorded["method"]!,
            Url = (string)recorded["url"]!,
            Headers = Headers(recorded),
            Body = body,
            BodyState = body.Length == 0 ? BodyState.None : BodyState.Complete,
            StepIndex = 0,
            Fate = type == "datalayer" ? RequestFate.StayedOnPage : RequestFate.AnsweredHere,
            SeenBy = Sightings.Browser,
        };
    }
}
