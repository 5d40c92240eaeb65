namespace MicroConvQA.Reporting.Allure;

/// <summary>
/// Takes Allure's own Google tag out of a report: whoever opens it would be reported to Google Analytics, and Allure 3.18 has no switch
/// for it. A report about what leaves a machine must not send anything itself.
/// </summary>
internal static class AllureTelemetry
{
    private const string Loader = "<script async src=\"https://www.googletagmanager.com/gtag/js";
    private const string ScriptEnd = "</script>";

    public static string RemovedFrom(string html)
    {
        var start = html.IndexOf(Loader, StringComparison.Ordinal);
        if (start < 0)
            return html;
        var loaderEnd = html.IndexOf(ScriptEnd, start, StringComparison.Ordinal) + ScriptEnd.Length;
        var callEnd = html.IndexOf(ScriptEnd, loaderEnd, StringComparison.Ordinal) + ScriptEnd.Length;
        return html[..start] + html[callEnd..];
    }
}
