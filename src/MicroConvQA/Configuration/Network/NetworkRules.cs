namespace MicroConvQA.Configuration.Network;

/// <summary>Which analytics requests go on to their vendors; all others are answered on this machine.</summary>
public sealed record NetworkRules
{
    private NetworkRules(NetworkMode mode, IReadOnlyList<string> allowed) => (Mode, Allowed) = (mode, allowed);

    /// <summary>None goes on. The default.</summary>
    public static NetworkRules Sinkhole { get; } = new(NetworkMode.Sinkhole, []);

    /// <summary>All go on.</summary>
    public static NetworkRules Passthrough { get; } = new(NetworkMode.Passthrough, []);

    /// <summary>What becomes of the requests of vendors that are not named.</summary>
    public NetworkMode Mode { get; }

    /// <summary>How long what is answered on this machine waits for its answer, as from a collector on a slow line. Default zero.</summary>
    public TimeSpan AnswerAfter { get; init; }

    /// <summary>The vendors whose requests go on although the others' do not.</summary>
    public IReadOnlyList<string> Allowed { get; }

    public static NetworkRules Of(NetworkMode mode) => mode == NetworkMode.Passthrough ? Passthrough : Sinkhole;

    public static NetworkRules Allowing(IReadOnlyList<string> vendors) => new(NetworkMode.Sinkhole, vendors);

    /// <param name="vendor">The vendor of a request; null = it cannot be told.</param>
    public bool LetsOn(string? vendor) => Mode == NetworkMode.Passthrough || (vendor is not null && Allowed.Contains(vendor));

    /// <summary>As reports say it: <c>sinkhole, but for meta</c>.</summary>
    public override string ToString() =>
        Mode.ToString().ToLowerInvariant()
        + (Allowed.Count == 0 ? "" : $", but for {string.Join(", ", Allowed)}")
        + (
            AnswerAfter == TimeSpan.Zero
                ? ""
                : string.Create(System.Globalization.CultureInfo.InvariantCulture, $", answers after {AnswerAfter.TotalMilliseconds:0} ms")
        );
}

/// <summary>What becomes of analytics requests.</summary>
public enum NetworkMode
{
    /// <summary>They are answered on this machine; nothing reaches a vendor. The default.</summary>
    Sinkhole,

    /// <summary>They go on to the vendor.</summary>
    Passthrough,
}
