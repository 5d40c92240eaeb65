using System.Net;
using System.Text;
using MicroConvQA.Dictionary;
using MicroConvQA.Judging;

namespace MicroConvQA.Reporting.Allure;

/// <summary>What a test is about, in the business's words, for those who do not read checklists.</summary>
internal static class ConversionDescription
{
    public static string Of(Conversion conversion, ExpectationVerdict verdict, AllureWalk context)
    {
        var html = new StringBuilder();
        html.Append("<p>").Append(WebUtility.HtmlEncode(conversion.Definition)).Append("</p><ul>");
        Append(html, "Trigger", conversion.Trigger);
        Append(html, "Counted", $"once per {conversion.Counting.ToString().ToLowerInvariant()}");
        Append(html, "Importance", $"tier {conversion.Tier}, weight {conversion.Weight} of 10");
        Append(html, "Owner", conversion.Owner);
        Append(html, "Expected in step", $"{verdict.StepTitle} ({verdict.Expectation.Place})");
        Append(html, "Last change", LastChange(conversion.History));
        Append(html, context.WalkEntry, context.NameOfWalkedTest);
        return html.Append("</ul>").ToString();
    }

    private static string? LastChange(IReadOnlyList<HistoryEntry> history) =>
        history.MaxBy(entry => entry.Date) is { } last ? $"{last.Date:yyyy-MM-dd}: {last.Change}" : null;

    private static void Append(StringBuilder html, string name, string? value)
    {
        if (value is not null)
            html.Append("<li><b>").Append(name).Append(":</b> ").Append(WebUtility.HtmlEncode(value)).Append("</li>");
    }
}
