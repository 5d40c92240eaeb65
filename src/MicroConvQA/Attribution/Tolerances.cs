namespace MicroConvQA.Attribution;

/// <summary>
/// All spans of time that decide a verdict, each with its reason. Who needs one is given them; nobody has a number of his own. What only
/// bounds a wait on a thing that may hang (a connection, a pattern of the author's, a browser that is closed) decides no verdict and stands
/// where it waits; how long a vendor's SDK holds an event back stands with the vendor; what an author may set (<c>within</c>,
/// <c>settle</c>) stands in the configuration; how long a shopper stays stands in the journey, also in one that is derived from it; below
/// what span words speak of one moment stands with the words.
/// </summary>
internal sealed record Tolerances
{
    /// <summary>
    /// How far a page's clock and the walk's may be apart: the page's is set when it begins to load and may lag by some milliseconds,
    /// and where a step began pages and the network tell by clocks that are not quite one.
    /// </summary>
    public TimeSpan PageClockSkew { get; init; } = TimeSpan.FromMilliseconds(150);

    /// <summary>
    /// How far what the network layer tells may seem to be before what the page tells, of the same moment: both are put into the walk's
    /// time by their quickest message, which on a busy machine differs by less than this.
    /// </summary>
    public TimeSpan NetworkSkew { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>
    /// How exact a time is that a hit states: some vendors state whole seconds, and a moved clock is known to a second, because a jump
    /// takes a moment and events fire inside of it.
    /// </summary>
    public TimeSpan StatedTime { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// How much longer than its vendor usually waits a hit may have been on its way: clocks, threads and a loaded machine.
    /// </summary>
    public TimeSpan SendDelay { get; init; } = TimeSpan.FromSeconds(1.5);

    /// <summary>
    /// By how much a hit may be seen before the push that caused it: the page's report of a push and the request that it causes travel
    /// on two ways.
    /// </summary>
    public TimeSpan PushRace { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>
    /// How long after a page's begin something may still be the last word of the same page before it: a page's last events arrive when
    /// its successor is already there.
    /// </summary>
    public TimeSpan Handover { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// How long before its page's end a hit that only the wire saw may have been sent by leaving it: the browser tells nothing of what
    /// is sent then, and tells of the next page when it gets to that.
    /// </summary>
    public TimeSpan Unload { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// How long after the next page's begin a request that the browser never told of may still be of the page before: what is sent by
    /// leaving waits for a free connection.
    /// </summary>
    public TimeSpan Leaving { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// By how much an event may be later than allowed before it is called late, in the step that expects it: when a step's actions were
    /// done and when the event was made are told by two clocks. What came after the next step's first action is forgiven nothing,
    /// because the walk has waited all that is allowed.
    /// </summary>
    public TimeSpan LateStart { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>
    /// How long the answer to the consent question takes to reach the shop's tags: what comes within it was on its way, or made, before
    /// they knew. A walk does nothing more in this time, so that what the next action causes is not taken for it.
    /// </summary>
    public TimeSpan ConsentTold { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>
    /// How long a hit may still state the consent of before an answer: Google's tags are told by the shop's platform, which often asks
    /// its own server first.
    /// </summary>
    public TimeSpan ConsentUpdate { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// A page that was left sooner after a push is named as the likely reason why its hit is missing: queues of SDKs wait for locks and
    /// storage before they hold an event, and none was seen to need longer.
    /// </summary>
    public TimeSpan ShortStay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// How long after the one of the two views, the browser's and the wire's, the other may tell of the same request: what is told later
    /// counts as a request of its own. Both mostly tell within milliseconds; a busy browser tells of what a page sends when it gets to
    /// that.
    /// </summary>
    public TimeSpan TwoViews { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// How long a body that goes to nobody known may hold up its request until it has been looked at; what has not ended by then goes on
    /// and is left unread. Longer, and a page that streams its body until it is answered would stand still.
    /// </summary>
    public TimeSpan HeldBody { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// How long two controls of one name may be there before the walk breaks over them: a page that replaces its content shows old and new
    /// for a moment.
    /// </summary>
    public TimeSpan Transition { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// How long a page must have asked for nothing before the shopper leaves it: scripts act on an answer, and a navigation begins, a
    /// moment after it, and what they send belongs to the step before.
    /// </summary>
    public TimeSpan PageQuiet { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>
    /// How long one answer is waited for before a page is left, and before a clock is moved past it: some answers hang or are meant to stay
    /// open. What comes later finds the page left, or its own time limits passed.
    /// </summary>
    public TimeSpan Answer { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>
    /// How long answers are waited for in all while a clock is moved once: a collector that answers nobody must not hold up each step.
    /// After it the clock outruns the network.
    /// </summary>
    public TimeSpan ClockAnswers { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// By how much a page's clock is moved at once: one move fires each due timer at most once and runs no chain of timers. Steps of this
    /// length were measured to fire everything that real time fires, at a tenth of the cost of replaying each frame.
    /// </summary>
    public TimeSpan ClockStep { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>
    /// How far apart the signs of life are at least that a page sends by a timer, again and again, and that do not keep a walk from its
    /// end: what comes faster is a queue that is being emptied.
    /// </summary>
    public TimeSpan SignOfLife { get; init; } = TimeSpan.FromSeconds(1);
}
