using System.Text;
using MicroConvQA.Configuration.Devices;
using MicroConvQA.Recording;

namespace MicroConvQA.Browser.Specs.Capture.Conformance;

/// <summary>
/// One way in which pages send events, and all that must be seen of it. Scripts and markup find the vendor's address in <c>url</c> or
/// <c>{url}</c>.
/// </summary>
/// <param name="Name">What the way is called, also the event's name.</param>
/// <param name="Script">What is run on the page.</param>
/// <param name="Bodies">What must be captured, byte by byte, each once and in any order; an empty one is a request without a body.</param>
internal sealed record ConformanceCase(string Name, string Script, params IReadOnlyList<byte[]> Bodies)
{
    /// <summary>What the page holds when it is opened.</summary>
    public string Page { get; init; } = "";

    /// <summary>How the shopper leaves the page afterwards.</summary>
    public Departure Then { get; init; } = Departure.None;

    /// <summary>What becomes of it. Default: it is answered here.</summary>
    public RequestFate Fate { get; init; } = RequestFate.AnsweredHere;

    /// <summary>The path of the page that sends it, where that is not the page that was opened.</summary>
    public string? SentBy { get; init; }

    /// <summary>Why only https will do; null = http will.</summary>
    public string? NotOverHttp { get; init; }

    /// <summary>Engines that give up the request without a body when its page is left, as a shop's visitors have it too.</summary>
    public IReadOnlySet<BrowserEngine> GivenUpBy { get; init; } = new HashSet<BrowserEngine>();

    /// <summary>Engines that may tell of it so late that it is taken for the next page's.</summary>
    public IReadOnlySet<BrowserEngine> ToldLateBy { get; init; } = new HashSet<BrowserEngine>();

    /// <summary>Why an engine cannot do it; a spec fails when it has learnt it.</summary>
    public IReadOnlyDictionary<BrowserEngine, string> Inabilities { get; init; } = new Dictionary<BrowserEngine, string>();

    /// <summary>A body of text; <c>{boundary}</c> stands for that of a multipart form.</summary>
    public static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    public ConformanceCase CannotBe(BrowserEngine engine, string why) =>
        this with
        {
            Inabilities = new Dictionary<BrowserEngine, string>(Inabilities) { [engine] = why },
        };

    /// <summary>What the table says of an engine.</summary>
    public string In(BrowserEngine engine) =>
        Inabilities.GetValueOrDefault(engine)
        ?? (GivenUpBy.Contains(engine), ToldLateBy.Contains(engine)) switch
        {
            (true, true) => "yes, but it gives up images, and may tell of it as the next page's",
            (true, false) => "yes, but it gives up images",
            (false, true) => "yes, but it may tell of it as the next page's",
            _ => "yes",
        };

    public override string ToString() => Name;
}
