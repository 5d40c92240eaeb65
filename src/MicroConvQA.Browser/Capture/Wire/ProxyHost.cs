using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace MicroConvQA.Browser.Capture.Wire;

/// <summary>Where proxies listen, and what browsers call that place.</summary>
/// <param name="Listens">The address of this machine.</param>
/// <param name="Name">As a browser writes it into a URL.</param>
internal sealed record ProxyHost(IPAddress Listens, string Name)
{
    /// <summary>This machine alone.</summary>
    public static ProxyHost Loopback { get; } = new(IPAddress.Loopback, "127.0.0.1");

    /// <summary>An address of this machine alone that no other process expects; not every system answers on all of 127.0.0.0/8.</summary>
    public static ProxyHost RandomLoopback()
    {
        var address = new IPAddress([
            127,
            (byte)RandomNumberGenerator.GetInt32(1, 255),
            (byte)RandomNumberGenerator.GetInt32(256),
            (byte)RandomNumberGenerator.GetInt32(1, 255),
        ]);
        return new ProxyHost(address, address.ToString());
    }

    /// <summary>
    /// Where browsers of other machines reach this one: at one of its addresses, or at all where the name may lead to any.
    /// </summary>
    public static ProxyHost Named(string name) =>
        IPAddress.TryParse(name.Trim('[', ']'), out var address)
            ? new ProxyHost(IsOwn(address) ? address : Any(address), UriName(address))
            : new ProxyHost(Socket.OSSupportsIPv6 ? IPAddress.IPv6Any : IPAddress.Any, name);

    public string UrlAt(int port) => $"http://{Name}:{port}";

    private static IPAddress Any(IPAddress address) =>
        address.AddressFamily == AddressFamily.InterNetworkV6 ? IPAddress.IPv6Any : IPAddress.Any;

    private static string UriName(IPAddress address) =>
        address.AddressFamily == AddressFamily.InterNetworkV6 ? $"[{address}]" : address.ToString();

    private static bool IsOwn(IPAddress address) =>
        IPAddress.IsLoopback(address)
        || NetworkInterface
            .GetAllNetworkInterfaces()
            .Any(device => device.GetIPProperties().UnicastAddresses.Any(own => own.Address.Equals(address)));
}
