using System.Globalization;
using System.Text;
using MicroConvQA.Recording;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Specs.RecordingCorpus;

/// <summary>
/// A recorded walk as a browser would have exported it: pages and requests with their bodies; no steps, no data layer, no console.
/// </summary>
internal static class HarOfRecording
{
    public static string Write(JourneyRecording recording) =>
        new JObject
        {
            ["log"] = new JObject
            {
                ["version"] = "1.2",
                ["creator"] = new JObject { ["name"] = "corpus", ["version"] = "1" },
                ["pages"] = new JArray(recording.Visits.Select(visit => Page(recording, visit))),
                ["entries"] = new JArray(
                    recording
                        .Requests.Where(request => request.Transport != Transport.DataLayer)
                        .Select(request => Entry(recording, request))
                ),
            },
        }.ToString();

    private static JObject Page(JourneyRecording recording, PageVisit visit) =>
        new()
        {
            ["id"] = IdOf(visit.Number),
            ["title"] = visit.Url,
            ["startedDateTime"] = At(recording, visit.From),
            ["pageTimings"] = new JObject(),
        };

    private static JObject Entry(JourneyRecording recording, CapturedRequest request) =>
        new()
        {
            ["startedDateTime"] = At(recording, request.At),
            ["time"] = 1,
            ["pageref"] = request.Visit is { } visit ? IdOf(visit) : null,
            ["_resourceType"] = request.Transport.ToString().ToLowerInvariant(),
            ["request"] = new JObject
            {
                ["method"] = request.Method,
                ["url"] = request.Url,
                ["headers"] = new JArray(request.Headers.Select(header => new JObject { ["name"] = header.Key, ["value"] = header.Value })),
                ["postData"] =
                    request.Body.Length == 0
                        ? null
                        : new JObject { ["mimeType"] = "text/plain", ["text"] = Encoding.UTF8.GetString(request.Body) },
            },
            ["response"] = new JObject { ["status"] = request.Status ?? 0 },
        };

    private static string IdOf(int visit) => string.Create(CultureInfo.InvariantCulture, $"page_{visit}");

    private static string At(JourneyRecording recording, TimeSpan moment) =>
        (recording.StartedAt + moment).ToString("O", CultureInfo.InvariantCulture);
}
