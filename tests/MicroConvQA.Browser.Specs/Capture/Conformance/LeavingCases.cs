using MicroConvQA.Configuration.Devices;
using MicroConvQA.Recording;
using static MicroConvQA.Browser.Specs.Capture.Conformance.ConformanceCase;

namespace MicroConvQA.Browser.Specs.Capture.Conformance;

/// <summary>The ways in which pages send events while they are being left, and those that take another document or worker.</summary>
internal static class LeavingCases
{
    private static readonly HashSet<BrowserEngine> Firefox = [BrowserEngine.Firefox];

    private static readonly byte[] Nothing = [];

    private static readonly byte[][] ThreeWays = [Text("beacon"), Text("keepalive"), Nothing];

    public static IReadOnlyList<ConformanceCase> All { get; } =
    [
        .. from moment in (string[])["visibilitychange", "pagehide", "beforeunload", "unload"]
        from then in (Departure[])[Departure.NextPage, Departure.OtherSite, Departure.Reload, Departure.CloseTab, Departure.ForGood]
        where moment != "beforeunload" || then != Departure.CloseTab
        select new ConformanceCase($"{moment}-{NameOf(then)}", OnMoment(moment), ThreeWays)
        {
            Then = then,
            GivenUpBy = Firefox,
            ToldLateBy = moment == "unload" && then is Departure.NextPage or Departure.OtherSite ? Firefox : new HashSet<BrowserEngine>(),
        },
        new("click-that-navigates", "document.querySelector('a').click()", Text("beacon"), Text("keepalive"))
        {
            Page =
                "<a href=/next onclick=\"navigator.sendBeacon('{url}', 'beacon'); fetch('{url}', { method: 'POST', keepalive: true, body: 'keepalive' })\">Next</a>",
        },
        new("first-script-of-the-page", "", Text("first")) { Page = "<script>navigator.sendBeacon('{url}', 'first')</script>" },
        new("cross-origin-iframe", "", Text("frame")) { Page = "<iframe src='{other}/sender?{url}'></iframe>" },
        new("popup", "window.open(`/sender?${url}`)", Text("frame")) { SentBy = "sender" },
        new("popup-without-opener", "window.open(`/sender?${url}`, '_blank', 'noopener')", Text("frame")) { SentBy = "sender" },
        new("redirected-image", "new Image().src = `/redirect?${url}`", Nothing),
        new("service-worker", Register("/service.js?${url}"), Text("own")),
        new(
            "through-a-service-worker",
            Register("/passing.js") + "fetch(url, { method: 'POST', mode: 'no-cors', body: 'passed' })",
            Text("passed")
        ),
        new ConformanceCase("offline", "navigator.sendBeacon(url, 'offline')", Text("offline"))
        {
            Fate = RequestFate.NotDelivered,
        }.CannotBe(BrowserEngine.Firefox, "seen, but the driver does not show the body of what was not sent"),
    ];

    private static string NameOf(Departure departure) =>
        departure switch
        {
            Departure.NextPage => "next-page",
            Departure.OtherSite => "other-site",
            Departure.Reload => "reload",
            Departure.CloseTab => "tab-closed",
            Departure.ForGood => "end-of-walk",
            _ => throw new ArgumentOutOfRangeException(nameof(departure), departure, null),
        };

    private static string OnMoment(string moment) =>
        $$"""
            (`{{moment}}` === 'visibilitychange' ? document : window).addEventListener('{{moment}}', () => {
              navigator.sendBeacon(url, 'beacon');
              fetch(url, { method: 'POST', keepalive: true, body: 'keepalive' });
              new Image().src = url;
            });
            """;

    private static string Register(string script) =>
        $$"""
            await navigator.serviceWorker.register(`{{script}}`);
            await navigator.serviceWorker.ready;
            while (!navigator.serviceWorker.controller) await new Promise(done => navigator.serviceWorker.oncontrollerchange = done);
            """;
}
