using FluentAssertions;
using NUnit.Framework;

namespace MicroConvQA.Specs.Decoding.Hostile;

internal sealed class LimitSpecs
{
    [TestCase("https://www.google-analytics.com/g/collect?v=2&tid=G-1", "", "en=a\n")]
    [TestCase("https://www.google-analytics.com/batch", "", "v=1&tid=UA-1&t=event\n")]
    [TestCase("https://shop.matomo.cloud/matomo.php", "{\"requests\":[", "\"?idsite=1&rec=1\",")]
    public void A_request_of_more_events_than_are_read_is_a_problem(string url, string head, string one)
    {
        var body = head + string.Concat(Enumerable.Repeat(one, 1_001)).TrimEnd(',') + (head.Length > 0 ? "]}" : "");

        Sample
            .Decoder.Decode(Sample.Post(url, body))
            .Problem.Should()
            .EndWith("could not be decoded. It carries more than 1,000 events, which is more than is read of one request.");
    }

    [TestCase("https://bat.bing.com/action/0?ti=1&evt=custom&items=", "a,")]
    [TestCase("https://bat.bing.com/action/0?ti=1&evt=custom&prodid=", "a,")]
    [TestCase("https://www.googleadservices.com/pagead/conversion/7/?en=conversion&label=a&data=id%3D", "a,")]
    [TestCase("https://www.googleadservices.com/pagead/conversion/7/?en=conversion&label=a&item=", "(1*1*a)")]
    public void A_list_of_more_values_than_are_read_is_a_problem(string url, string one)
    {
        Sample
            .Decoder.Decode(Sample.Get(url + string.Concat(Enumerable.Repeat(one, 20_001))))
            .Problem.Should()
            .EndWith("could not be decoded. A field of it lists more than 20,000 values, which is more than is read of one request.");
    }

    [Test]
    public void A_batch_whose_events_repeat_a_long_query_is_a_problem()
    {
        var query = string.Concat(Enumerable.Range(0, 1_000).Select(field => $"&ep.a{field}=1"));

        Sample
            .Decoder.Decode(
                Sample.Post(
                    $"https://www.google-analytics.com/g/collect?v=2&tid=G-1{query}",
                    string.Concat(Enumerable.Repeat("en=a\n", 201))
                )
            )
            .Problem.Should()
            .EndWith("could not be decoded. Its events together hold more than 200,000 values, which is more than is read of one request.");
    }

    [TestCase("https://www.google-analytics.com/batch", "v=1&tid=UA-1&t=event", "\n", "", "")]
    [TestCase("https://shop.matomo.cloud/matomo.php", "?idsite=1&rec=1", "\",\"", "{\"requests\":[\"", "\"]}")]
    public void A_batch_whose_events_hold_too_many_fields_is_a_problem(string url, string one, string between, string head, string tail)
    {
        var line = one + string.Concat(Enumerable.Repeat("&a=1", 19_000));

        Sample
            .Decoder.Decode(Sample.Post(url, head + string.Join(between, Enumerable.Repeat(line, 11)) + tail))
            .Problem.Should()
            .EndWith("could not be decoded. Its events together hold more than 200,000 values, which is more than is read of one request.");
    }

    [TestCase("https://www.google.com/ccm/collect?en=purchase&value=1e308&value=0.5")]
    [TestCase("https://www.google-analytics.com/g/collect?v=2&tid=G-1&en=purchase&epn.value=1e308&epn.value=0.5")]
    public void A_number_beyond_decimals_can_be_sent_again(string url)
    {
        Sample.OnlyHit(Sample.Get(url)).Value!.ToString().Should().Be("0.5");
    }

    [Test]
    public void Thousands_of_contexts_of_one_schema_are_read_once_each()
    {
        var context = """{"schema":"iglu:com.example/tag/jsonschema/1-0-0","data":{"n":1}}""";
        var contexts =
            $$"""{"schema":"iglu:com.snowplowanalytics.snowplow/contexts/jsonschema/1-0-0","data":[{{string.Join(',', Enumerable.Repeat(context, 4_900))}}]}""";

        Ending.Demand(Sample.Get($"https://c.snplow.net/i?e=pv&tv=js&p=web&co={Uri.EscapeDataString(contexts)}"), "").Should().Be("hits");
    }
}
