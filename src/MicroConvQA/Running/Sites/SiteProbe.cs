using System.Net.Sockets;

namespace MicroConvQA.Running.Sites;

/// <summary>
/// Asks whether anything answers at a URL. Any answer counts, also an error page or a certificate that we do not trust: judging that is the
/// browser's part.
/// </summary>
internal sealed class SiteProbe : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, ConnectTimeout = TimeSpan.FromSeconds(10) })
    {
        Timeout = TimeSpan.FromSeconds(30),
    };

    /// <summary>Null where something answers, else why nothing does: <c>connection refused</c>.</summary>
    public async Task<string?> ProblemAtAsync(string url, CancellationToken cancellationToken)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, url);
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return null;
        }
        catch (HttpRequestException exception)
        {
            return Reason(exception);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return "no answer in time";
        }
    }

    public void Dispose() => _http.Dispose();

    private static string? Reason(HttpRequestException exception) =>
        exception switch
        {
            { HttpRequestError: HttpRequestError.NameResolutionError } => "its name is not known",
            { InnerException: SocketException { SocketErrorCode: SocketError.ConnectionRefused } } => "the connection was refused",
            { HttpRequestError: HttpRequestError.ConnectionError } => exception.InnerException?.Message ?? exception.Message,
            // Something is there and speaks; it only does not speak as we do.
            _ => null,
        };
}
