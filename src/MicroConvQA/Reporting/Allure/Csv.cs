using System.Globalization;
using System.Text;
using MicroConvQA.Source;

namespace MicroConvQA.Reporting.Allure;

/// <summary>
/// A table as CSV, which Allure shows as a table of its own theme, in full height and never as markup; an HTML attachment of a report that
/// was opened from disk is cut to 150 pixels.
/// </summary>
internal sealed class Csv
{
    public const string ContentType = "text/csv";

    // A spreadsheet takes these at a cell's beginning for a formula, and what stands here was said by a page.
    private const string FormulaStarts = "=+-@\t\r";

    private readonly StringBuilder text = new();
    private readonly ValueMask mask;

    public Csv(ValueMask mask, params string[] columns)
    {
        this.mask = mask;
        Row(columns);
    }

    public Csv Row(params string[] cells)
    {
        text.AppendJoin(',', cells.Select(cell => Quoted(ShownText.Evidence(mask.Of(cell))))).Append('\n');
        return this;
    }

    public override string ToString() => text.ToString();

    private static string Quoted(string cell)
    {
        var harmless = IsFormula(cell) ? $"'{cell}" : cell;
        return $"\"{harmless.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private static bool IsFormula(string cell) =>
        cell.Length > 0
        && FormulaStarts.Contains(cell[0], StringComparison.Ordinal)
        && !double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
}
