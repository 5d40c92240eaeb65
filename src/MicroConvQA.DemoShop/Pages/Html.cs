using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text;

namespace MicroConvQA.DemoShop.Pages;

/// <summary>Markup that is safe to send: whatever was put into it by interpolation has been encoded.</summary>
internal readonly record struct Html(string Markup)
{
    public static Html Empty { get; } = new("");

    public static Html Of(Interpolation markup) => new(markup.ToString());

    public static Html Each<T>(IEnumerable<T> values, Func<T, Html> render) =>
        new(string.Concat(values.Select(value => render(value).Markup)));

    public static Html When(bool condition, Func<Html> render) => condition ? render() : Empty;

    public override string ToString() => Markup;

    /// <summary>Writes literals as they stand and encodes every hole that is not markup already.</summary>
    [InterpolatedStringHandler]
    internal readonly ref struct Interpolation(int literalLength, int holes)
    {
        private readonly StringBuilder _text = new(literalLength + 32 * holes);

        public void AppendLiteral(string literal) => _text.Append(literal);

        public void AppendFormatted(Html markup) => _text.Append(markup.Markup);

        public void AppendFormatted(string? text) => _text.Append(WebUtility.HtmlEncode(text));

        public void AppendFormatted(int number) => _text.Append(CultureInfo.InvariantCulture, $"{number}");

        public override string ToString() => _text.ToString();
    }
}
