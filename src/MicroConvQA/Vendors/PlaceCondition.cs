namespace MicroConvQA.Vendors;

/// <summary>What must stand at a place.</summary>
/// <param name="Place">The place.</param>
/// <param name="Values">The texts of which it must hold one; empty = only whether it is there counts.</param>
/// <param name="IsThere">Whether it must be there.</param>
internal sealed record PlaceCondition(Place Place, IReadOnlyList<string> Values, bool IsThere = true);
