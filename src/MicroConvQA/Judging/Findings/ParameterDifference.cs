namespace MicroConvQA.Judging.Findings;

/// <summary>One parameter of a hit held against what must hold of it.</summary>
/// <param name="Parameter">The dictionary's name; of an item field <c>items[0].price</c>.</param>
/// <param name="Expected">What must hold, in words: <c>be 'EUR'</c>.</param>
/// <param name="Found">The value as sent; null = absent.</param>
/// <param name="Holds">Whether it holds.</param>
public sealed record ParameterDifference(string Parameter, string Expected, string? Found, bool Holds);
