namespace MicroConvQA.Recording.Har;

/// <summary>
/// What an HTTP Archive holds of the traffic: its requests without the answers' contents. Names as in the HAR 1.2 specification,
/// http://www.softwareishard.com/blog/har-12-spec/.
/// </summary>
internal sealed record HarLog
{
    /// <summary><c>log.version</c>: <c>1.2</c>.</summary>
    public required string Version { get; init; }

    /// <summary>
    /// <c>log.creator.name</c>: <c>WebInspector</c> (Chrome), <c>Firefox</c>, <c>Charles Proxy</c>; <c>unknown</c> where silent.
    /// </summary>
    public required string Creator { get; init; }

    /// <summary><c>log.creator.version</c>; empty where silent.</summary>
    public string CreatorVersion { get; init; } = "";

    /// <summary>The earliest <c>startedDateTime</c> of an entry; 1970 where none has one.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Until the end of the entry that ended last (<c>startedDateTime</c> + <c>time</c>).</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary><c>log.pages</c>, as far as an entry belongs to them; the tab is not known and always 1.</summary>
    public required IReadOnlyList<PageVisit> Visits { get; init; }

    /// <summary>
    /// The entries and what was sent through their WebSockets, in the order of time, numbered from 1; each counts as delivered unless the
    /// HAR says why not.
    /// </summary>
    public required IReadOnlyList<CapturedRequest> Requests { get; init; }

    /// <summary>What is in the file and could not be taken for a request, one sentence each.</summary>
    public IReadOnlyList<string> Flaws { get; init; } = [];
}
