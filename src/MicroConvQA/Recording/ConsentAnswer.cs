namespace MicroConvQA.Recording;

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
