using System.Text;
using System.Text.Json;
using System.Web;

namespace MicroConvQA.Browser.Specs.DemoShop;

/// <summary>A request to a vendor, and the events in it, read independently of the product's decoders.</summary>
internal sealed record VendorRequest(string Method, string Url, string Body)
{
    public Uri Uri => new(Url);

    public IReadOnlyList<SentEvent> Events() =>
        Uri.Host switch
        {
            "www.google-analytics.com" =>
            [
                .. Ga4Lines()
                    .Select(line => new SentEvent(
                        "ga4",
                        line["en"]!,
                        Ga4Id(line),
                        line.AllKeys.Where(key => key is not null).ToDictionary(key => key!, key => line[key] ?? "")
                    )),
            ],
            "plausible.io" => [Plausible()],
            "api-js.mixpanel.com" => [.. Mixpanel()],
            "collector.lumen-home.example" => [.. Snowplow()],
            _ => [],
        };

    private IEnumerable<System.Collections.Specialized.NameValueCollection> Ga4Lines()
    {
        var lines = Body.Length == 0 ? [""] : Body.Split("\r\n");
        foreach (var (index, line) in lines.Index())
        {
            var merged = HttpUtility.ParseQueryString(Uri.Query);
            merged["_line"] = index.ToString(System.Globalization.CultureInfo.InvariantCulture);
            var own = HttpUtility.ParseQueryString(line);
            foreach (var key in own.AllKeys)
                merged[key] = own[key];
            yield return merged;
        }
    }

    // The page is part of it, because pages of a clock that stands still all open in the same millisecond.
    private static string Ga4Id(System.Collections.Specialized.NameValueCollection line) =>
        $"{line["dl"]}/{line["_p"]}/{line["_s"]}/{line["_line"]}";

    private SentEvent Plausible()
    {
        var json = JsonDocument.Parse(Body).RootElement;
        return new SentEvent("plausible", json.GetProperty("n").GetString()!, Guid.NewGuid().ToString(), Flatten(json));
    }

    private IEnumerable<SentEvent> Mixpanel()
    {
        var data = HttpUtility.ParseQueryString(Body)["data"]!;
        var json = JsonDocument
            .Parse(data.StartsWith('[') || data.StartsWith('{') ? data : Encoding.UTF8.GetString(Convert.FromBase64String(data)))
            .RootElement;
        foreach (var hit in json.ValueKind == JsonValueKind.Array ? json.EnumerateArray().ToArray() : [json])
            yield return new SentEvent(
                "mixpanel",
                hit.GetProperty("event").GetString()!,
                hit.GetProperty("properties").GetProperty("$insert_id").GetString()!,
                Flatten(hit)
            );
    }

    private IEnumerable<SentEvent> Snowplow()
    {
        foreach (var hit in JsonDocument.Parse(Body).RootElement.GetProperty("data").EnumerateArray())
        {
            var values = Flatten(hit);
            if (hit.TryGetProperty("ue_pr", out var text))
                Add(values, "ue_pr", text);
            if (hit.TryGetProperty("co", out var context))
                Add(values, "co", context);
            yield return new SentEvent("snowplow", NameOf(hit), hit.GetProperty("eid").GetString()!, values);
        }
    }

    private static void Add(Dictionary<string, string> values, string prefix, JsonElement text)
    {
        foreach (var (key, value) in Flatten(JsonDocument.Parse(text.GetString()!).RootElement))
            values[$"{prefix}.{key}"] = value;
    }

    private static string NameOf(JsonElement hit)
    {
        if (!hit.TryGetProperty("ue_pr", out var text))
            return hit.GetProperty("e").GetString()!;
        var inner = JsonDocument.Parse(text.GetString()!).RootElement.GetProperty("data");
        var name = inner.GetProperty("schema").GetString()!.Split('/')[1];
        if (name != "snowplow_ecommerce_action")
            return name;
        var type = inner.GetProperty("data").GetProperty("type").GetString()!;
        return type == "checkout_step" ? $"checkout_step {StepOf(hit)}" : type;
    }

    private static int StepOf(JsonElement hit) =>
        JsonDocument
            .Parse(hit.GetProperty("co").GetString()!)
            .RootElement.GetProperty("data")
            .EnumerateArray()
            .Single(entity => entity.GetProperty("schema").GetString()!.Contains("/checkout_step/", StringComparison.Ordinal))
            .GetProperty("data")
            .GetProperty("step")
            .GetInt32();

    private static Dictionary<string, string> Flatten(JsonElement json)
    {
        var values = new Dictionary<string, string>();
        Walk(json, "");
        return values;

        void Walk(JsonElement element, string path)
        {
            if (element.ValueKind == JsonValueKind.Object)
                foreach (var member in element.EnumerateObject())
                    Walk(member.Value, path.Length == 0 ? member.Name : $"{path}.{member.Name}");
            else if (element.ValueKind == JsonValueKind.Array)
                foreach (var (index, entry) in element.EnumerateArray().Index())
                    Walk(entry, $"{path}[{index}]");
            else
                values[path] = element.ToString();
        }
    }
}
