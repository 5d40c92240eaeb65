using System.Globalization;

namespace MicroConvQA.DemoShop.Markets;

/// <summary>Writes amounts as the shopper's language does: <c>1.299,00 €</c> or <c>€1,299.00</c>.</summary>
internal sealed record PriceFormat(Market Market, bool German)
{
    // Written out, because culture data differ between machines (a narrow space here, a plain one there).
    private static readonly NumberFormatInfo GermanNumbers = new() { NumberGroupSeparator = ".", NumberDecimalSeparator = "," };

    public static PriceFormat For(Market market, string acceptLanguage) =>
        new(market, acceptLanguage.TrimStart().StartsWith("de", StringComparison.OrdinalIgnoreCase));

    public string Language => German ? "de" : "en";

    public string Write(decimal amount) =>
        German
            ? amount.ToString("N2", GermanNumbers) + "\u00a0" + Market.Symbol
            : (amount < 0 ? "-" : "") + Market.Symbol + Math.Abs(amount).ToString("N2", CultureInfo.InvariantCulture);
}
