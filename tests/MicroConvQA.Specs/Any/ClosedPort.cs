using System.Net;
using System.Net.Sockets;

namespace MicroConvQA.Specs;

/// <summary>A port of this machine that refuses every connection, and that nobody else can take as long as it is held.</summary>
internal sealed class ClosedPort : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    // Bound, and never listening.
    public ClosedPort() => _socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));

    public string Url => $"http://127.0.0.1:{((IPEndPoint)_socket.LocalEndPoint!).Port}";

    public void Dispose() => _socket.Dispose();
}
