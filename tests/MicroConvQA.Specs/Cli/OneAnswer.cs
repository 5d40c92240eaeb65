using System.Net;
using System.Net.Sockets;
using System.Text;

namespace MicroConvQA.Specs.Cli;

/// <summary>A server on loopback that gives every caller the same answer.</summary>
internal sealed class OneAnswer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly byte[] _answer;

    public OneAnswer(string answer)
    {
        _answer = Encoding.ASCII.GetBytes(answer);
        _listener.Start();
        _ = ServeAsync();
    }

    public string Url => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    public void Dispose() => _listener.Dispose();

    private async Task ServeAsync()
    {
        try
        {
            while (true)
                await AnswerAsync(await _listener.AcceptTcpClientAsync());
        }
        catch (SocketException)
        {
            // The listener was disposed: the spec is over.
        }
        catch (ObjectDisposedException)
        {
            // The same, seen earlier.
        }
    }

    private async Task AnswerAsync(TcpClient client)
    {
        using (client)
        {
            var stream = client.GetStream();
            _ = await stream.ReadAsync(new byte[4096]);
            await stream.WriteAsync(_answer);
        }
    }
}
