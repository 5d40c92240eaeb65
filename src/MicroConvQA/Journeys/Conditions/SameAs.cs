namespace MicroConvQA.Journeys.Conditions;

/// <summary>The value equals that of another parameter of the same hit, or of the same parameter at another destination.</summary>
/// <param name="Parameter">The other parameter's dictionary name; null = the same parameter.</param>
/// <param name="Destination">The other destination; null = the same hit.</param>
internal sealed record SameAs(string? Parameter, string? Destination) : Condition
{
    public override string ToString() =>
        (Parameter, Destination) switch
        {
            ({ } parameter, null) => $"be the same as {parameter}",
            (null, { } destination) => $"be the same as at {destination}",
            var (parameter, destination) => $"be the same as {parameter} at {destination}",
        };
}
