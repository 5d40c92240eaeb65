using System.Net.Sockets;

namespace MicroConvQA.Browser.Capture.Wire;

/// <summary>Names why a server could not be reached as Chromium would have named it, had it gone there itself.</summary>
internal static class NetworkError
{
    public static string Of(Exception exception) =>
        exception switch
        {
            HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => "ERR_NAME_NOT_RESOLVED",
            HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => "ERR_CERT_INVALID",
            HttpRequestException { HttpRequestError: HttpRequestError.ProxyTunnelError } => "ERR_TUNNEL_CONNECTION_FAILED",
            UriFormatException => "ERR_INVALID_URL",
            _ => OfSocket(exception.GetBaseException() as SocketException),
        };

    private static string OfSocket(SocketException? exception) =>
        exception?.SocketErrorCode switch
        {
            SocketError.ConnectionRefused => "ERR_CONNECTION_REFUSED",
            SocketError.ConnectionReset => "ERR_CONNECTION_RESET",
            SocketError.TimedOut => "ERR_CONNECTION_TIMED_OUT",
            SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData => "ERR_NAME_NOT_RESOLVED",
            SocketError.NetworkUnreachable or SocketError.HostUnreachable => "ERR_ADDRESS_UNREACHABLE",
            _ => "ERR_EMPTY_RESPONSE",
        };
}
