namespace MicroConvQA.Browser.Capture.Wire;

/// <summary>Where a browser's tunnel leads: the host and port that it named in CONNECT, and whether it speaks TLS inside.</summary>
internal sealed record Tunnel(string Host, int Port, bool IsTls)
{
    public string Scheme => IsTls ? "https" : "http";

    /// <summary>The authority as a URL shows it: without the scheme's own port.</summary>
    public string Authority => Port == (IsTls ? 443 : 80) ? Host : $"{Host}:{Port}";
}
