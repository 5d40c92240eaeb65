namespace MicroConvQA.Vendors;

/// <summary>What requests are answered with on this machine.</summary>
/// <param name="Where">The requests for which it is; empty = all.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Text">The body as text; null = none.</param>
/// <param name="Json">The body as JSON; null = none.</param>
internal sealed record AnswerDeclaration(IReadOnlyList<PlaceCondition> Where, int Status, string? Text, string? Json);
