namespace MicroConvQA.Reporting.Allure;

/// <summary>A file beside the result that the report shows.</summary>
internal sealed record AllureAttachment(string Name, string Source, string Type);
