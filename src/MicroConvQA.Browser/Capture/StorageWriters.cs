using System.Collections.Concurrent;
using MicroConvQA.Recording;

namespace MicroConvQA.Browser.Capture;

/// <summary>Who wrote which cookie or key last, as pages and answers tell.</summary>
internal sealed class StorageWriters
{
    private readonly ConcurrentDictionary<(StorageKind Kind, string Name), (string? Answer, IReadOnlyList<ScriptFrame> Initiator)> _last =
    [];

    /// <summary>A script wrote it.</summary>
    public void ScriptWrote(StorageKind kind, string name, IReadOnlyList<ScriptFrame> initiator) => _last[(kind, name)] = (null, initiator);

    /// <summary>An answer set cookies.</summary>
    /// <param name="cookie">The header's value.</param>
    /// <param name="url">Whose answer it was.</param>
    public void AnswerSet(string cookie, string url) =>
        _last[(StorageKind.Cookie, cookie.Split('=', 2)[0].Trim())] = (url.Split('?', '#')[0], []);

    /// <summary>The name with who wrote it, where that is known.</summary>
    public StoredName Signed(StoredName stored) =>
        _last.TryGetValue((stored.Kind, stored.Name), out var writer)
            ? stored with
            {
                SetByAnswerOf = writer.Answer,
                Initiator = writer.Initiator,
            }
            : stored;
}
