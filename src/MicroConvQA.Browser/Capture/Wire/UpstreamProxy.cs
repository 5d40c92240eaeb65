using System.Net;

namespace MicroConvQA.Browser.Capture.Wire;

/// <summary>
/// The proxy by which this machine reaches the world, from <c>HTTPS_PROXY</c> and its like or from an author's <c>--proxy-server</c>; never
/// for this machine itself.
/// </summary>
internal sealed class UpstreamProxy(IWebProxy outer) : IWebProxy
{
    private const string Argument = "--proxy-server=";

    public ICredentials? Credentials
    {
        get => outer.Credentials;
        set => outer.Credentials = value;
    }

    /// <summary>The proxy that a browser's launch arguments name; the environment's where they name none.</summary>
    public static UpstreamProxy In(IEnumerable<string> arguments) =>
        new(arguments.LastOrDefault(Is) is { } named ? new WebProxy(named[Argument.Length..]) : HttpClient.DefaultProxy);

    public static bool Is(string argument) => argument.StartsWith(Argument, StringComparison.Ordinal);

    public Uri? GetProxy(Uri destination) => IsBypassed(destination) ? null : outer.GetProxy(destination);

    public bool IsBypassed(Uri host) => host.IsLoopback || outer.IsBypassed(host);
}
