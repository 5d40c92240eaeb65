using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Browser.Acting;

/// <summary>
/// Reads a number or an amount of money as the shop's locale writes it: <c>1.299,00 €</c>, <c>€1,299.00</c>, <c>1 299,- kr</c>.
/// </summary>
internal static partial class LocalNumber
{
    // More digits are an identifier's, and would not survive as a number in every report.
    private const int MostDigits = 15;

    // Not any three capitals: "SKU 123" is no amount.
    private static readonly HashSet<string> Currencies =
    [
        .. CultureInfo.GetCultures(CultureTypes.SpecificCultures).Select(culture => new RegionInfo(culture.Name).ISOCurrencySymbol),
    ];

    /// <summary>The number, where the whole text is one; else the text as it is.</summary>
    /// <param name="text">The page's text, already trimmed.</param>
    /// <param name="culture">The locale that the page is written in.</param>
    public static JToken ValueOf(string text, CultureInfo culture) =>
        NumberIn(text, culture) ?? NumberIn(text, CultureInfo.InvariantCulture) ?? new JValue(text);

    /// <summary>The same of what a page writes for machines, such as an attribute: the invariant notation goes first.</summary>
    public static JToken ValueOfMachineText(string text, CultureInfo culture) =>
        NumberIn(text, CultureInfo.InvariantCulture) ?? NumberIn(text, culture) ?? new JValue(text);

    private static JValue? NumberIn(string text, CultureInfo culture)
    {
        var match = Amount().Match(Plain(text).Trim());
        var currencies = new[] { match.Groups["before"].Value, match.Groups["after"].Value }.Where(text => text.Length > 0).ToList();
        if (!match.Success || currencies.Count > 1 || currencies.Any(text => IsCode(text) && !Currencies.Contains(text)))
            return null;

        var digits = WithoutGroups(match.Groups["number"].Value, culture.NumberFormat);
        if (digits is null || IsIdentifier(digits))
            return null;

        var isNegative = match.Groups["sign"].Length > 0;
        return digits.Contains('.', StringComparison.Ordinal)
            ? new JValue(decimal.Parse((isNegative ? "-" : "") + digits, CultureInfo.InvariantCulture))
            : new JValue(long.Parse((isNegative ? "-" : "") + digits, CultureInfo.InvariantCulture));
    }

    /// <summary>Typographic spaces, apostrophes and minus signs become the plain ones, so that one notation is left of each.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var letter in text)
            plain.Append(
                letter switch
                {
                    '\u00A0' or '\u202F' or '\u2009' => ' ',
                    '\u2019' or '\u02BC' => '\'',
                    '\u2212' => '-',
                    _ => letter,
                }
            );
        return plain.ToString();
    }

    /// <summary>The digits with a point for the decimals, or null where they are not grouped as the locale groups them.</summary>
    private static string? WithoutGroups(string number, NumberFormatInfo format) =>
        new[] { Plain(format.CurrencyGroupSeparator), Plain(format.NumberGroupSeparator), "'", " " }
            .Where(group => group.Length > 0)
            .Select(group =>
                WithoutGroups(NoCents().Replace(number, ""), group, Plain(format.CurrencyDecimalSeparator), format.CurrencyGroupSizes)
            )
            .FirstOrDefault(digits => digits is not null);

    private static string? WithoutGroups(string number, string group, string point, int[] sizes)
    {
        var parts = number.Split(point);
        if (group == point || parts.Length > 2 || parts.Length == 2 && !IsDigits(parts[1]))
            return null;

        var groups = parts[0].Split(group);
        return groups.All(IsDigits) && AreGrouped(groups, sizes) ? string.Concat(groups) + (parts.Length == 2 ? "." + parts[1] : "") : null;
    }

    /// <summary>
    /// From the right, each group has its locale's size and only the first may be shorter; a number without groups is fine.
    /// </summary>
    private static bool AreGrouped(string[] groups, int[] sizes)
    {
        for (var fromRight = 0; fromRight < groups.Length && groups.Length > 1; fromRight++)
        {
            var size = sizes.Length == 0 ? 3 : sizes[Math.Min(fromRight, sizes.Length - 1)];
            var length = groups[groups.Length - 1 - fromRight].Length;
            if (fromRight == groups.Length - 1 ? length > size : length != size)
                return false;
        }

        return true;
    }

    private static bool IsCode(string text) => text.Length == 3 && text.All(char.IsAsciiLetterUpper);

    private static bool IsDigits(string text) => text.Length > 0 && text.All(char.IsAsciiDigit);

    /// <summary>Postcodes, order numbers and article codes begin with a zero or are longer than amounts are.</summary>
    private static bool IsIdentifier(string digits) =>
        digits.Length > 1 && digits[0] == '0' && digits[1] != '.' || digits.Length > MostDigits;

    // Currency symbols and codes stand before or after; 1.299,- and 1.299,– are amounts without cents.
    [GeneratedRegex(
        @"^(?<sign>-)?(?<before>\p{Sc}|[A-Z]{1,3}\p{Sc}|[A-Z]{3}|kr\.?|Fr\.|zł|Kč|R\$)?\s?(?<sign>-)?(?<number>[0-9](?:[0-9 .,']*[0-9])?(?:[.,][-–—])?)\s?(?<after>\p{Sc}|[A-Z]{3}|kr\.?|Fr\.|zł|Kč|лв\.?)?$"
    )]
    private static partial Regex Amount();

    [GeneratedRegex("[.,][-–—]$")]
    private static partial Regex NoCents();
}
