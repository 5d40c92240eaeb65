using System.Globalization;

namespace MicroConvQA.Specs.Decoding.Hostile;

/// <summary>
/// How many hostile inputs are tried, and which. <c>MICROCONV_HOSTILE_INPUTS=1000000</c> tries that many, from a seed of
/// the day that is printed; <c>MICROCONV_HOSTILE_SEED</c> repeats one.
/// </summary>
internal static class HostileRun
{
    private const int Ordinary = 20_000;
    private const int OrdinarySeed = 20261120;

    private static readonly int? Asked = Number("MICROCONV_HOSTILE_INPUTS");

    /// <summary>Whether more is asked for than an ordinary run tries.</summary>
    public static bool IsLarge => Asked is not null;

    /// <summary>How many inputs each kind of spec tries in all.</summary>
    public static int Inputs { get; } = Asked ?? Ordinary;

    public static int Seed { get; } = Number("MICROCONV_HOSTILE_SEED") ?? (Asked is null ? OrdinarySeed : Environment.TickCount);

    private static int? Number(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text
            ? int.Parse(text, NumberStyles.AllowThousands | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)
            : null;
}
