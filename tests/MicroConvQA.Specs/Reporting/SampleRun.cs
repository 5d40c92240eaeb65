using System.Text;
using MicroConvQA.Configuration;
using MicroConvQA.Configuration.Consent;
using MicroConvQA.Configuration.Destinations;
using MicroConvQA.Configuration.Devices;
using MicroConvQA.Decoding;
using MicroConvQA.Dictionary;
using MicroConvQA.Journeys;
using MicroConvQA.Judging;
using MicroConvQA.Judging.Findings;
using MicroConvQA.Planning;
using MicroConvQA.Recording;
using MicroConvQA.Running;
using MicroConvQA.Source;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Specs.Reporting;

/// <summary>
/// A run as reports see it: one journey that passes on the desktop, fails on a Pixel (a duplicate and a wrong parameter) and breaks on an
/// iPhone, walked by a shopper with hostile products. Folders and files of its walks are written below the root that is given.
/// </summary>
internal sealed class SampleRun(string root)
{
    public const string HostileProduct = "Arc lamp <img src=x onerror=\"document.title='hacked'\">";
    public const string Email = "walk-7f3a@canary.example";
    public const string Secret = "s3cr3t-basic-auth";

    private static readonly DateTimeOffset StartedAt = new(2026, 3, 14, 2, 0, 0, TimeSpan.Zero);

    private static readonly byte[] Picture = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
    );

    private static readonly SourceText Text = new("journeys/guest-checkout.yaml", "journey: guest-checkout\n");

    private static readonly Destination[] Destinations =
    [
        new()
        {
            Name = "data layer",
            Title = "Data layer",
            Vendor = "datalayer",
        },
        new()
        {
            Name = "ga4",
            Title = "Google Analytics 4",
            Vendor = "ga4",
            Account = "G-LAMPS01",
        },
        new()
        {
            Name = "mixpanel",
            Title = "Mixpanel",
            Vendor = "mixpanel",
            Needs = Need.Analytics,
        },
    ];

    private static readonly Conversion[] Conversions =
    [
        Conversion("search", "Search with results", FunnelStage.Discovery, 2, 4),
        Conversion("view_item", "Product viewed", FunnelStage.Consideration, 1, 6),
        Conversion("add_to_cart", "Add to cart", FunnelStage.Consideration, 1, 9),
        Conversion("purchase", "Purchase", FunnelStage.Purchase, 1, 10),
    ];

    private static readonly Journey Journey = new()
    {
        Name = "guest-checkout",
        Title = "A guest finds a lamp by search and buys it",
        Owner = "growth-analytics",
        Tags = ["nightly"],
        Steps =
        [
            Step(0, "Search for a lamp", "search"),
            Step(1, "Look at the arc lamp", "view_item"),
            Step(2, "Put it into the cart", "add_to_cart"),
            Step(3, "Pay", "purchase"),
        ],
        Place = Place(1),
        Sources = [Text],
    };

    public RunResult Result()
    {
        var walks = new[]
        {
            Passed(Device("desktop-chrome", "desktop")),
            Failed(Device("pixel-7", "phone")),
            Broken(Device("iphone-15", "phone") with { Engine = BrowserEngine.Webkit }),
        };
        return Of(walks);
    }

    public RunResult Of(params WalkResult[] walks) =>
        new()
        {
            Plan = new RunPlan
            {
                Configuration = Configuration([.. walks.Select(walk => walk.Walk.Device)]),
                Dictionary = new ConversionDictionary
                {
                    Conversions = Conversions,
                    Source = Text with { File = "journeys/dictionary.yaml" },
                },
                Walks = [.. walks.Select(walk => walk.Walk)],
            },
            Walks = walks,
            StartedAt = StartedAt,
            Duration = TimeSpan.FromSeconds(42),
        };

    public static DeviceProject Device(string name, string group) =>
        new()
        {
            Name = name,
            Engine = BrowserEngine.Chromium,
            Group = group,
            Locale = "en-GB",
            Place = new SourcePlace("playwright.config.json", 30, 5),
        };

    public WalkResult Passed(DeviceProject device)
    {
        var requests = Enumerable.Range(0, 4).SelectMany(step => Sent(step, product: HostileProduct)).ToList();
        var recording = Recording(device, requests);
        return Walk(
            device,
            recording,
            VerdictOf(recording, VerdictStatus.Passed, [.. Enumerable.Range(0, 4).Select(step => Expectation(requests, step))])
        );
    }

    public WalkResult Failed(DeviceProject device)
    {
        var requests = Enumerable.Range(0, 4).SelectMany(step => Sent(step, product: "Arc lamp")).ToList();
        requests.Add(
            Http(
                13,
                2,
                "ga4",
                $"v=2&tid=G-LAMPS01&_p=112233&dl=http%3A%2F%2F127.0.0.1%2Fcart%3Fmail%3D{Uri.EscapeDataString(Email)}",
                "en=add_to_cart&epn.value=499&ep.currency=EUR"
            )
        );
        var recording = Recording(device, requests) with
        {
            Trace = "trace.zip",
            Console =
            [
                new ConsoleLine(TimeSpan.FromSeconds(21), "error", "TypeError: gtag <b>is not</b> a function", "http://127.0.0.1/shop.js"),
            ],
        };
        var duplicate = Finding(FindingKind.Duplicate, 2, "add_to_cart", "ga4") with
        {
            Message = "'add_to_cart' was sent twice to Google Analytics 4.",
            Expected = "'add_to_cart' exactly once",
            Found = "2 hits, in requests #8 and #13",
            Requests = [8, 13],
            LikelyCause = "The page's own code (shop.js:88) and the tag manager (gtm.js:12) both send it.",
            NextMove = "Remove one of the two senders.",
        };
        var wrong = Finding(FindingKind.WrongParameter, 2, "add_to_cart", "mixpanel") with
        {
            Message = "'add_to_cart' carries the wrong 'currency' at Mixpanel.",
            Expected = "currency must be 'EUR'",
            Found = "currency is 'USD'",
            Differences =
            [
                new("value", "be a money", "499", true),
                new("currency", "be 'EUR'", "'USD'", false),
                new("items[0].item_name", "be a string", null, false),
            ],
            Requests = [9],
            NextMove = "Compare the currency that the data layer is given with what the Mixpanel tag maps.",
        };
        var stray = Finding(FindingKind.PersonalData, null, null, "ga4") with
        {
            Message = $"The shopper's e-mail address was sent to Google Analytics 4 in the page's URL: {Email}.",
            Expected = "no personal data",
            Found = $"'{Email}' in 'dl'",
            Requests = [13],
            NextMove = "Take the address out of the URL.",
        };
        ExpectationVerdict[] expectations =
        [
            Expectation(requests, 0),
            Expectation(requests, 1),
            WithFindings(Expectation(requests, 2), duplicate, wrong),
            Expectation(requests, 3),
        ];
        return Walk(device, recording, VerdictOf(recording, VerdictStatus.Failed, expectations) with { StrayFindings = [stray] });
    }

    public WalkResult Broken(DeviceProject device)
    {
        var requests = Enumerable.Range(0, 2).SelectMany(step => Sent(step, product: "Arc lamp")).ToList();
        var breakage = new Breakage
        {
            StepIndex = 2,
            Place = Place(23),
            Action = "click: Add to cart",
            Reason =
                "No visible control of the name 'Add to cart' was found within 5 s. The nearest names on the page are 'Add to bag' and 'Add to wish list'.",
            Screenshot = "broken.png",
        };
        var recording = Recording(device, requests) with { Breakage = breakage, Trace = "trace.zip" };
        recording = recording with { Steps = [.. recording.Steps.Select(step => Reached(step, breakage.StepIndex))] };
        ExpectationVerdict[] expectations =
        [
            Expectation(requests, 0),
            Expectation(requests, 1),
            NotJudged(2, "broken: the step could not be done, because no visible control of the name 'Add to cart' was found"),
            NotJudged(3, "broken: not reached, because step 'Put it into the cart' broke"),
        ];
        return Walk(device, recording, VerdictOf(recording, VerdictStatus.Broken, expectations) with { Breakage = breakage });
    }

    private WalkResult Walk(DeviceProject device, JourneyRecording recording, JourneyVerdict verdict)
    {
        var directory = Directory.CreateDirectory(Path.Combine(root, recording.Walk.Id)).FullName;
        foreach (var picture in recording.Steps.Select(step => step.Screenshot).Append(recording.Breakage?.Screenshot).OfType<string>())
            File.WriteAllBytes(Path.Combine(directory, picture), Picture);
        File.WriteAllText(Path.Combine(directory, "trace.zip"), "a trace");
        File.WriteAllText(Path.Combine(directory, "recording.json"), "{}\n");
        return new WalkResult
        {
            Walk = new Walk
            {
                Journey = Journey,
                Device = device,
                Consent = new ConsentPreset { Name = "granted" },
                Id = recording.Walk.Id,
                Title = $"{Journey.Name} [{device.Name}]",
            },
            Recording = recording,
            Verdict = verdict,
            Directory = directory,
        };
    }

    private RunConfiguration Configuration(IReadOnlyList<DeviceProject> devices) =>
        new()
        {
            JourneysDirectory = Path.Combine(root, "journeys"),
            OutputDirectory = Path.Combine(root, "test-results"),
            AllureResultsDirectory = Path.Combine(root, "allure-results"),
            AllureReportDirectory = Path.Combine(root, "allure-report"),
            Reporters = new Dictionary<string, string?>(),
            Devices = devices,
            Destinations = Destinations,
            Consent = [new ConsentPreset { Name = "granted" }],
            DefaultConsent = "granted",
            Secrets = ["SHOP_PASSWORD"],
            Source = Text with { File = "playwright.config.json" },
        };

    private static JourneyRecording Recording(DeviceProject device, IReadOnlyList<CapturedRequest> requests) =>
        new()
        {
            Tool = "0.1.0",
            Walk = new WalkLabel
            {
                Id = $"guest-checkout.{device.Name}.granted",
                Journey = Journey.Name,
                Device = device.Name,
                Consent = "granted",
                BaseUrl = "http://127.0.0.1:5080",
                Deploy = "4f2c1aa",
            },
            RanOn = new RanOn
            {
                Engine = "chromium",
                Version = "148.0",
                AskedFor = device.Engine.ToString().ToLowerInvariant(),
                Capture = "wire",
                VirtualClock = true,
            },
            StartedAt = StartedAt,
            Duration = TimeSpan.FromSeconds(38),
            Sources = [Text],
            Dictionary = Text with { File = "journeys/dictionary.yaml" },
            Configuration = Text with { File = "playwright.config.json" },
            Steps = [.. Journey.Steps.Select(RecordedStep)],
            Requests = requests,
            Variables = new Dictionary<string, JToken> { ["person.email"] = Email, ["sku"] = "LAMP-ARC-01" },
            Settled = "All SDK queues were flushed and no analytics request came for 300 ms.",
        };

    private static RecordedStep RecordedStep(Step step, int index) =>
        new()
        {
            Index = index,
            Id = step.Id,
            Title = step.Title,
            State = StepState.Done,
            StartedAt = TimeSpan.FromSeconds(index * 9),
            ActedAt = TimeSpan.FromSeconds((index * 9) + 2),
            FinishedAt = TimeSpan.FromSeconds((index * 9) + 8),
            Actions =
            [
                new RecordedAction
                {
                    Text = $"click: {step.Title}",
                    StartedAt = TimeSpan.FromSeconds(index * 9),
                    Duration = TimeSpan.FromSeconds(1),
                },
                new RecordedAction
                {
                    Text = "stay: 5s",
                    StartedAt = TimeSpan.FromSeconds((index * 9) + 1),
                    Duration = TimeSpan.FromSeconds(1),
                },
            ],
            Screenshot = $"step-{index}.png",
        };

    private static RecordedStep Reached(RecordedStep step, int broken) =>
        step.Index.CompareTo(broken) switch
        {
            < 0 => step,
            0 => step with { State = StepState.Broken, ActedAt = null, FinishedAt = null, Actions = [], Screenshot = null },
            _ => step with
            {
                State = StepState.NotReached,
                StartedAt = null,
                ActedAt = null,
                FinishedAt = null,
                Actions = [],
                Screenshot = null,
            },
        };

    /// <summary>A push, a hit at Google Analytics and one at Mixpanel; their numbers go on by three a step.</summary>
    private static CapturedRequest[] Sent(int step, string product)
    {
        var name = Conversions[step].Name;
        var push = new JObject
        {
            ["kind"] = "message",
            ["entry"] = new JObject { ["event"] = name, ["product"] = product },
        };
        return
        [
            Push((step * 3) + 1, step, push.ToString()),
            Http(
                (step * 3) + 2,
                step,
                "ga4",
                "v=2&tid=G-LAMPS01&_p=112233",
                $"en={name}&epn.value=499&ep.currency=EUR&ep.mail={Uri.EscapeDataString(Email)}"
            ),
            Http(
                (step * 3) + 3,
                step,
                "mixpanel",
                "verbose=1",
                $"{{\"event\":\"{name}\",\"properties\":{{\"value\":499,\"auth\":\"{Secret}\"}}}}"
            ),
        ];
    }

    private static CapturedRequest Push(int number, int step, string body) =>
        Http(number, step, "push", "", body) with
        {
            Transport = Transport.DataLayer,
            Url = "http://127.0.0.1:5080/lamp",
            Fate = RequestFate.StayedOnPage,
            Status = null,
        };

    private static CapturedRequest Http(int number, int step, string vendor, string query, string body) =>
        new()
        {
            Number = number,
            At = TimeSpan.FromSeconds((step * 9) + 2) + TimeSpan.FromMilliseconds(number * 10),
            Transport = Transport.Ping,
            Method = "POST",
            Url = $"https://{vendor}.example/collect?{query}",
            Headers = new Dictionary<string, string> { ["content-type"] = "text/plain;charset=UTF-8", ["cookie"] = "session=do-not-show" },
            Body = Encoding.UTF8.GetBytes(body),
            BodyState = BodyState.Complete,
            StepIndex = step,
            Initiator = [new ScriptFrame("http://127.0.0.1:5080/shop.js", 88, 12, "send")],
            Fate = RequestFate.AnsweredHere,
            SeenBy = Sightings.Wire | Sightings.Browser,
            Status = 204,
        };

    private static ExpectationVerdict Expectation(List<CapturedRequest> requests, int step) =>
        new()
        {
            Expectation = Journey.Steps[step].Expect[0],
            Title = Conversions[step].Title,
            StepIndex = step,
            StepId = Journey.Steps[step].Id,
            StepTitle = Journey.Steps[step].Title,
            Ordinal = 1,
            Status = VerdictStatus.Passed,
            Destinations =
            [
                .. Destinations.Select((destination, index) => At(destination, Conversions[step].Name, requests[(step * 3) + index])),
            ],
        };

    private static ExpectationVerdict NotJudged(int step, string reason) =>
        new()
        {
            Expectation = Journey.Steps[step].Expect[0],
            Title = Conversions[step].Title,
            StepIndex = step,
            StepId = Journey.Steps[step].Id,
            StepTitle = Journey.Steps[step].Title,
            Ordinal = 1,
            Status = VerdictStatus.Broken,
            Reason = reason,
            Destinations = [],
        };

    private static ExpectationVerdict WithFindings(ExpectationVerdict verdict, params Finding[] findings) =>
        verdict with
        {
            Status = VerdictStatus.Failed,
            Destinations =
            [
                .. verdict.Destinations.Select(destination =>
                    WithFindings(destination, [.. findings.Where(finding => finding.Destination == destination.Destination)])
                ),
            ],
        };

    private static DestinationVerdict WithFindings(DestinationVerdict verdict, IReadOnlyList<Finding> findings) =>
        findings.Count == 0
            ? verdict
            : verdict with
            {
                Status = VerdictStatus.Failed,
                Findings = findings,
                Parameters = [.. findings.SelectMany(finding => finding.Differences)],
            };

    private static DestinationVerdict At(Destination destination, string name, CapturedRequest request) =>
        new()
        {
            Destination = destination.Name,
            Title = destination.Title,
            Status = VerdictStatus.Passed,
            Expected = $"'{name}' exactly once",
            Hits = [Hit(destination, name, request)],
            Parameters =
            [
                new ParameterDifference("value", "be a money", "499", true),
                new ParameterDifference("currency", "be 'EUR'", "'EUR'", true),
            ],
        };

    private static Hit Hit(Destination destination, string name, CapturedRequest request) =>
        new()
        {
            Vendor = destination.Vendor,
            Account = destination.Account,
            Event = name,
            Parameters = new JObject
            {
                ["value"] = 499,
                ["currency"] = "EUR",
                ["name"] = HostileProduct,
            },
            PageUrl = "http://127.0.0.1:5080/lamp",
            Request = request,
        };

    private static JourneyVerdict VerdictOf(
        JourneyRecording recording,
        VerdictStatus status,
        IReadOnlyList<ExpectationVerdict> expectations
    ) =>
        new()
        {
            Walk = recording.Walk,
            Status = status,
            Expectations = expectations,
            StrayFindings = [],
            Warnings = [],
            Traffic =
            [
                .. recording.Requests.Select(
                    (request, index) =>
                        new DecodedRequest
                        {
                            Request = request,
                            Vendor = Destinations[index % 3].Vendor,
                            Hits = [Hit(Destinations[index % 3], Conversions[request.StepIndex].Name, request)],
                        }
                ),
            ],
            Settled = recording.Settled,
            Consent =
            [
                new()
                {
                    Consent = "granted",
                    Grants = [Need.Analytics, Need.Ads],
                    Destination = "Google Analytics 4",
                    Needs = Need.ConsentMode,
                    Hits = 3,
                    Stored = 1,
                    Signals = ["analytics_storage and ad_storage granted"],
                },
                new()
                {
                    Consent = "granted",
                    Grants = [Need.Analytics, Need.Ads],
                    Destination = "Mixpanel <EU>",
                    Needs = Need.Analytics,
                    Hits = 2,
                    Stored = 0,
                    Signals = [],
                },
            ],
        };

    private static Finding Finding(FindingKind kind, int? step, string? conversion, string? destination) =>
        new()
        {
            Kind = kind,
            Message = "",
            StepIndex = step,
            Place = Place(step is null ? 1 : 20 + step.Value),
            Conversion = conversion,
            Destination = destination,
            Expected = "",
            Found = "",
            NextMove = "",
        };

    private static Step Step(int index, string title, string conversion) =>
        new()
        {
            Title = title,
            Id = title.ToLowerInvariant().Replace(' ', '-'),
            Expect = [new Expectation { Conversion = conversion, Place = Place(20 + index) }],
            Place = Place(10 + index),
        };

    private static Conversion Conversion(string name, string title, FunnelStage stage, int tier, int weight) =>
        new()
        {
            Name = name,
            Title = title,
            Definition = $"The shopper did what '{title}' says, once for each time it happens.",
            Trigger = "The shopper does it & the page confirms it.",
            Stage = stage,
            Tier = tier,
            Weight = weight,
            Owner = "growth-analytics",
            At = new Dictionary<string, DestinationEvent> { ["ga4"] = new() { Event = name } },
            History = [new HistoryEntry(new DateOnly(2026, 1, 15), "currency became required")],
            Place = new SourcePlace("journeys/dictionary.yaml", 4, 3),
        };

    private static SourcePlace Place(int line) => new("journeys/guest-checkout.yaml", line, 9);
}
