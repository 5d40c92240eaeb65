using System.Text;
using System.Text.Json;

namespace MicroConvQA.Browser.Capture.DevTools;

/// <summary>
/// Picks what is listened to from all that a browser tells: most of it is of no use and long, and is told apart by its beginning.
/// </summary>
/// <param name="heard">What is listened to.</param>
/// <param name="told">Is told it, one after the other; holds up what comes after.</param>
internal sealed class DevToolsSkimmer(IEnumerable<string> heard, Action<DevToolsEvent> told)
{
    private static readonly byte[] Beginning = [.. "{\"method\":\""u8];

    private readonly IReadOnlyList<(string Method, byte[] Name)> names =
    [
        .. heard.Select(method => (method, Encoding.UTF8.GetBytes($"{method}\""))),
    ];

    /// <returns>False = it is no event, but an answer.</returns>
    public bool Read(ReadOnlyMemory<byte> message)
    {
        if (!message.Span.StartsWith(Beginning))
        {
            return false;
        }

        if (HeardIn(message.Span[Beginning.Length..]) is { } method)
        {
            using var document = JsonDocument.Parse(message);
            var session = document.RootElement.TryGetProperty("sessionId", out var id) ? id.GetString() : null;
            told(new DevToolsEvent(method, session, document.RootElement.GetProperty("params")));
        }

        return true;
    }

    private string? HeardIn(ReadOnlySpan<byte> rest)
    {
        foreach (var (method, name) in names)
        {
            if (rest.StartsWith(name))
            {
                return method;
            }
        }

        return null;
    }
}
