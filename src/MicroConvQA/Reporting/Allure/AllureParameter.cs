namespace MicroConvQA.Reporting.Allure;

/// <summary>A parameter of an Allure result or step; an excluded one is shown but is no part of the test's identity.</summary>
internal sealed record AllureParameter(string Name, string Value, bool Excluded = false);
