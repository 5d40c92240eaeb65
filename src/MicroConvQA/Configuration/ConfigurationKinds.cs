using System.Globalization;
using MicroConvQA.Configuration.Devices;
using MicroConvQA.Source;
using MicroConvQA.Source.Shapes;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Configuration;

/// <summary>The kinds of values that only the configuration has.</summary>
internal static class ConfigurationKinds
{
    private const int LargestScreen = 10_000;

    private static readonly KeyForm LocaleForm = new("^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$", "a language tag such as 'de-DE'");

    private static readonly Key<int> Width = Key.Required("width", Kinds.Integer(1, LargestScreen), "The width in CSS pixels.");
    private static readonly Key<int> Height = Key.Required("height", Kinds.Integer(1, LargestScreen), "The height in CSS pixels.");

    public static ValueKind<string> Url { get; } =
        new ScalarKind<string>(
            "an absolute URL that begins with http:// or https://",
            new JObject { ["type"] = "string", ["pattern"] = "^https?://" },
            (SourceScalar scalar, out string? value) => (value = IsUrl(scalar) ? scalar.Text : null) is not null
        );

    public static ValueKind<string> Host { get; } =
        new ScalarKind<string>(
            "the name or the address of a machine, without scheme and port",
            new JObject { ["type"] = "string", ["minLength"] = 1 },
            (SourceScalar scalar, out string? value) =>
                (value = scalar.IsText && Uri.CheckHostName(scalar.Text) != UriHostNameType.Unknown ? scalar.Text : null) is not null
        );

    public static ValueKind<string> Locale { get; } = Kinds.TextOf(LocaleForm);

    public static ValueKind<string> TimeZone { get; } = Kinds.Text.Also(RefuseUnknownZone);

    public static ValueKind<ScreenSize> Viewport { get; } =
        Kinds.Object<ScreenSize>(
            new Shape
            {
                Name = "viewport",
                Title = "'viewport'",
                KeyNoun = "key of 'viewport'",
                Keys = [Width, Height],
            },
            (found, _) => found.GetValue(Width) is { } width && found.GetValue(Height) is { } height ? new ScreenSize(width, height) : null
        );

    /// <summary>A URL with <c>*</c> for any run of characters.</summary>
    public static ValueKind<string> UrlGlob { get; } =
        new ScalarKind<string>(
            "a URL with '*' for any run of characters, such as 'https://shop.example/collect*'",
            new JObject { ["type"] = "string", ["pattern"] = "^(https?://|\\*|/)\\S*$" },
            (SourceScalar scalar, out string? value) => (value = IsGlob(scalar) ? scalar.Text : null) is not null
        );

    /// <summary>How long something is waited for. Playwright's 0, for ever, is refused: a nightly run must come to its end.</summary>
    public static ValueKind<TimeSpan> Timeout { get; } = MillisecondsBetween(TimeSpan.FromMilliseconds(100), TimeSpan.FromHours(1));

    /// <summary>A duration or milliseconds within a range.</summary>
    public static ValueKind<TimeSpan> MillisecondsBetween(TimeSpan least, TimeSpan most) =>
        Kinds.Milliseconds.Also(
            (value, node, scope) =>
            {
                if (value < least || value > most)
                    scope.Problems.Add(
                        node.Place,
                        $"a duration of {Shown(value)} is out of range: it must be from {Shown(least)} to {Shown(most)}."
                    );
            }
        );

    private static bool IsUrl(SourceScalar scalar) =>
        scalar.IsText
        && Uri.TryCreate(scalar.Text, UriKind.Absolute, out var url)
        && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps);

    private static bool IsGlob(SourceScalar scalar) =>
        scalar.IsText
        && !scalar.Text.Any(char.IsWhiteSpace)
        && (
            scalar.Text.StartsWith("http://", StringComparison.Ordinal)
            || scalar.Text.StartsWith("https://", StringComparison.Ordinal)
            || scalar.Text.StartsWith('*')
            || scalar.Text.StartsWith('/')
        );

    private static void RefuseUnknownZone(string id, SourceNode node, ReadScope scope)
    {
        if (TimeZoneInfo.TryFindSystemTimeZoneById(id, out _))
            return;

        var near = Suggestion.Nearest(id, TimeZoneInfo.GetSystemTimeZones().Select(zone => zone.Id)) is { } zone
            ? $" Did you mean '{zone}'?"
            : " Time zones are named such as 'Europe/Berlin'.";
        scope.Problems.Add(node.Place, $"unknown time zone '{id}'.{near}");
    }

    private static string Shown(TimeSpan duration) =>
        duration.TotalSeconds >= 1
            ? string.Create(CultureInfo.InvariantCulture, $"{duration.TotalSeconds:0.###}s")
            : string.Create(CultureInfo.InvariantCulture, $"{duration.TotalMilliseconds:0}ms");
}
