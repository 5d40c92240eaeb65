using MicroConvQA.Attribution;
using MicroConvQA.Recording;

namespace MicroConvQA.Browser.Capture;

/// <summary>
/// What a page or the browser's network layer tells of what was sent; under load the wire sees it tenths of a second later, and not in
/// order.
/// </summary>
/// <param name="Moment">When it was sent.</param>
/// <param name="Document">The URL of the document that sent it; null = not told.</param>
/// <param name="Initiator">The call stack of the script that sent it, innermost first; empty = no script did, or it is not told.</param>
internal sealed record Dispatch(ForeignMoment Moment, string? Document, IReadOnlyList<ScriptFrame> Initiator);
