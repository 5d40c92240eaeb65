using FluentAssertions;
using MicroConvQA.Decoding;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using NUnit.Framework;

namespace MicroConvQA.Browser.Specs.RealSdks;

/// <summary>What holds of every vendor's real SDK in Chromium, when a shopper's steps with nested items go through it.</summary>
[TestFixtureSource(typeof(RealSdk), nameof(RealSdk.All))]
[Category("Browser")]
internal sealed class RealSdkSpecs(RealSdk sdk)
{
    private SdkVisit _visit = null!;

    [OneTimeSetUp]
    public async Task VisitThePage()
    {
        await using var browser = await SdkVisit.BrowserAsync();
        _visit = await SdkVisit.OfAsync(browser, sdk);
    }

    [Test]
    public void Each_call_is_an_event_exactly_once_and_none_is_sent_again()
    {
        _visit
            .Events.Select(hit => hit.Event)
            .Where(name => !sdk.Automatic.Contains(name))
            .Should()
            .BeEquivalentTo(_visit.Calls.Select(call => (string)call["event"]!));
    }

    [Test]
    public void What_the_SDK_sends_by_itself_is_known()
    {
        var automatic = _visit.Events.Where(hit => sdk.Automatic.Contains(hit.Event)).Select(hit => (hit.Event, hit.EventId)).Distinct();

        automatic.Select(sent => sent.Event).Should().BeEquivalentTo(sdk.Automatic);
    }

    [Test]
    public void Each_event_has_the_parameters_and_items_of_its_call_with_their_types()
    {
        foreach (var call in _visit.Calls)
            Written(ParametersAndItems(HitOf(call), call))
                .Should()
                .Be(Written(new JObject { ["params"] = call["params"]!.DeepClone(), ["items"] = call["items"]!.DeepClone() }));
    }

    [Test]
    public void Each_event_has_the_value_currency_order_and_item_ids_of_its_call()
    {
        foreach (var call in _visit.Calls)
            Written(FactsOf(HitOf(call)))
                .Should()
                .Be(Written(Facts(call["value"], call["currency"], call["order"], call["ids"]!)), (string)call["event"]!);
    }

    [Test]
    public void Each_event_has_the_ids_that_the_SDK_gives()
    {
        foreach (var hit in _visit.Calls.Select(HitOf))
            IdsOf(hit).Should().HaveFlag(sdk.Ids, hit.Event);
        if (sdk.Ids.HasFlag(SdkIds.User))
            _visit.Calls.Select(HitOf).Should().OnlyContain(hit => hit.UserId == "u-42");
        if (sdk.Ids.HasFlag(SdkIds.Event))
            _visit.Calls.Select(call => HitOf(call).EventId).Should().OnlyHaveUniqueItems();
    }

    [Test]
    public void The_steps_are_sent_together_where_the_mode_says_so()
    {
        var requests = _visit.Calls.Select(call => HitOf(call).Request.Number).Distinct().Count();

        (requests < _visit.Calls.Count).Should().Be(sdk.IsBatch, $"{_visit.Calls.Count} steps came in {requests} requests");
    }

    [Test]
    public void The_steps_are_sent_to_where_the_mode_says() =>
        _visit.Calls.Select(call => HitOf(call).Request.Url).Should().OnlyContain(url => url.Contains(sdk.Endpoint));

    [Test]
    public void Every_request_that_leaves_the_page_is_the_vendors_and_is_read()
    {
        _visit.Sent.Select(request => request.Vendor).Distinct().Should().Equal(sdk.Vendor);
        _visit
            .Sent.Where(request => request.Problem is not null)
            .Select(request => $"{request.Request.Url}: {request.Problem}")
            .Should()
            .BeEmpty();
        _visit.Sent.SelectMany(request => request.Hits).SelectMany(hit => hit.Unread).Distinct().Should().Equal(sdk.Unread);
        _visit
            .Asked.Where(url =>
                SdkVisit.Knowledge.VendorOf("GET", url) is null
                && !(sdk.Settings is { } settings && url.StartsWith(settings, StringComparison.Ordinal))
            )
            .Should()
            .BeEmpty();
    }

    private Hit HitOf(JObject call)
    {
        var hits = _visit.Events.Where(hit => hit.Event == (string)call["event"]!).ToList();
        return hits.Should()
            .ContainSingle(
                $"the page called {call["event"]} and {_visit.Events.Count} events were sent; the browser knows of {_visit.Asked.Count} requests. {_visit.Ended}"
            )
            .Subject;
    }

    /// <summary>Of the hit's parameters those that the page named: an SDK adds its own.</summary>
    private static JObject ParametersAndItems(Hit hit, JObject call) =>
        new()
        {
            ["params"] = new JObject(
                ((JObject)call["params"]!).Properties().Select(called => new JProperty(called.Name, hit.Parameters[called.Name]))
            ),
            ["items"] = new JArray(hit.Items),
        };

    private static JObject FactsOf(Hit hit) => Facts(hit.Value, hit.Currency, hit.TransactionId, new JArray(hit.ItemIds));

    private static JObject Facts(JToken? value, JToken? currency, JToken? order, JToken ids) =>
        new()
        {
            ["value"] = value,
            ["currency"] = currency,
            ["order"] = order,
            ["ids"] = ids,
        };

    private static SdkIds IdsOf(Hit hit) =>
        (hit.EventId is null ? SdkIds.None : SdkIds.Event)
        | (hit.ClientId is null ? SdkIds.None : SdkIds.Client)
        | (hit.SessionId is null ? SdkIds.None : SdkIds.Session)
        | (hit.UserId is null ? SdkIds.None : SdkIds.User);

    private static string Written(JToken token) => Sorted(token).ToString(Formatting.Indented);

    /// <summary>In which order fields stand is the SDK's business.</summary>
    private static JToken Sorted(JToken token) =>
        token switch
        {
            JObject place => new JObject(
                place
                    .Properties()
                    .OrderBy(property => property.Name, StringComparer.Ordinal)
                    .Select(property => new JProperty(property.Name, Sorted(property.Value)))
            ),
            JArray list => new JArray(list.Select(Sorted)),
            _ => token.DeepClone(),
        };
}
