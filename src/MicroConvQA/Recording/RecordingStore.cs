using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Recording;

/// <summary>Keeps recordings on disk: one <c>recording.json</c> in each walk's folder.</summary>
/// <param name="secrets">Values that no recording may hold; they are replaced before anything is written.</param>
public sealed class RecordingStore(IEnumerable<string> secrets)
{
    public const string FileName = "recording.json";

    private readonly SecretMask mask = new(secrets);

    /// <summary>A store that has no secrets to hide: for reading.</summary>
    public RecordingStore()
        : this([]) { }

    /// <summary>Writes the recording into a walk's folder, whole or not at all, and returns the file.</summary>
    public async Task<string> WriteAsync(JourneyRecording recording, string directory, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(directory);
        var file = Path.Combine(directory, FileName);
        var unfinished = Path.Combine(directory, $"{FileName}.{Guid.NewGuid():N}.part");
        try
        {
            await File.WriteAllTextAsync(unfinished, Write(recording), new UTF8Encoding(false), cancellationToken);
            File.Move(unfinished, file, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }
        return file;
    }

    /// <summary>Reads a recording by its file or its walk's folder.</summary>
    /// <exception cref="RecordingUnreadableException">It is not there, is no recording, or was written by a newer version.</exception>
    public static async Task<JourneyRecording> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var file = Directory.Exists(path) ? Path.Combine(path, FileName) : path;
        if (!File.Exists(file))
            throw new RecordingUnreadableException(
                $"There is no recording at '{file}'. Name a recording.json, or the folder of a walk that holds one."
            );
        return Read(await File.ReadAllTextAsync(file, cancellationToken), file);
    }

    /// <summary>The recording as its file holds it, secrets replaced.</summary>
    public string Write(JourneyRecording recording)
    {
        var json = JObject.FromObject(recording, RecordingFormat.Serializer);
        Mask(json);
        using var text = new StringWriter { NewLine = "\n" };
        using (var writer = new JsonTextWriter(text) { Formatting = Formatting.Indented })
            json.WriteTo(writer);
        return text.ToString() + "\n";
    }

    /// <summary>Reads a recording's text.</summary>
    /// <param name="text">What the file holds.</param>
    /// <param name="file">What messages call it.</param>
    /// <exception cref="RecordingUnreadableException">It is no recording, or was written by a newer version.</exception>
    public static JourneyRecording Read(string text, string file)
    {
        try
        {
            using var reader = new JsonTextReader(new StringReader(text)) { DateParseHandling = DateParseHandling.None };
            return Read(JObject.Load(reader), file);
        }
        catch (JsonException problem)
        {
            throw Unreadable(problem, file);
        }
    }

    internal static JourneyRecording Read(JObject json, string file)
    {
        CheckFormat(json["format"], file);
        try
        {
            return json.ToObject<JourneyRecording>(RecordingFormat.Serializer)!;
        }
        catch (Exception problem) when (problem is JsonException or FormatException or InvalidCastException or OverflowException)
        {
            throw Unreadable(problem, file);
        }
    }

    private static RecordingUnreadableException Unreadable(Exception problem, string file) =>
        new($"'{file}' is not a recording that can be read: {problem.Message} Walk the journey again to get a new one.", problem);

    private static void CheckFormat(JToken? format, string file)
    {
        if (format is not { Type: JTokenType.Integer } || (int)format < 1)
            throw new RecordingUnreadableException(
                $"'{file}' is not a recording: it does not say its format. Name a recording.json that MicroConvQA wrote."
            );
        if ((int)format > JourneyRecording.CurrentFormat)
        {
            throw new RecordingUnreadableException(
                $"'{file}' has format {(int)format}, which a newer MicroConvQA wrote; this version reads up to format {JourneyRecording.CurrentFormat}. "
                    + "Update MicroConvQA, then judge it again."
            );
        }
    }

    private void Mask(JToken token)
    {
        foreach (var value in token.SelectTokens("$..*").OfType<JValue>().ToList())
        {
            if (value.Value is string text)
                value.Value = mask.Mask(text);
            else if (value.Value is byte[] body)
                value.Value = mask.Mask(body);
        }
    }
}
