using System.Globalization;
using MicroConvQA.Recording.Har;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Recording;

/// <summary>
/// The door to traffic that was recorded anywhere: a HAR, a recording of our own or the folder that holds one, told apart by what is in
/// them.
/// </summary>
internal static class TrafficFile
{
    /// <summary>The path that stands for the standard input.</summary>
    public const string StandardInput = "-";

    private static readonly string[] CutMessages = ["Unexpected end", "Unterminated string", "Error reading "];

    private const string Kinds = "Name a HAR as browsers and proxies export it, a recording.json, or the folder of a walk.";

    /// <summary>Reads a file, the folder of a walk, or the standard input; compressed by gzip or not.</summary>
    /// <param name="path">The path, or <see cref="StandardInput"/>.</param>
    /// <param name="standardInput">Opens the standard input.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="RecordingUnreadableException">It is not there, or nothing that can be read; the message says where and what to
    /// do.</exception>
    public static CapturedTraffic Read(string path, Func<Stream> standardInput, CancellationToken cancellationToken)
    {
        var file = Directory.Exists(path) ? Path.Combine(path, RecordingStore.FileName) : path;
        if (path != StandardInput && !File.Exists(file))
            throw new RecordingUnreadableException($"There is no recording or HAR at '{file}'. {Kinds}");
        try
        {
            using var stream = path == StandardInput ? standardInput() : File.OpenRead(file);
            using var text = new StreamReader(PlainStream.Of(stream));
            return Read(text, NameOf(path, file), cancellationToken);
        }
        catch (UnpackedTooFarException fault)
        {
            throw new RecordingUnreadableException(
                $"'{NameOf(path, file)}' unpacks to more than {UnpackingLimit.Ratio} times its size, which no traffic does: it was read no further. Unpack it by hand and look at what is in it.",
                fault
            );
        }
        catch (InvalidDataException fault)
        {
            throw new RecordingUnreadableException(
                $"'{NameOf(path, file)}' begins like gzip and cannot be decompressed: {fault.Message.TrimEnd('.')}. Export or copy it again and wait until it is written whole.",
                fault
            );
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new RecordingUnreadableException($"'{file}' cannot be read: {fault.Message}", fault);
        }
    }

    private static string NameOf(string path, string file) => path == StandardInput ? "standard input" : file;

    /// <summary>Reads a text of either kind.</summary>
    internal static CapturedTraffic Read(TextReader text, string file, CancellationToken cancellationToken)
    {
        using var bounded = new BoundedText(text, file);
        using var json = new JsonTextReader(bounded)
        {
            DateParseHandling = DateParseHandling.None,
            MaxDepth = HarReader.Depth,
            CloseInput = false,
        };
        try
        {
            return Read(json, file, cancellationToken);
        }
        catch (JsonException problem)
        {
            throw Unreadable(json, file, problem);
        }
    }

    private static CapturedTraffic Read(JsonTextReader json, string file, CancellationToken cancellationToken)
    {
        if (!json.Read())
            throw new RecordingUnreadableException($"'{file}' is empty. Export or walk it again. {Kinds}");
        HarLog? har = null;
        // What is no HAR is small enough to be read as a whole, as recordings are.
        var rest = new JObject();
        if (json.TokenType == JsonToken.StartObject)
            while (json.NextName() is { } name)
                if (name == "log" && har is null)
                    har = HarReader.ReadLog(json, file, cancellationToken);
                else
                    rest[name] = json.Value();
        if (har is null && !rest.ContainsKey("format"))
            throw new RecordingUnreadableException(
                $"'{file}' is JSON, but neither a HAR, which begins with 'log', nor a recording, which says its 'format'. {Kinds}"
            );
        RefuseMore(json);
        return har is null ? new() { Name = file, Recording = RecordingStore.Read(rest, file) } : new() { Name = file, Har = har };
    }

    private static void RefuseMore(JsonTextReader json)
    {
        while (json.Read())
            if (json.TokenType != JsonToken.Comment)
                throw new JsonReaderException("There is more text behind the end.", json.Path, json.LineNumber, json.LinePosition, null);
    }

    private static RecordingUnreadableException Unreadable(JsonTextReader json, string file, JsonException problem)
    {
        var place = string.Create(
            CultureInfo.InvariantCulture,
            $"line {Math.Max(json.LineNumber, 1)}, column {Math.Max(json.LinePosition, 1)}"
        );
        return new RecordingUnreadableException(
            IsCut(problem.Message)
                ? $"'{file}' is cut: it ends at {place}{Within(json.Path)}. Export it again and wait until it is written whole."
                : $"'{file}' is not JSON that can be read, at {place}{Within(json.Path)}: {Sentence(problem.Message)} {Kinds}",
            problem
        );
    }

    /// <summary>
    /// The library says it in several ways: in some places it got a zero, which stands behind the last letter, in others no token at all.
    /// </summary>
    private static bool IsCut(string message) =>
        CutMessages.Any(beginning => message.StartsWith(beginning, StringComparison.Ordinal)) || message.Contains('\0');

    private static string Within(string path) => path.Length == 0 ? "" : $" within {path}";

    /// <summary>The library's message without its place, which is said already.</summary>
    private static string Sentence(string message) =>
        message.IndexOf(" Path '", StringComparison.Ordinal) is > 0 and var end ? message[..end] : message;
}
