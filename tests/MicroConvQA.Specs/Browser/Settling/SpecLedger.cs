using MicroConvQA.Attribution;
using MicroConvQA.Browser.Capture;
using MicroConvQA.Recording;
using MicroConvQA.Specs.Browser.Capture;

namespace MicroConvQA.Specs.Browser.Settling;

/// <summary>A ledger on a clock of its own, and what a spec lets arrive in it.</summary>
internal sealed class SpecLedger
{
    public SpecLedger() => Ledger = new TrafficLedger(new WalkTimer(Time), new SpecKnowledge().Decode);

    public FakeTime Time { get; } = new();

    public TrafficLedger Ledger { get; }

    public static RequestSighting Sighting(string name) =>
        new()
        {
            Transport = Transport.Fetch,
            Method = "POST",
            Url = $"https://vendor.example/collect?n={name}",
            Fate = RequestFate.AnsweredHere,
            SeenBy = Sightings.Browser,
        };

    public CapturedRequest Sent(string name) => Ledger.Requests.EnterAnalytics(Sighting(name));

    public void Answered(CapturedRequest request) => Ledger.Requests.Conclude(request.Number, RequestFate.AnsweredHere, 204);

    public CapturedRequest Pushed(string name, TimeSpan age = default) =>
        Pushed(name, new ForeignTime().Told(0, Ledger.Timer.Elapsed - age));

    public CapturedRequest Pushed(string name, ForeignMoment moment) =>
        Ledger.Requests.EnterPush(
            new RequestSighting
            {
                Transport = Transport.DataLayer,
                Method = "PUSH",
                Url = "https://shop.example/",
                Body = System.Text.Encoding.UTF8.GetBytes($$$"""{"kind":"message","entry":{"event":"{{{name}}}"}}"""),
                Tab = 1,
                Fate = RequestFate.StayedOnPage,
                SeenBy = Sightings.Page,
                Dispatch = new Dispatch(moment, null, []),
            },
            "document"
        );
}
