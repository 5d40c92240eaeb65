using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Source;

/// <summary>What an unquoted YAML scalar stands for, by the YAML 1.2 core schema (https://yaml.org/spec/1.2.2/#103-core-schema).</summary>
internal static partial class CoreSchema
{
    /// <summary>Infinity and not-a-number stay texts: no hit can carry them.</summary>
    public static JValue Resolve(string text) =>
        text switch
        {
            "" or "~" or "null" or "Null" or "NULL" => JValue.CreateNull(),
            "true" or "True" or "TRUE" => new JValue(true),
            "false" or "False" or "FALSE" => new JValue(false),
            _ when Integer().IsMatch(text) => Whole(
                BigInteger.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture),
                text
            ),
            _ when Hexadecimal().IsMatch(text) => Whole(
                BigInteger.Parse("0" + text[2..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture),
                text
            ),
            _ when Octal().IsMatch(text) => Whole(text[2..].Aggregate(BigInteger.Zero, (sum, digit) => (sum * 8) + (digit - '0')), text),
            _ when Float().IsMatch(text) => Fraction(text),
            _ => new JValue(text),
        };

    private static JValue Whole(BigInteger number, string text) =>
        number >= long.MinValue && number <= long.MaxValue ? new JValue((long)number)
        : BigInteger.Abs(number) <= new BigInteger(decimal.MaxValue) ? new JValue((decimal)number)
        : new JValue(text);

    private static JValue Fraction(string text)
    {
        if (decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact))
            return new JValue(exact);
        var near = double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
        return double.IsFinite(near) ? new JValue(near) : new JValue(text);
    }

    // Numbers of more digits than any hit carries are texts; the bound also keeps parsing quick.
    [GeneratedRegex("^[-+]?[0-9]{1,100}$")]
    private static partial Regex Integer();

    [GeneratedRegex("^0x[0-9a-fA-F]{1,100}$")]
    private static partial Regex Hexadecimal();

    [GeneratedRegex("^0o[0-7]{1,100}$")]
    private static partial Regex Octal();

    [GeneratedRegex(@"^[-+]?(\.[0-9]{1,100}|[0-9]{1,100}(\.[0-9]{0,100})?)([eE][-+]?[0-9]{1,5})?$")]
    private static partial Regex Float();
}
