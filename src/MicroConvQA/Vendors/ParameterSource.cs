namespace MicroConvQA.Vendors;

/// <summary>Where a hit's parameters stand.</summary>
/// <param name="Name">The parameter's name; null = the place holds an object of parameters, or is a pattern that stands for
/// several.</param>
/// <param name="Place">The place.</param>
internal sealed record ParameterSource(string? Name, Place Place);
