using System.Text;
using FluentAssertions;
using MicroConvQA.Recording;
using MicroConvQA.Specs.Decoding.Corpus;
using Newtonsoft.Json;
using NUnit.Framework;

namespace MicroConvQA.Specs.Decoding;

public sealed class HostileInputSpecs
{
    private const int MutationsOfEachRequest = 150;

    // Most of what they send is replay and measurements, which are no hits: one changed digit makes such of an event.
    private static readonly string[] SendMoreThanHits = ["clarity", "datadog"];

    private static readonly byte[][] Nasty =
    [
        [0x1f, 0x8b], [0x78, 0x9c], [0xff, 0xfe], "\0"u8.ToArray(), "%"u8.ToArray(), "%u0041"u8.ToArray(), "~~~"u8.ToArray(), "\r\n"u8.ToArray(), "&en="u8.ToArray(),
        "{\"a\":"u8.ToArray(), "[[[["u8.ToArray(), "\\ud800"u8.ToArray(), "null"u8.ToArray(), "1e999"u8.ToArray(), "new Date(1)"u8.ToArray(), "/*"u8.ToArray(),
        "99999999999999999999999999"u8.ToArray(), "\"$ref\":\"#\""u8.ToArray(), "pr1=id~&pr1=k0"u8.ToArray(), "=&="u8.ToArray(),
        "cd["u8.ToArray(), "&cd[]=["u8.ToArray(), "&ed[x]=1"u8.ToArray(), "&pr999999999999nm=x"u8.ToArray(), "&il1pi=x&il1pi1=x"u8.ToArray(), "&item=(*)(**"u8.ToArray(),
        "&ec_items=[[],1]"u8.ToArray(), "&_pks=&_pkc=["u8.ToArray(), "&data=;=;id=,;"u8.ToArray(), "&cd1=&cm=&cg1"u8.ToArray(), "&items=,id"u8.ToArray(),
        "&wire=1&wire[a]=2"u8.ToArray(), "&ts=1e300"u8.ToArray(),
    ];

    [TestCaseSource(typeof(CorpusShape), nameof(CorpusShape.All))]
    public void No_mutation_of_a_real_request_makes_a_decoder_throw(CorpusShape shape)
    {
        var random = new Random(20261120);

        foreach (var request in shape.Requests().Where(request => Sample.Decoder.Decode(request).Hits.Count > 0))
            for (var mutation = 0; mutation < MutationsOfEachRequest; mutation++)
                Demand(Mutate(request, random));
    }

    [TestCase("https://www.google-analytics.com/g/collect?v=2&tid=G-1", "", "en=a\n")]
    [TestCase("https://www.google-analytics.com/batch", "", "v=1&tid=UA-1&t=event\n")]
    [TestCase("https://shop.matomo.cloud/matomo.php", "{\"requests\":[", "\"?idsite=1&rec=1\",")]
    public void A_request_of_more_events_than_are_read_is_a_problem(string url, string head, string one)
    {
        var body = head + string.Concat(Enumerable.Repeat(one, 1_001)).TrimEnd(',') + (head.Length > 0 ? "]}" : "");

        Sample.Decoder.Decode(Sample.Post(url, body)).Problem.Should()
            .EndWith("could not be decoded. It carries more than 1,000 events, which is more than is read of one request.");
    }

    [TestCase("https://bat.bing.com/action/0?ti=1&evt=custom&items=", "a,")]
    [TestCase("https://bat.bing.com/action/0?ti=1&evt=custom&prodid=", "a,")]
    [TestCase("https://www.googleadservices.com/pagead/conversion/7/?en=conversion&label=a&data=id%3D", "a,")]
    [TestCase("https://www.googleadservices.com/pagead/conversion/7/?en=conversion&label=a&item=", "(1*1*a)")]
    public void A_list_of_more_values_than_are_read_is_a_problem(string url, string one)
    {
        Sample.Decoder.Decode(Sample.Get(url + string.Concat(Enumerable.Repeat(one, 20_001)))).Problem.Should()
            .EndWith("could not be decoded. A field of it lists more than 20,000 values, which is more than is read of one request.");
    }

    private static void Demand(CapturedRequest request)
    {
        var decoded = Sample.Decoder.Decode(request);

        var text = $"{request.Method} {request.Url}\n{Convert.ToBase64String(request.Body)}";
        decoded.Problem.Should().NotContain("bug of that decoder", text);
        if (decoded.Vendor is not null && !SendMoreThanHits.Contains(decoded.Vendor))
            (decoded.Problem is not null || decoded.Hits.Count > 0).Should().BeTrue($"a vendor's request is never silently empty: {text}");
        JsonConvert.SerializeObject(decoded).Should().NotBeEmpty();
        Sample.Decoder.AnswerTo(request).Status.Should().BeInRange(200, 204);
    }

    private static CapturedRequest Mutate(CapturedRequest request, Random random) => (request.Body.Length, random.Next(4)) switch
    {
        (0, _) or (_, 0) => request with { Url = Encoding.Latin1.GetString(Mutate(Encoding.Latin1.GetBytes(request.Url), random)) },
        (_, 1) => request with { BodyState = random.Next(2) == 0 ? BodyState.Cut : BodyState.Complete, Body = request.Body[..random.Next(request.Body.Length)] },
        _ => request with { Body = Mutate(request.Body, random) },
    };

    private static byte[] Mutate(byte[] bytes, Random random)
    {
        var mutated = bytes.ToList();
        for (var change = random.Next(1, 4); change > 0 && mutated.Count > 1; change--)
            Change(mutated, random);
        return [.. mutated];
    }

    private static void Change(List<byte> bytes, Random random)
    {
        var at = random.Next(bytes.Count);
        switch (random.Next(5))
        {
            case 0:
                bytes[at] = (byte)random.Next(256);
                break;
            case 1:
                bytes.RemoveRange(at, random.Next(1, Math.Min(40, bytes.Count - at + 1)));
                break;
            case 2:
                bytes.InsertRange(at, Nasty[random.Next(Nasty.Length)]);
                break;
            case 3:
                bytes.InsertRange(at, bytes.GetRange(at, random.Next(1, Math.Min(200, bytes.Count - at + 1))));
                break;
            default:
                bytes.Reverse(at, Math.Min(8, bytes.Count - at));
                break;
        }
    }
}
