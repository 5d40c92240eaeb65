using MicroConvQA.Configuration.Sites;
using MicroConvQA.Source.Shapes;

namespace MicroConvQA.Configuration.Devices;

/// <summary>The keys of <c>use</c>, with Playwright's own names.</summary>
internal static class UseTable
{
    private static readonly Dictionary<string, BrowserEngine> Engines = Enum.GetValues<BrowserEngine>()
        .ToDictionary(engine => engine.ToString().ToLowerInvariant());

    private static readonly Dictionary<string, ArtifactMode> Modes = new()
    {
        ["off"] = ArtifactMode.Off,
        ["on"] = ArtifactMode.On,
        ["retain-on-failure"] = ArtifactMode.RetainOnFailure,
        ["only-on-failure"] = ArtifactMode.RetainOnFailure,
    };

    private static readonly Key<string> Device = Key.Optional(
        "device",
        Kinds.Text,
        "Playwright's name of the device to emulate: 'Pixel 7'."
    );
    private static readonly Key<BrowserEngine> Engine = Key.Optional(
        "browserName",
        Kinds.Choice(Engines),
        "The browser engine.",
        "the device's, else chromium"
    );
    private static readonly Key<string> Channel = Key.Optional(
        "channel",
        Kinds.Text,
        "An installed browser's channel: 'chrome', 'msedge'."
    );
    private static readonly Key<string> BaseUrl = Key.Optional("baseURL", ConfigurationKinds.Url, "The site under test.");
    private static readonly Key<string> Locale = Key.Optional(
        "locale",
        ConfigurationKinds.Locale,
        "The shopper's language and region: 'de-DE'."
    );
    private static readonly Key<string> TimezoneId = Key.Optional(
        "timezoneId",
        ConfigurationKinds.TimeZone,
        "The shopper's time zone: 'Europe/Berlin'."
    );
    private static readonly Key<ScreenSize> Viewport = Key.Optional(
        "viewport",
        ConfigurationKinds.Viewport,
        "The viewport in CSS pixels.",
        "the device's"
    );
    private static readonly Key<ArtifactMode> Trace = Key.Optional(
        "trace",
        Kinds.Choice(Modes),
        "When Playwright's trace is kept.",
        "retain-on-failure"
    );
    private static readonly Key<ArtifactMode> Screenshot = Key.Optional(
        "screenshot",
        Kinds.Choice(Modes),
        "When a picture of each step is kept.",
        "retain-on-failure"
    );
    private static readonly Key<ArtifactMode> Video = Key.Optional("video", Kinds.Choice(Modes), "When a video is kept.", "off");
    private static readonly Key<TimeSpan> ActionTimeout = Key.Optional(
        "actionTimeout",
        ConfigurationKinds.Timeout,
        "How long an action may wait for its element, 100ms to 1h.",
        "10s"
    );
    private static readonly Key<TimeSpan> NavigationTimeout = Key.Optional(
        "navigationTimeout",
        ConfigurationKinds.Timeout,
        "How long a navigation may take, 100ms to 1h.",
        "30s"
    );
    private static readonly Key<bool> IgnoreHttpsErrors = Key.Optional(
        "ignoreHTTPSErrors",
        Kinds.Boolean,
        "Whether servers with a bad certificate are talked to all the same.",
        "false"
    );
    private static readonly Key<string> UserName = Key.Required(
        "username",
        Kinds.Text,
        "The user name; $env.NAME stands for an environment variable."
    );
    private static readonly Key<string> Password = Key.Required(
        "password",
        Kinds.Text,
        "The password; $env.NAME stands for an environment variable."
    );
    private static readonly KeyForm HeaderName = new("^[A-Za-z0-9!#$%&'*+.^_`|~-]+$", "the name of a header");

    private static readonly Key<IReadOnlyList<MapEntry<string>>> Headers = Key.Optional(
        "extraHTTPHeaders",
        Kinds.Map("headers", HeaderName, Kinds.Text),
        "Further headers of each request to the site under test, and to nobody else; $env.NAME stands for an environment variable."
    );

    private static readonly Key<SiteAccess> Credentials = Key.Optional(
        "httpCredentials",
        Kinds.Object<SiteAccess>(
            new Shape
            {
                Name = "credentials",
                Title = "'httpCredentials'",
                KeyNoun = "key of 'httpCredentials'",
                Keys = [UserName, Password],
            },
            (found, _) => new SiteAccess { UserName = found.Get(UserName), Password = found.Get(Password) }
        ),
        "HTTP basic authentication at the site under test."
    );

    private static readonly Key<bool> Headless = Key.Optional("headless", Kinds.Boolean, "Whether browsers show no window.", "true");
    private static readonly Key<string> ExecutablePath = Key.Optional("executablePath", Kinds.Text, "The browser's executable.");
    private static readonly Key<IReadOnlyList<string>> Arguments = Key.Optional(
        "args",
        Kinds.List(Kinds.Text, "arguments"),
        "Further command line arguments of the browser."
    );
    private static readonly Key<TimeSpan> SlowMotion = Key.Optional(
        "slowMo",
        Kinds.Milliseconds,
        "How long the browser pauses after each operation.",
        "0"
    );

    private static readonly Key<LaunchOptions> Launch = Key.Optional(
        "launchOptions",
        LaunchKind([ExecutablePath, Arguments]),
        "How the browser is started."
    );
    private static readonly Key<LaunchOptions> LaunchOfAll = Key.Optional(
        "launchOptions",
        LaunchKind([ExecutablePath, Arguments, SlowMotion]),
        "How browsers are started."
    );

    private static readonly Key<IReadOnlyList<MapEntry<string>>> ConnectHeaders = Key.Optional(
        "headers",
        Kinds.Map("headers", HeaderName, Kinds.Text),
        "Further headers of the request that connects; $env.NAME stands for an environment variable."
    );

    private static readonly Key<RemoteBrowser> Remote = Key.Optional(
        "connectOptions",
        ConnectTable.Kind(ConnectHeaders),
        "A browser that runs elsewhere, behind 'playwright run-server'; 'proxyHost' of 'microconv' tells it the way back."
    );

    private static readonly IReadOnlyList<Key> OfEach =
    [
        Device,
        Engine,
        Channel,
        BaseUrl,
        Locale,
        TimezoneId,
        Viewport,
        Trace,
        Screenshot,
        Video,
        ActionTimeout,
        NavigationTimeout,
        Credentials,
        Headers,
        IgnoreHttpsErrors,
        Remote,
    ];

    /// <summary>The <c>use</c> that all devices inherit; windows and slow motion are the run's, because devices share browsers.</summary>
    public static ValueKind<UseOptions> OfAllDevices { get; } =
        Kinds.Object<UseOptions>(Shape("use", [.. OfEach, Headless, LaunchOfAll]), (found, _) => Build(found));

    /// <summary>The <c>use</c> of one project.</summary>
    public static ValueKind<UseOptions> OfOneDevice { get; } =
        Kinds.Object<UseOptions>(Shape("project use", [.. OfEach, Launch]), (found, _) => Build(found));

    private static Shape Shape(string name, IReadOnlyList<Key> keys) =>
        new()
        {
            Name = name,
            Title = "'use'",
            KeyNoun = "key of 'use'",
            Keys = keys,
        };

    private static ValueKind<LaunchOptions> LaunchKind(IReadOnlyList<Key> keys) =>
        Kinds.Object<LaunchOptions>(
            new Shape
            {
                Name = keys.Contains(SlowMotion) ? "launch options" : "project launch options",
                Title = "'launchOptions'",
                KeyNoun = "launch option",
                Keys = keys,
            },
            (found, _) => new LaunchOptions(found.Get(ExecutablePath), found.Or(Arguments, []), found.Or(SlowMotion, TimeSpan.Zero))
        );

    private static UseOptions Build(Found found) =>
        new()
        {
            Device = found.Get(Device),
            DevicePlace = found.Has(Device) ? found.PlaceOf(Device) : null,
            Engine = found.GetValue(Engine),
            Channel = found.Get(Channel),
            BaseUrl = found.Get(BaseUrl),
            Headless = found.GetValue(Headless),
            Locale = found.Get(Locale),
            TimezoneId = found.Get(TimezoneId),
            Viewport = found.Get(Viewport),
            Trace = found.GetValue(Trace),
            Screenshot = found.GetValue(Screenshot),
            Video = found.GetValue(Video),
            ActionTimeout = found.GetValue(ActionTimeout),
            NavigationTimeout = found.GetValue(NavigationTimeout),
            Credentials = found.Get(Credentials),
            Headers = found.Get(Headers)?.ToDictionary(entry => entry.Key.Text, entry => entry.Value, StringComparer.OrdinalIgnoreCase),
            IgnoreHttpsErrors = found.GetValue(IgnoreHttpsErrors),
            Launch = found.Get(Launch) ?? found.Get(LaunchOfAll),
            Remote = found.Get(Remote),
            RemotePlace = found.Has(Remote) ? found.PlaceOf(Remote) : null,
        };
}
