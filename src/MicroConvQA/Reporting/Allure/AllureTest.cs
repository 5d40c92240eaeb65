namespace MicroConvQA.Reporting.Allure;

/// <summary>One test of the report with the files that it attaches.</summary>
internal sealed record AllureTest(AllureResult Result, IReadOnlyList<AttachedFile> Files);

/// <summary>A file that goes beside the results: its bytes, or the file that it is a copy of.</summary>
internal sealed record AttachedFile(string Source, byte[]? Content, string? CopyOf);
