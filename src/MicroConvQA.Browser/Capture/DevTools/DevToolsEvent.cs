using System.Text.Json;

namespace MicroConvQA.Browser.Capture.DevTools;

/// <summary>Something that a browser tells by its DevTools protocol.</summary>
/// <param name="Method">Its name.</param>
/// <param name="Session">The session that it belongs to; null = the browser's own.</param>
/// <param name="Content">Its parameters, which are gone after it was told unless they are <see cref="Kept"/>.</param>
internal readonly record struct DevToolsEvent(string Method, string? Session, JsonElement Content)
{
    public DevToolsEvent Kept => this with { Content = Content.Clone() };
}
