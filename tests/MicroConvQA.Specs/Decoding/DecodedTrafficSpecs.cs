using FluentAssertions;
using MicroConvQA.Decoding;
using MicroConvQA.Recording;
using NUnit.Framework;

namespace MicroConvQA.Specs.Decoding;

internal sealed class DecodedTrafficSpecs
{
    private const string Purchase = "https://www.facebook.com/tr/?id=1000000001&ev=Purchase&dl=https%3A%2F%2Fshop.example%2F&eid=order-1";

    [Test]
    public void Requests_of_nobody_are_counted_by_host()
    {
        var traffic = Decoded("https://shop.example/a", "https://SHOP.example:8443/b", "https://cdn.example/c");

        traffic.Requests.Should().BeEmpty();
        traffic.NobodysHosts.Should().Equal(new Dictionary<string, int> { ["shop.example"] = 2, ["cdn.example"] = 1 });
    }

    [Test]
    public void A_hit_with_an_event_id_that_was_sent_before_repeats_that_hit()
    {
        var traffic = Decoded(Purchase, Purchase.Replace("order-1", "order-2", StringComparison.Ordinal), Purchase);

        traffic.Repetitions().Select(pair => (pair.Key.Request.Number, pair.Value.Request.Number)).Should().Equal((3, 1));
    }

    [Test]
    public void At_another_account_it_repeats_nothing() =>
        Decoded(Purchase, Purchase.Replace("1000000001", "1000000002", StringComparison.Ordinal)).Repetitions().Should().BeEmpty();

    [Test]
    public void What_never_left_is_repeated_by_nothing()
    {
        var lost = Request(1, Purchase) with { Fate = RequestFate.NotDelivered };

        DecodedTraffic.Of([lost, Request(2, Purchase)], Sample.Decoder).Repetitions().Should().BeEmpty();
    }

    private static DecodedTraffic Decoded(params string[] urls) =>
        DecodedTraffic.Of(urls.Select((url, index) => Request(index + 1, url)), Sample.Decoder);

    private static CapturedRequest Request(int number, string url) => Sample.Get(url) with { Number = number };
}
