namespace MicroConvQA.Vendors;

/// <summary>Under which names of parameters and item fields the facts stand that every vendor's hits may carry.</summary>
internal sealed record AliasDeclaration
{
    public IReadOnlyList<string> Value { get; init; } = [];

    public IReadOnlyList<string> Currency { get; init; } = [];

    public IReadOnlyList<string> TransactionId { get; init; } = [];

    public IReadOnlyList<string> ItemId { get; init; } = [];

    public IReadOnlyList<string> ItemCurrency { get; init; } = [];

    public IReadOnlyList<string> OnlyItemId { get; init; } = [];
}
