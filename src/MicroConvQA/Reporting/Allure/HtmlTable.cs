using System.Net;
using System.Text;

namespace MicroConvQA.Reporting.Allure;

/// <summary>A table as a small HTML page of its own. Whatever a page or a hit says is put in as text, never as markup.</summary>
internal sealed class HtmlTable(params string[] columns)
{
    // Grey and half-transparent colours, so that it reads on the report's light and dark themes alike.
    private const string Style = """
        body{font:13px/1.45 system-ui,sans-serif;margin:8px}
        table{border-collapse:collapse;width:100%}
        th,td{text-align:left;vertical-align:top;padding:5px 10px;border-bottom:1px solid rgba(128,128,128,.3);overflow-wrap:anywhere}
        th{font-weight:600;opacity:.7}
        td:first-child{white-space:nowrap}
        tr.bad td{background:rgba(229,57,53,.14)}
        tr.mute td{opacity:.6}
        """;

    private readonly StringBuilder rows = new();

    public HtmlTable Row(string? cssClass, params string[] cells)
    {
        rows.Append(cssClass is null ? "<tr>" : $"<tr class=\"{cssClass}\">");
        foreach (var cell in cells)
            rows.Append("<td>").Append(WebUtility.HtmlEncode(cell)).Append("</td>");
        rows.Append("</tr>\n");
        return this;
    }

    public override string ToString() =>
        $"<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><style>{Style}</style></head><body><table><thead><tr>"
        + string.Concat(columns.Select(column => $"<th>{WebUtility.HtmlEncode(column)}</th>"))
        + $"</tr></thead><tbody>\n{rows}</tbody></table></body></html>\n";
}
