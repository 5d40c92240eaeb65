namespace MicroConvQA.Reporting.Allure;

/// <summary>A file that goes beside the results: its bytes, or the file that it is a copy of.</summary>
internal sealed record AttachedFile(string Source, byte[]? Content, string? CopyOf);
