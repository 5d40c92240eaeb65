using System.Globalization;
using System.Text;
using MicroConvQA.Decoding;
using MicroConvQA.Recording;
using MicroConvQA.Specs;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using NUnit.Framework;

namespace MicroConvQA.Browser.Specs.RealSdks;

/// <summary>Writes what the real SDKs send, of a few steps, into <c>tests/Corpus</c>, in the form that its README says.</summary>
[TestFixtureSource(typeof(RealSdk), nameof(RealSdk.All))]
[Explicit("Writes into the repository; run it by a filter of its name.")]
internal sealed class CorpusRecording(RealSdk sdk)
{
    private const string Steps = "page_view,add_to_cart,purchase,search";

    [Test]
    public async Task Record()
    {
        await using var browser = await SdkVisit.BrowserAsync();
        var visit = await SdkVisit.OfAsync(browser, sdk, Steps);

        var folder = Directory.CreateDirectory(Path.Combine(Repository.Root, "tests", "Corpus", sdk.Vendor)).FullName;
        Write(Path.Combine(folder, $"{sdk.Shape}.json"), visit.Sent.Select(request => Written(request.Request)));
        Write(Path.Combine(folder, $"{sdk.Shape}.calls.json"), Calls(visit));
    }

    private static JObject Written(CapturedRequest request)
    {
        var written = new JObject
        {
            ["t"] = (long)request.At.TotalMilliseconds,
            ["type"] = request.Transport.ToString().ToLowerInvariant(),
            ["method"] = request.Method,
            ["url"] = request.Url,
            ["ct"] = Header(request, "content-type"),
            ["body"] = IsText(request.Body) ? Encoding.Latin1.GetString(request.Body) : null,
            ["b64"] = request.Body.Length == 0 ? null : Convert.ToBase64String(request.Body),
            ["len"] = request.Body.Length,
        };
        if (Header(request, "authorization") is { } credentials)
            written["auth"] = credentials;
        return written;
    }

    private static IEnumerable<JObject> Calls(SdkVisit visit)
    {
        foreach (var call in visit.Calls)
            yield return new JObject
            {
                ["call"] = "track",
                ["event"] = call["event"],
                ["params"] = call["params"],
                ["items"] = call["items"],
                ["requests"] = new JArray(Indices(visit, request => request.Hits.Any(hit => hit.Event == (string)call["event"]!))),
            };
        var silent = Indices(visit, request => request.Hits.Count == 0).ToList();
        if (silent.Count > 0)
            yield return new JObject
            {
                ["call"] = null,
                ["requests"] = new JArray(silent),
                ["why"] = "The SDK asks for or sends something that is no event.",
            };
    }

    private static IEnumerable<int> Indices(SdkVisit visit, Func<DecodedRequest, bool> carries) =>
        visit.Sent.Select((request, index) => (request, index)).Where(place => carries(place.request)).Select(place => place.index);

    private static bool IsText(byte[] body) => body.Length > 0 && body.All(one => one >= ' ');

    private static string? Header(CapturedRequest request, string name) =>
        request.Headers.FirstOrDefault(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    private static void Write(string file, IEnumerable<JObject> entries) =>
        File.WriteAllText(
            file,
            string.Create(
                CultureInfo.InvariantCulture,
                $"[\n {string.Join(",\n ", entries.Select(entry => entry.ToString(Formatting.None)))}\n]\n"
            )
        );
}
