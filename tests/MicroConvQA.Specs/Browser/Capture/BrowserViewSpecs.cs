using FluentAssertions;
using MicroConvQA.Browser.Capture;
using MicroConvQA.Browser.Capture.Wire;
using MicroConvQA.Recording;
using NUnit.Framework;

namespace MicroConvQA.Specs.Browser.Capture;

/// <summary>What the browser tells and what the wire saw become one request, in whatever order they are told.</summary>
internal sealed class BrowserViewSpecs
{
    private const string Url = "https://vendor.test/collect?n=passed";

    private readonly SpecKnowledge _knowledge = new();
    private TrafficLedger _ledger = null!;
    private BrowserView _view = null!;

    [SetUp]
    public void Begin()
    {
        _ledger = new TrafficLedger(new WalkTimer(TimeProvider.System), _knowledge.Decode);
        _view = new BrowserView(_ledger.Requests, _ledger.Timer, _ledger.Tolerances);
    }

    [Test]
    public void What_a_page_sends_through_its_service_worker_is_one_request(
        [Values] bool pageIsFirst,
        [Values(0, 1, 2)] int toldBeforeTheWire
    )
    {
        BrowserRequest[] told = pageIsFirst ? [Request("page", 1), Request("worker", null)] : [Request("worker", null), Request("page", 1)];

        told.Take(toldBeforeTheWire).ToList().ForEach(_view.Began);
        _view.Enter(Sighting(), isAnalytics: true);
        told.Skip(toldBeforeTheWire).ToList().ForEach(_view.Began);
        _view.Failed("page", _knowledge, "The page was left.");
        _view.Finished("worker");

        _ledger.Snapshot().Requests.Should().ContainSingle().Which.SeenBy.Should().Be(Sightings.Wire | Sightings.Browser);
    }

    [Test]
    public void What_was_dropped_on_purpose_was_not_tried_in_vain([Values] bool isToldFirst)
    {
        if (isToldFirst)
            _view.Began(Request("lost", 1));
        _view.Drop(Sighting());
        if (!isToldFirst)
            _view.Began(Request("lost", 1));

        _view.Failed("lost", _knowledge, "The page was left.");

        _ledger.Snapshot().Requests.Should().BeEmpty();
    }

    [Test]
    public void What_a_page_tried_twice_and_the_wire_saw_once_was_not_delivered_once()
    {
        _view.Began(Request("one", 1));
        _view.Began(Request("two", 1));
        _view.Enter(Sighting(), isAnalytics: true);

        _view.Failed("two", _knowledge, "The page was left.");

        _ledger
            .Snapshot()
            .Requests.Select(request => request.Fate)
            .Should()
            .BeEquivalentTo([RequestFate.AnsweredHere, RequestFate.NotDelivered]);
    }

    private static BrowserRequest Request(string key, int? tab) =>
        new()
        {
            Key = key,
            Looks = new RequestLooks("GET", Url, []),
            Transport = Transport.Fetch,
            Headers = new Dictionary<string, string>(),
            Tab = tab,
            IsOfServiceWorker = tab is null,
        };

    private static RequestSighting Sighting() =>
        new()
        {
            Transport = Transport.Fetch,
            Method = "GET",
            Url = Url,
            Fate = RequestFate.AnsweredHere,
            SeenBy = Sightings.Wire,
        };
}
