using System.Buffers;
using System.IO.Pipelines;
using System.Net.Security;
using System.Text;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace MicroConvQA.Browser.Capture.Wire;

/// <summary>
/// Ends a browser's tunnel on this machine: answers CONNECT, ends the TLS inside it with a certificate of the run, and hands what is in it
/// to Kestrel as if it had come directly. A connection that does not begin with CONNECT is plain HTTP through a proxy and passes as it is.
/// </summary>
internal sealed class TunnelMiddleware(RunCertificates certificates)
{
    private const int LongestRequestHead = 16 * 1024;
    private const byte TlsHandshake = 0x16;

    private static readonly byte[] Connect = "CONNECT "u8.ToArray();
    private static readonly byte[] EndOfHead = "\r\n\r\n"u8.ToArray();
    private static readonly byte[] Established = "HTTP/1.1 200 Connection Established\r\n\r\n"u8.ToArray();

    public async Task RunAsync(ConnectionContext connection, ConnectionDelegate next)
    {
        if (await ReadTargetAsync(connection.Transport.Input) is not var (host, port))
        {
            await next(connection);
            return;
        }

        await connection.Transport.Output.WriteAsync(Established);
        if (await FirstByteAsync(connection.Transport.Input) is not { } first)
        {
            return;
        }

        var tunnel = new Tunnel(host, port, first == TlsHandshake);
        connection.Features.Set(tunnel);
        await (tunnel.IsTls ? RunInTlsAsync(connection, tunnel, next) : next(connection));
    }

    private async Task RunInTlsAsync(ConnectionContext connection, Tunnel tunnel, ConnectionDelegate next)
    {
        var raw = connection.Transport;
        await using var tls = new SslStream(new DuplexStream(raw));
        await tls.AuthenticateAsServerAsync(
            new SslServerAuthenticationOptions
            {
                ServerCertificateSelectionCallback = (_, name) => certificates.For(string.IsNullOrEmpty(name) ? tunnel.Host : name),
                ApplicationProtocols = [SslApplicationProtocol.Http2, SslApplicationProtocol.Http11],
            },
            connection.ConnectionClosed
        );

        var features = new TlsFeatures(tls.NegotiatedApplicationProtocol.Protocol);
        connection.Features.Set<ITlsApplicationProtocolFeature>(features);
        connection.Features.Set<ITlsConnectionFeature>(features);
        connection.Transport = new DuplexPipe(PipeReader.Create(tls), PipeWriter.Create(tls));
        try
        {
            await next(connection);
            await connection.Transport.Input.CompleteAsync();
            await connection.Transport.Output.CompleteAsync();
        }
        finally
        {
            connection.Transport = raw;
        }
    }

    private static async Task<(string Host, int Port)?> ReadTargetAsync(PipeReader input)
    {
        while (true)
        {
            var read = await input.ReadAsync();
            var buffer = read.Buffer;
            if (buffer.Length >= Connect.Length && !StartsWithConnect(buffer))
            {
                input.AdvanceTo(buffer.Start);
                return null;
            }

            if (EndOf(buffer) is { } end)
            {
                var head = Encoding.ASCII.GetString(buffer.Slice(0, end));
                input.AdvanceTo(end);
                return TargetOf(head);
            }

            if (read.IsCompleted || buffer.Length > LongestRequestHead)
            {
                input.AdvanceTo(buffer.Start);
                return null;
            }

            input.AdvanceTo(buffer.Start, buffer.End);
        }
    }

    private static bool StartsWithConnect(ReadOnlySequence<byte> buffer)
    {
        Span<byte> start = stackalloc byte[Connect.Length];
        buffer.Slice(0, Connect.Length).CopyTo(start);
        return start.SequenceEqual(Connect);
    }

    private static SequencePosition? EndOf(ReadOnlySequence<byte> buffer)
    {
        var reader = new SequenceReader<byte>(buffer);
        return reader.TryReadTo(out ReadOnlySequence<byte> _, EndOfHead) ? reader.Position : null;
    }

    private static (string Host, int Port) TargetOf(string head)
    {
        var authority = head.Split(' ', 3)[1];
        var colon = authority.LastIndexOf(':');
        return (authority[..colon].Trim('[', ']'), int.Parse(authority[(colon + 1)..], System.Globalization.CultureInfo.InvariantCulture));
    }

    private static async Task<byte?> FirstByteAsync(PipeReader input)
    {
        var read = await input.ReadAsync();
        byte? first = read.Buffer.IsEmpty ? null : read.Buffer.FirstSpan[0];
        input.AdvanceTo(read.Buffer.Start);
        return first;
    }

    private sealed class DuplexPipe(PipeReader input, PipeWriter output) : IDuplexPipe
    {
        public PipeReader Input { get; } = input;

        public PipeWriter Output { get; } = output;
    }

    private sealed class TlsFeatures(ReadOnlyMemory<byte> protocol) : ITlsApplicationProtocolFeature, ITlsConnectionFeature
    {
        public ReadOnlyMemory<byte> ApplicationProtocol { get; } = protocol;

        public System.Security.Cryptography.X509Certificates.X509Certificate2? ClientCertificate { get; set; }

        public Task<System.Security.Cryptography.X509Certificates.X509Certificate2?> GetClientCertificateAsync(
            CancellationToken cancellationToken
        ) => Task.FromResult(ClientCertificate);
    }
}

/// <summary>Where a browser's tunnel leads: the host and port that it named in CONNECT, and whether it speaks TLS inside.</summary>
internal sealed record Tunnel(string Host, int Port, bool IsTls)
{
    public string Scheme => IsTls ? "https" : "http";

    /// <summary>The authority as a URL shows it: without the scheme's own port.</summary>
    public string Authority => Port == (IsTls ? 443 : 80) ? Host : $"{Host}:{Port}";
}
