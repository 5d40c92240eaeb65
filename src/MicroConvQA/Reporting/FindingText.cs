using System.Text;
using MicroConvQA.Judging.Findings;
using MicroConvQA.Source;

namespace MicroConvQA.Reporting;

/// <summary>A finding in words: one line that names it, and the evidence below.</summary>
internal static class FindingText
{
    /// <summary><c>Duplicate: 'add_to_cart' was sent twice to Google Analytics 4.</c></summary>
    public static string Line(Finding finding) =>
        ShownText.Line((finding.IsWarning ? "Warning: " : "") + $"{FindingKindText.Of(finding.Kind)}: {finding.Message}");

    /// <summary>The line, and below it what most likely caused it.</summary>
    public static string Summary(Finding finding) =>
        finding.LikelyCause is null ? Line(finding) : $"{Line(finding)}\n  Likely cause: {ShownText.Line(finding.LikelyCause)}";

    /// <summary>
    /// The one shape of all findings: what is wrong, where (journey, step, the author's line), what was expected and found, the evidence,
    /// the likely cause and the next move, one a line.
    /// </summary>
    public static string Evidence(Finding finding)
    {
        var text = new StringBuilder();
        text.Append(Line(finding)).Append('\n');
        Append(
            text,
            "where",
            string.Join(
                ", ",
                new[] { finding.Journey, finding.Step is null ? null : $"step '{finding.Step}'", finding.Place.ToString() }.Where(part =>
                    part is not null
                )
            )
        );
        Append(text, "expected", finding.Expected);
        Append(text, "found", finding.Found);
        foreach (var difference in finding.Differences.Where(difference => !difference.Holds))
            Append(text, difference.Parameter, $"must {difference.Expected}, but {FoundIn(difference)}");
        foreach (var sender in finding.Senders)
            Append(text, "sender", SenderLine(sender));
        Append(text, "seen beside", finding.SeenBeside);
        if (finding.Requests.Count > 0)
            Append(
                text,
                "evidence",
                $"{string.Join(", ", finding.Requests.Select(number => $"request {number}"))}{(finding.Screenshot is null ? "" : $"; {finding.Screenshot}")}"
            );
        else
            Append(text, "evidence", finding.Screenshot);
        Append(text, "likely cause", finding.LikelyCause);
        Append(text, "next move", finding.NextMove);
        return text.ToString();
    }

    /// <summary><c>request 12: /js/shop.js:10:5 (addToCart); push: request 11 by …; event: on click of button#buy</c></summary>
    public static string SenderLine(HitSender sender) =>
        $"request {sender.Request}: {sender.Sender}{(sender.Push is null ? "" : $"; push: {sender.Push}")}{(sender.Event is null ? "" : $"; {sender.Event}")}";

    /// <summary>What a parameter turned out to be: <c>is '49'</c>, <c>is absent</c>.</summary>
    public static string FoundIn(ParameterDifference difference) => difference.Found is null ? "is absent" : $"is {difference.Found}";

    private static void Append(StringBuilder text, string name, string? value)
    {
        if (value is not null)
            text.Append(ShownText.Line($"  {$"{name}: ".PadRight(15)}{value}")).Append('\n');
    }
}
