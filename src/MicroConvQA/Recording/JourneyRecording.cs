using MicroConvQA.Source;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Recording;

/// <summary>All that a walk left; it can be decoded, matched and judged again without a browser.</summary>
public sealed record JourneyRecording
{
    /// <summary>The format that this version writes.</summary>
    public const int CurrentFormat = 1;

    public int Format { get; init; } = CurrentFormat;

    /// <summary>The tool's version that wrote it.</summary>
    public required string Tool { get; init; }

    public required WalkLabel Walk { get; init; }

    public required RanOn RanOn { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required TimeSpan Duration { get; init; }

    /// <summary>The journey's text and its fragments', as walked.</summary>
    public required IReadOnlyList<SourceText> Sources { get; init; }

    public required SourceText Dictionary { get; init; }

    public required SourceText Configuration { get; init; }

    /// <summary>The texts of the vendors that the workspace declares.</summary>
    public IReadOnlyList<SourceText> Vendors { get; init; } = [];

    public required IReadOnlyList<RecordedStep> Steps { get; init; }

    public required IReadOnlyList<CapturedRequest> Requests { get; init; }

    public IReadOnlyList<PageVisit> Visits { get; init; } = [];

    public IReadOnlyList<ClockJump> ClockJumps { get; init; } = [];

    /// <summary>
    /// The answers to the shop's consent question, in the order of time; empty = it was never answered, or this is not known.
    /// </summary>
    public IReadOnlyList<ConsentAnswer> ConsentAnswers { get; init; } = [];

    /// <summary>What appeared in cookies and storage, by name; empty = nothing did, or this is not known.</summary>
    public IReadOnlyList<StorageLook> Stored { get; init; } = [];

    public IReadOnlyList<ConsoleLine> Console { get; init; } = [];

    /// <summary>The scripts that the pages asked for, each once, in order; empty = none, or this is not known.</summary>
    public IReadOnlyList<string> Scripts { get; init; } = [];

    /// <summary>
    /// Which scripts asked whether a program drives the browser; null = nobody watched for it, which is done only where automation is not
    /// hidden.
    /// </summary>
    public IReadOnlyList<BotCheck>? BotChecks { get; init; }

    /// <summary>
    /// How many messages of our own script in the pages could not be read: data-layer pushes may be among them. Default 0.
    /// </summary>
    public int LostMessages { get; init; }

    /// <summary>
    /// The variables as they were at the end: vars, matrix row, person and what was remembered. Secrets are replaced by <c>•••</c>.
    /// </summary>
    public IReadOnlyDictionary<string, JToken> Variables { get; init; } = new Dictionary<string, JToken>();

    /// <summary>Null where the walk came to its end.</summary>
    public Breakage? Breakage { get; init; }

    /// <summary>Why no further hits were waited for, in one sentence.</summary>
    public string? Settled { get; init; }

    /// <summary>Who could still have been sent something when the walk was given up. Default nobody.</summary>
    public IReadOnlyList<UnsettledVendor> Unsettled { get; init; } = [];

    /// <summary>The Playwright trace beside the recording; null = none kept.</summary>
    public string? Trace { get; init; }

    /// <summary>The video beside the recording; null = none kept.</summary>
    public string? Video { get; init; }

    /// <summary>How many analytics requests left this machine.</summary>
    public int Escaped => Requests.Count(request => request is { Fate: RequestFate.Delivered, Transport: not Transport.DataLayer });

    /// <summary>
    /// How many requests went on to nobody known before all of them had been looked at, so that what they carried is unknown.
    /// </summary>
    public int LeftUnread => Requests.Count(request => request is { Fate: RequestFate.LetThrough, BodyState: BodyState.Cut });
}

/// <summary>A vendor that could still have been sent something when the walk was given up.</summary>
/// <param name="Vendor">The vendor; null = any.</param>
/// <param name="Account">Its account; null = any.</param>
/// <param name="Because">What was still open, as the end of a sentence.</param>
public sealed record UnsettledVendor(string? Vendor, string? Account, string Because);

/// <summary>A line of the page's console, or an uncaught error.</summary>
public sealed record ConsoleLine(TimeSpan At, string Level, string Text, string? Url)
{
    /// <summary>The first line of a text; the further ones of an error are its stack, which differs with what called its script.</summary>
    public static string FirstLineOf(string text) => text.Split('\n', 2)[0].TrimEnd();

    /// <summary>Whether a text is its first line.</summary>
    public bool Begins(string firstLine) => FirstLineOf(Text) == firstLine;
}

/// <summary>
/// A moment at which the page's virtual clock was moved ahead: event times that a page states later are ahead of real time by the sum of
/// all jumps.
/// </summary>
public sealed record ClockJump(TimeSpan At, TimeSpan By);

/// <summary>The moment at which the shop's consent question was answered: from here on the preset is in force.</summary>
/// <param name="At">When what gives the answer was about to be used, since the start of the walk, in real time; what is sent before needs
/// nobody's answer.</param>
/// <param name="Preset">The name of the preset in the configuration.</param>
public sealed record ConsentAnswer(TimeSpan At, string Preset)
{
    /// <summary>
    /// When what gives the answer had been used, which takes its time on a busy machine; null = not known: as soon as it began.
    /// </summary>
    public TimeSpan? UsedAt { get; init; }
}

/// <summary>
/// A script of a page asked whether a program drives the browser (<c>navigator.webdriver</c>), and was told that one does.
/// </summary>
/// <param name="At">Since the start of the walk, in real time.</param>
/// <param name="Initiator">Which script, innermost first; empty where unknown.</param>
public sealed record BotCheck(TimeSpan At, IReadOnlyList<ScriptFrame> Initiator);
