namespace MicroConvQA.Reporting.Allure;

/// <summary>A link of an Allure result.</summary>
internal sealed record AllureLink(string Name, string Url, string Type);
