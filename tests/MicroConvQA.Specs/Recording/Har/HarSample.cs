using System.Text;
using MicroConvQA.Recording;
using MicroConvQA.Recording.Har;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Specs.Recording.Har;

/// <summary>HARs as exporters write them, of which a spec only says what matters.</summary>
internal static class HarSample
{
    public const string Url = "https://collect.example/hit";

    public static HarLog Read(params JObject[] entries) => Read(Text(entries));

    public static HarLog Read(string text) => HarReader.Read(new StringReader(text), "traffic.har", CancellationToken.None);

    public static CapturedRequest Only(JObject entry) => Read(entry).Requests.Single();

    public static string Text(params JObject[] entries) => Text(entries, []);

    public static string Text(IEnumerable<JObject> entries, IEnumerable<JObject> pages) =>
        new JObject
        {
            ["log"] = new JObject
            {
                ["version"] = "1.2",
                ["creator"] = new JObject { ["name"] = "Any Proxy", ["version"] = "1.0" },
                ["pages"] = new JArray(pages),
                ["entries"] = new JArray(entries),
            },
        }.ToString();

    public static JObject Entry(double second = 0, string url = Url, string method = "POST", object? postData = null) =>
        new()
        {
            ["startedDateTime"] = Any.StartedAt.AddSeconds(second).ToString("O"),
            ["time"] = 20,
            ["request"] = new JObject
            {
                ["method"] = method,
                ["url"] = url,
                ["headers"] = new JArray(),
                ["bodySize"] = -1,
                ["postData"] = postData is null ? null : JObject.FromObject(postData),
            },
            ["response"] = new JObject
            {
                ["status"] = 204,
                ["content"] = new JObject { ["text"] = "not kept" },
            },
        };

    public static JObject WithHeader(this JObject entry, string name, string value)
    {
        ((JArray)entry["request"]!["headers"]!).Add(new JObject { ["name"] = name, ["value"] = value });
        return entry;
    }

    public static JObject WithSize(this JObject entry, int size)
    {
        entry["request"]!["bodySize"] = size;
        return entry;
    }

    public static JObject With(this JObject entry, string name, JToken value)
    {
        entry[name] = value;
        return entry;
    }

    public static JObject Answered(this JObject entry, object response) => entry.With("response", JObject.FromObject(response));

    public static string BodyOf(CapturedRequest request) => Encoding.UTF8.GetString(request.Body);
}
