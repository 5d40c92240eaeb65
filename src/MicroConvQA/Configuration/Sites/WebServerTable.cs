using System.Globalization;
using MicroConvQA.Source.Shapes;

namespace MicroConvQA.Configuration.Sites;

/// <summary>The keys of <c>webServer</c>, with Playwright's own names.</summary>
internal static class WebServerTable
{
    private const int LastPort = 65_535;

    private static readonly KeyForm Variable = new("^[A-Za-z_][A-Za-z0-9_]*$", "the name of an environment variable");

    private static readonly Key<string> Command = Key.Required("command", Kinds.Text, "The command line that starts the site.");
    private static readonly Key<string> Url = Key.Optional(
        "url",
        ConfigurationKinds.Url,
        "The URL that answers once the site is up.",
        "use.baseURL"
    );
    private static readonly Key<int> Port = Key.Optional(
        "port",
        Kinds.Integer(1, LastPort),
        "The port on this machine that answers once the site is up; instead of 'url'."
    );
    private static readonly Key<bool> Reuse = Key.Optional(
        "reuseExistingServer",
        Kinds.Boolean,
        "Whether a site that already answers is used as it is.",
        "true"
    );
    private static readonly Key<TimeSpan> Timeout = Key.Optional(
        "timeout",
        ConfigurationKinds.Timeout,
        "How long the start may take, 100ms to 1h.",
        "60s"
    );
    private static readonly Key<string> Directory = Key.Optional(
        "cwd",
        Kinds.Text,
        "The command's working directory.",
        "the configuration's folder"
    );
    private static readonly Key<IReadOnlyList<MapEntry<string>>> Environment = Key.Optional(
        "env",
        Kinds.Map("environment variables", Variable, Kinds.Written),
        "Further environment variables of the command."
    );

    public static ValueKind<WebServerOptions> Kind { get; } =
        Kinds.Object<WebServerOptions>(
            new Shape
            {
                Name = "web server",
                Title = "'webServer'",
                KeyNoun = "key of 'webServer'",
                Keys = [Command, Url, Port, Reuse, Timeout, Directory, Environment],
            },
            Build
        );

    private static WebServerOptions? Build(Found found, ReadScope scope)
    {
        if (found.Has(Url) && found.Has(Port))
            scope.Problems.Add(found.PlaceOf(Port), "'webServer' has either 'url' or 'port', not both.");

        return found.Get(Command) is { } command ? new WebServerOptions(ServerOf(found, command), UrlOf(found)) : null;
    }

    private static WebServer ServerOf(Found found, string command)
    {
        var defaults = new WebServer { Command = command, Url = UrlOf(found) ?? "" };

        return defaults with
        {
            ReuseExistingServer = found.Or(Reuse, defaults.ReuseExistingServer),
            Timeout = found.Or(Timeout, defaults.Timeout),
            WorkingDirectory = found.Get(Directory),
            Environment = found.Or(Environment, []).ToDictionary(entry => entry.Key.Text, entry => entry.Value),
        };
    }

    private static string? UrlOf(Found found) =>
        found.Get(Url)
        ?? (found.GetValue(Port) is { } port ? string.Create(CultureInfo.InvariantCulture, $"http://localhost:{port}") : null);
}

/// <summary>What <c>webServer</c> says, before its URL is known from the base URL.</summary>
internal sealed record WebServerOptions(WebServer Server, string? Url);
