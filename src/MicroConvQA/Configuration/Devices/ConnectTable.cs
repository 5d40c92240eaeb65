using MicroConvQA.Source.Shapes;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Configuration.Devices;

/// <summary>The keys of <c>connectOptions</c>, with Playwright's own names.</summary>
internal static class ConnectTable
{
    private static readonly ValueKind<string> Endpoint = new ScalarKind<string>(
        "an absolute URL that begins with ws:// or wss://",
        new JObject { ["type"] = "string", ["pattern"] = "^wss?://" },
        (Source.SourceScalar scalar, out string? value) => (value = IsEndpoint(scalar) ? scalar.Text : null) is not null
    );

    private static readonly Key<string> WsEndpoint = Key.Required(
        "wsEndpoint",
        Endpoint,
        "Where the browser's server listens: 'ws://grid.example:3000/'; $env.NAME stands for an environment variable."
    );
    private static readonly Key<TimeSpan> Timeout = Key.Optional(
        "timeout",
        ConfigurationKinds.Timeout,
        "How long connecting may take, 100ms to 1h.",
        "30s"
    );

    /// <param name="headers">The key for headers.</param>
    public static ValueKind<RemoteBrowser> Kind(Key<IReadOnlyList<MapEntry<string>>> headers) =>
        Kinds.Object<RemoteBrowser>(
            new Shape
            {
                Name = "connect options",
                Title = "'connectOptions'",
                KeyNoun = "connect option",
                Keys = [WsEndpoint, headers, Timeout],
            },
            (found, _) =>
                found.Get(WsEndpoint) is not { } endpoint
                    ? null
                    : new RemoteBrowser
                    {
                        Endpoint = endpoint,
                        Headers = found
                            .Or(headers, [])
                            .ToDictionary(entry => entry.Key.Text, entry => entry.Value, StringComparer.OrdinalIgnoreCase),
                        Timeout = found.Or(Timeout, TimeSpan.FromSeconds(30)),
                    }
        );

    private static bool IsEndpoint(Source.SourceScalar scalar) =>
        scalar.IsText && Uri.TryCreate(scalar.Text, UriKind.Absolute, out var url) && url.Scheme is "ws" or "wss";
}
