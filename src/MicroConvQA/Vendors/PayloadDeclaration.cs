namespace MicroConvQA.Vendors;

/// <summary>How a request on anybody's host is known to be the vendor's.</summary>
/// <param name="Where">What must hold.</param>
/// <param name="Keys">Fields that make the decoder look at a request on a path that nobody names; empty = it never does.</param>
internal sealed record PayloadDeclaration(IReadOnlyList<PlaceCondition> Where, IReadOnlyList<string> Keys);
