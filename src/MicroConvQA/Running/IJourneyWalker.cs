using MicroConvQA.Planning;
using MicroConvQA.Recording;

namespace MicroConvQA.Running;

/// <summary>
/// Walks one journey and returns its recording. An implementer must turn every fault of the world (a page that changed, a browser that
/// died, a site that is down) into a <see cref="Breakage"/> of the recording, must not judge, and must throw only for the harness's own
/// faults and for cancellation.
/// </summary>
internal interface IJourneyWalker
{
    Task<JourneyRecording> WalkAsync(Walk walk, IRunObserver observer, CancellationToken cancellationToken);
}
