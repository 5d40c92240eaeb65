namespace MicroConvQA.Decoding;

/// <summary>
/// What a vendor documents that it cuts, drops or refuses: the request is answered as if all were well, and the data is lost behind it.
/// Null or empty = the vendor documents no such limit.
/// </summary>
public sealed record VendorLimits
{
    private static readonly char[] Digits = [.. "0123456789"];

    /// <summary>The page that documents them.</summary>
    public required string Source { get; init; }

    /// <summary>What the vendor does beyond a limit, in one sentence.</summary>
    public required string Consequence { get; init; }

    /// <summary>Whether lengths are bytes of UTF-8 and not characters.</summary>
    public bool InBytes { get; init; }

    /// <summary>The longest event name.</summary>
    public int? EventName { get; init; }

    /// <summary>A regular expression that an event name of the shop's own must match.</summary>
    public string? EventNameForm { get; init; }

    /// <summary>That form in words, after "must".</summary>
    public string? EventNameFormWords { get; init; }

    /// <summary>Event names that are the vendor's own and that its SDK never sends from a page.</summary>
    public IReadOnlySet<string> ReservedEvents { get; init; } = new HashSet<string>();

    /// <summary>Beginnings of names of events, parameters and user properties that are the vendor's own.</summary>
    public IReadOnlyList<string> ReservedPrefixes { get; init; } = [];

    /// <summary>How many parameters an event may have.</summary>
    public int? Parameters { get; init; }

    /// <summary>The longest name of a parameter.</summary>
    public int? ParameterName { get; init; }

    /// <summary>The longest text of a parameter.</summary>
    public int? ParameterValue { get; init; }

    /// <summary>The longest text of single parameters, by name; <c>*</c> at the end stands for a number.</summary>
    public IReadOnlyDictionary<string, int> ValueOf { get; init; } = new Dictionary<string, int>();

    /// <summary>Parameters that the SDK adds by itself: neither counted nor held against the rules for names.</summary>
    public IReadOnlySet<string> OwnParameters { get; init; } = new HashSet<string>();

    /// <summary>How many user properties there may be.</summary>
    public int? UserProperties { get; init; }

    /// <summary>The longest name of a user property.</summary>
    public int? UserPropertyName { get; init; }

    /// <summary>The longest text of a user property.</summary>
    public int? UserPropertyValue { get; init; }

    /// <summary>The longest id of a logged-in user.</summary>
    public int? UserId { get; init; }

    /// <summary>How many items an event may have.</summary>
    public int? Items { get; init; }

    /// <summary>Parameters without which a standard event is of no use to the vendor, by the event's name as sent.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Required { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>The longest text of a parameter; null = there is no limit.</summary>
    public int? ValueLimitOf(string parameter) =>
        ValueOf.TryGetValue(parameter, out var own) || ValueOf.TryGetValue(parameter.TrimEnd(Digits) + '*', out own) ? own : ParameterValue;
}
