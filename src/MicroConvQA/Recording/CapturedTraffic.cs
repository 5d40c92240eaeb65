using MicroConvQA.Recording.Har;

namespace MicroConvQA.Recording;

/// <summary>What a file of traffic holds: either a HAR or a walk's recording.</summary>
internal sealed record CapturedTraffic
{
    /// <summary>What messages call the file.</summary>
    public required string Name { get; init; }

    /// <summary>Null where it is a recording.</summary>
    public HarLog? Har { get; init; }

    /// <summary>Null where it is a HAR.</summary>
    public JourneyRecording? Recording { get; init; }

    public IReadOnlyList<CapturedRequest> Requests => Har?.Requests ?? Recording!.Requests;

    public DateTimeOffset StartedAt => Har?.StartedAt ?? Recording!.StartedAt;
}
