using MicroConvQA.Dictionary;

namespace MicroConvQA.Reporting.Allure;

/// <summary>How grave it is when a conversion cannot be trusted, from its tier and weight.</summary>
internal static class SeverityText
{
    public static string Of(Conversion conversion) =>
        conversion switch
        {
            { Tier: 1, Weight: >= 8 } => "blocker",
            { Tier: 1 } => "critical",
            { Weight: >= 5 } => "normal",
            { Weight: >= 3 } => "minor",
            _ => "trivial",
        };
}
