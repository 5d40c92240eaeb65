using MicroConvQA.Recording;

namespace MicroConvQA.Browser.Capture.Wire;

/// <summary>What the browser's network layer tells of a request that it sends; under load the wire sees it tenths of a second later, and not in order.</summary>
/// <param name="At">When it was sent, in the walk's time.</param>
/// <param name="Initiator">The call stack of the script that sent it, innermost first; empty = no script did, or it is not told.</param>
internal sealed record Dispatch(TimeSpan At, IReadOnlyList<ScriptFrame> Initiator);
