namespace MicroConvQA.Vendors;

/// <summary>Where a hit has a value from: a place, or always the same text.</summary>
/// <param name="Place">The place; null where the value is fixed.</param>
/// <param name="Always">The fixed text; null where there is a place.</param>
internal sealed record ValueSource(Place? Place, string? Always = null)
{
    public override string ToString() => Place?.ToString() ?? $"'{Always}'";
}
