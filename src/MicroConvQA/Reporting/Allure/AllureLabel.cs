namespace MicroConvQA.Reporting.Allure;

/// <summary>A label of an Allure result: epic, feature, story, severity, owner, tag …</summary>
internal sealed record AllureLabel(string Name, string Value);
