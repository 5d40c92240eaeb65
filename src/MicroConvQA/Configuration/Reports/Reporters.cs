namespace MicroConvQA.Configuration.Reports;

/// <summary>The names of the reports that the configuration's <c>reporter</c> may ask for.</summary>
internal static class Reporters
{
    /// <summary>The console: progress, table and failures.</summary>
    public const string List = "list";

    /// <summary>Allure result files and the HTML report.</summary>
    public const string Allure = "allure";

    /// <summary>The run as JSON.</summary>
    public const string Json = "json";

    /// <summary>JUnit XML.</summary>
    public const string JUnit = "junit";

    /// <summary>Annotations of GitHub Actions.</summary>
    public const string GitHub = "github";

    public static IReadOnlyList<string> All { get; } = [List, Allure, Json, JUnit, GitHub];

    /// <summary>The reports where the configuration asks for none.</summary>
    public static IReadOnlyList<string> Default { get; } = [List, Allure];
}
