namespace MicroConvQA.Reporting.Allure;

/// <summary>One test of the report with the files that it attaches.</summary>
internal sealed record AllureTest(AllureResult Result, IReadOnlyList<AttachedFile> Files);
