namespace MicroConvQA.Dictionary;

/// <summary>One line of a conversion's change log.</summary>
public sealed record HistoryEntry(DateOnly Date, string Change);
