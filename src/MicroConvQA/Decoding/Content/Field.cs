namespace MicroConvQA.Decoding.Content;

/// <summary>One field of a query or form, percent-decoded.</summary>
public readonly record struct Field(string Name, string Value);
