using System.Globalization;
using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Source.Shapes;

/// <summary>The kinds of values that more than one table uses.</summary>
internal static class Kinds
{
    public static ValueKind<string> Text { get; } =
        new ScalarKind<string>("a text", Typed("string"), (SourceScalar scalar, out string? value) =>
            (value = scalar.IsText ? scalar.Text : null) is not null
        );

    /// <summary>A text where a number or a truth value is taken as it was written: what is typed into a field.</summary>
    public static ValueKind<string> Written { get; } =
        new ScalarKind<string>("a text or a number", Typed("string", "number", "boolean"), (SourceScalar scalar, out string? value) =>
            (value = scalar.IsNull ? null : scalar.Text) is not null
        );

    public static ValueKind<bool> Boolean { get; } =
        new ScalarKind<bool>("true or false", Typed("boolean"), (SourceScalar scalar, out bool value) =>
            (value = scalar.Value.Value is true) || scalar.Value.Value is false
        );

    public static ValueKind<decimal> Number { get; } = new ScalarKind<decimal>("a number", Typed("number"), TryNumber);

    /// <summary>Any single value: a text, a number or a truth value.</summary>
    public static ValueKind<JToken> Literal { get; } =
        new ScalarKind<JToken>(
            "a text, a number or a truth value",
            Typed("string", "number", "boolean"),
            (SourceScalar scalar, out JToken? value) => (value = scalar.IsNull ? null : scalar.Value) is not null
        ).Also(RefuseLeadingZero);

    /// <summary>A duration such as 5s, 300ms or 1m30s.</summary>
    public static ValueKind<TimeSpan> Duration { get; } =
        new ScalarKind<TimeSpan>(
            "a duration such as 5s, 300ms or 1m30s",
            new JObject { ["type"] = "string", ["pattern"] = DurationText.Pattern },
            (SourceScalar scalar, out TimeSpan value) => DurationText.TryParse(scalar.Text, out value)
        );

    /// <summary>A duration as a text, or milliseconds as a number, as Playwright's own options are.</summary>
    public static ValueKind<TimeSpan> Milliseconds { get; } =
        new ScalarKind<TimeSpan>(
            "a number of milliseconds or a duration such as '5s'",
            new JObject
            {
                ["anyOf"] = new JArray(
                    new JObject { ["type"] = "number", ["minimum"] = 0 },
                    new JObject { ["type"] = "string", ["pattern"] = DurationText.Pattern }
                ),
            },
            TryMilliseconds
        );

    /// <summary>A day as 2026-01-31.</summary>
    public static ValueKind<DateOnly> Date { get; } =
        new ScalarKind<DateOnly>(
            "a date such as 2026-01-31",
            new JObject { ["type"] = "string", ["pattern"] = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" },
            (SourceScalar scalar, out DateOnly value) =>
                DateOnly.TryParseExact(scalar.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out value)
        );

    /// <summary>A name of lower-case letters, digits and dashes.</summary>
    public static ValueKind<string> Name { get; } = TextOf(KeyForm.Name);

    public static ValueKind<string> TextOf(KeyForm form) =>
        new ScalarKind<string>(
            form.Description,
            new JObject { ["type"] = "string", ["pattern"] = form.Pattern },
            (SourceScalar scalar, out string? value) =>
                (value = scalar.IsText && IsOfForm(scalar.Text, form) ? scalar.Text : null) is not null
        );

    public static ValueKind<int> Integer(int least, int most) =>
        new ScalarKind<int>(
            string.Create(CultureInfo.InvariantCulture, $"a whole number from {least} to {most}"),
            new JObject
            {
                ["type"] = "integer",
                ["minimum"] = least,
                ["maximum"] = most,
            },
            (SourceScalar scalar, out int value) => TryInteger(scalar, least, most, out value)
        );

    /// <summary>One word of a closed set; a long one is described instead of listed.</summary>
    public static ValueKind<T> Choice<T>(IReadOnlyDictionary<string, T> choices, string? description = null) =>
        new ChoiceKind<T>(choices, description);

    /// <summary>The values of an enumeration, in lower case and with blanks between words.</summary>
    public static ValueKind<T> Choice<T>()
        where T : struct, Enum => Choice(Enum.GetValues<T>().ToDictionary(Words));

    /// <summary>A list, at least of one where <paramref name="least"/> says so.</summary>
    public static ValueKind<IReadOnlyList<T>> List<T>(ValueKind<T> item, string itemsName, int least = 0) =>
        new ListKind<T>(item, itemsName, allowsOne: false, least);

    /// <summary>A list, or one value that stands for a list of one.</summary>
    public static ValueKind<IReadOnlyList<T>> OneOrMore<T>(ValueKind<T> item, string itemsName, int least = 0) =>
        new ListKind<T>(item, itemsName, allowsOne: true, least);

    public static ValueKind<IReadOnlyList<MapEntry<T>>> Map<T>(string keysName, KeyForm keys, ValueKind<T> item) =>
        new MapKind<T>(keysName, keys, item);

    public static ValueKind<T> Object<T>(Shape shape, Func<Found, ReadScope, T?> build)
        where T : class => new ShapeKind<T>(shape, build);

    public static ValueKind<T> Either<T>(string description, params IReadOnlyList<ValueKind<T>> kinds) =>
        new EitherKind<T>(description, kinds);

    public static ValueKind<T> Named<T>(string name, string description, Func<ValueKind<T>> inner) =>
        new NamedKind<T>(name, description, inner);

    private static JObject Typed(params string[] types) => new() { ["type"] = types.Length == 1 ? types[0] : new JArray(types) };

    private static bool IsOfForm(string text, KeyForm form) =>
        Regex.IsMatch(text, form.Pattern, RegexOptions.None, TimeSpan.FromSeconds(1));

    private static string Words<T>(T value)
        where T : struct, Enum => Regex.Replace(value.ToString(), "(?<!^)([A-Z])", " $1").ToLowerInvariant();

    private static void RefuseLeadingZero(JToken value, SourceNode node, ReadScope scope)
    {
        if (node is SourceScalar { HasLeadingZero: true } scalar)
            scope.Problems.Add(scalar.Place, $"{scalar.Text} reads as the number {value}. Put it in quotes if it is a text.");
    }

    private static bool TryNumber(SourceScalar scalar, out decimal value)
    {
        value = 0;
        if (scalar.Value.Value is not (long or decimal))
            return false;
        value = Convert.ToDecimal(scalar.Value.Value, CultureInfo.InvariantCulture);
        return true;
    }

    private static bool TryInteger(SourceScalar scalar, int least, int most, out int value)
    {
        var isInRange = scalar.Value.Value is long number && number >= least && number <= most;
        value = isInRange ? (int)(long)scalar.Value.Value! : 0;
        return isInRange;
    }

    private static bool TryMilliseconds(SourceScalar scalar, out TimeSpan value)
    {
        if (!TryNumber(scalar, out var number))
            return DurationText.TryParse(scalar.Text, out value);
        var isInRange = number is >= 0 and <= int.MaxValue;
        value = isInRange ? TimeSpan.FromMilliseconds((double)number) : default;
        return isInRange;
    }
}
