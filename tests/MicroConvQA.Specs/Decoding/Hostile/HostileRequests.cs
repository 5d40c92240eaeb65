using System.IO.Compression;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using MicroConvQA.Decoding;
using MicroConvQA.Decoding.Content;
using MicroConvQA.Decoding.Recognition;
using MicroConvQA.Recording;
using MicroConvQA.Specs.Decoding.Corpus;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Specs.Decoding.Hostile;

/// <summary>Requests that nobody sent: any vendor's address with the wire's own names in any order and with any values.</summary>
internal static class HostileRequests
{
    private static readonly string[] Addresses =
    [
        .. StandardDecoders
            .All.Decoders.SelectMany(decoder => decoder.Vendor.Endpoints)
            .Select(Url)
            .Append("https://shop.example/x")
            .Distinct(),
    ];

    /// <summary>The names of fields and properties that real requests have.</summary>
    private static readonly string[] Names = [.. CorpusShape.All().SelectMany(shape => shape.Requests()).SelectMany(NamesIn).Distinct()];

    private static readonly Gen<string> Value = Gen.OneOf(
        Gen.Elements(
            "",
            "1",
            "0",
            "-1",
            "1e400",
            "1e999",
            "99999999999999999999",
            "true",
            "null",
            "{}",
            "[]",
            "[[]]",
            "%",
            "%zz",
            "%ff",
            "+",
            "~",
            "~~",
            "k0",
            "G-1",
            "UA-1",
            "AW-1",
            "a,b",
            "id=1;id=2",
            "(a*1*2)"
        ),
        ArbMap.Default.GeneratorFor<string>().Select(text => text ?? ""),
        ArbMap.Default.GeneratorFor<double>().Select(number => JsonConvert.ToString(number)),
        Gen.Sized(size => Json(size / 8)).Select(json => json.ToString(Formatting.None)),
        Gen.Sized(size => Json(size / 8)).Select(json => Convert.ToBase64String(Encoding.UTF8.GetBytes(json.ToString(Formatting.None))))
    );

    private static readonly Gen<(string Name, string Value)> Field =
        from name in Gen.Frequency((9, Gen.Elements(Names)), (1, ArbMap.Default.GeneratorFor<string>().Select(text => text ?? "")))
        from value in Value
        select (name, value);

    private static readonly Gen<string> Form = Gen.OneOf(
        Field.ListOf().Select(fields => string.Join('&', fields.Select(Escaped))),
        Field.ListOf().Select(fields => string.Join('&', fields.Select(field => $"{field.Name}={field.Value}")))
    );

    private static readonly Gen<byte[]> Body = Gen.Frequency(
        (3, Gen.Constant(Array.Empty<byte>())),
        (3, Form.Select(Encoding.UTF8.GetBytes)),
        (4, Gen.Sized(size => Json(size)).Select(json => Encoding.UTF8.GetBytes(json.ToString(Formatting.None)))),
        (1, Form.ListOf().Select(lines => Encoding.UTF8.GetBytes(string.Join("\r\n", lines)))),
        (1, Gen.Sized(size => Json(size)).Select(json => Compressed(json.ToString(Formatting.None)))),
        (
            1,
            Gen.Sized(size => Json(size))
                .Select(json => Encoding.UTF8.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes(json.ToString(Formatting.None)))))
        ),
        (1, ArbMap.Default.GeneratorFor<byte[]>().Select(bytes => bytes ?? []))
    );

    private static readonly Gen<CapturedRequest> Request =
        from address in Gen.Elements(Addresses)
        from query in Form
        from body in Body
        from state in Gen.Frequency((9, Gen.Constant(BodyState.Complete)), (1, Gen.Elements(Enum.GetValues<BodyState>())))
        from encoding in Gen.Elements("", "", "gzip", "br", "deflate")
        select Sample.Post($"{address}?{query}", body) with
        {
            BodyState = body.Length == 0 ? BodyState.None : state,
            Headers = new Dictionary<string, string> { ["content-encoding"] = encoding },
        };

    /// <summary>A failing request is made smaller by leaving out fields, then its body.</summary>
    public static readonly Arbitrary<CapturedRequest> Any = Arb.From(Request, Smaller);

    /// <summary>An address that an endpoint's patterns fit.</summary>
    public static string Url(Endpoint endpoint)
    {
        var host =
            endpoint.Host == Endpoint.AnyHost
                ? "shop.example"
                : endpoint.Host.Replace("*.", "a.", StringComparison.Ordinal).Replace(".*", ".example", StringComparison.Ordinal);
        return $"https://{host}{(endpoint.Path is ['*', ..] ? $"/x{endpoint.Path[1..]}" : endpoint.Path).Replace("*", "1", StringComparison.Ordinal)}";
    }

    private static Gen<JToken> Json(int size) =>
        size <= 0
            ? Gen.OneOf(
                Value.Select(text => (JToken)new JValue(text)),
                ArbMap.Default.GeneratorFor<long>().Select(number => (JToken)new JValue(number)),
                ArbMap.Default.GeneratorFor<double>().Select(number => (JToken)new JValue(number)),
                Gen.Elements<JToken>(JValue.CreateNull(), new JValue(true), new JObject(), new JArray())
            )
            : Gen.OneOf(
                Gen.Choose(0, 6)
                    .SelectMany(count =>
                        Gen.Elements(Names)
                            .ListOf(count)
                            .SelectMany(names => Json(size / (count + 1)).ListOf(count).Select(values => (JToken)Object(names, values)))
                    ),
                Gen.Choose(0, 4)
                    .SelectMany(count => Json(size / (count + 1)).ListOf(count))
                    .Select(values => (JToken)new JArray(values.Select(value => value.DeepClone())))
            );

    private static JObject Object(IEnumerable<string> names, IEnumerable<JToken> values)
    {
        var json = new JObject();
        foreach (var (name, value) in names.Zip(values))
            json[name] = value.DeepClone();
        return json;
    }

    private static IEnumerable<CapturedRequest> Smaller(CapturedRequest request)
    {
        var query = request.Url.IndexOf('?', StringComparison.Ordinal);
        var fields = request.Url[(query + 1)..].Split('&');
        for (var left = 0; left < fields.Length && fields.Length > 1; left++)
            yield return request with
            {
                Url = request.Url[..(query + 1)] + string.Join('&', fields.Where((_, index) => index != left)),
            };
        if (request.Body.Length > 0)
            yield return request with
            {
                Body = [],
                BodyState = BodyState.None,
            };
    }

    private static IEnumerable<string> NamesIn(CapturedRequest request)
    {
        var content = new RequestContent(request);
        var inBody =
            content.BodyText is { Length: > 0 } text && BoundedJson.LooksLikeJson(text)
                ? BoundedJson
                    .ParseAll(text)
                    .OfType<JContainer>()
                    .SelectMany(json => json.DescendantsAndSelf())
                    .OfType<JProperty>()
                    .Select(property => property.Name)
                : content.Form.Select(field => field.Name);
        return content.Query.Select(field => field.Name).Concat(inBody);
    }

    private static string Escaped((string Name, string Value) field) =>
        $"{Uri.EscapeDataString(field.Name)}={Uri.EscapeDataString(field.Value)}";

    private static byte[] Compressed(string text)
    {
        using var target = new MemoryStream();
        using (var stream = new GZipStream(target, CompressionLevel.Fastest))
            stream.Write(Encoding.UTF8.GetBytes(text));
        return target.ToArray();
    }
}
