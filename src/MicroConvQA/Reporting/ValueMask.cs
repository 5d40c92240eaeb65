using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using MicroConvQA.Recording;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Reporting;

/// <summary>
/// Takes what must not stand in a report out of its texts: secrets become <c>•••</c>, the made-up person of a walk becomes the name of
/// what was found, <c>[person.email]</c>; plain, in any case, percent-encoded, as a form sends it and as base64.
/// </summary>
internal sealed class ValueMask
{
    private const string Secret = "•••";

    // A shorter text is found everywhere by chance.
    private const int ShortestValue = 4;
    private const int UnmistakableLength = 8;

    private readonly Dictionary<string, string> replacements = new(StringComparer.OrdinalIgnoreCase);
    private readonly Regex? finder;

    public ValueMask(JourneyRecording recording, IEnumerable<string> secrets)
    {
        foreach (var secret in secrets)
            Add(secret, Secret);
        foreach (var (name, value) in PersonOf(recording.Variables))
            Add(value, $"[{name}]");
        if (replacements.Count > 0)
            finder = new Regex(string.Join("|", Patterns()), RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
    }

    private ValueMask() { }

    /// <summary>Hides nothing: of what was never walked there is nothing to hide.</summary>
    public static ValueMask None { get; } = new();

    public string Of(string text) => finder?.Replace(text, match => replacements[match.Value]) ?? text;

    /// <summary>The same with every text in it masked; names of properties stay.</summary>
    public JToken Of(JToken token)
    {
        switch (token)
        {
            case JValue { Value: string text }:
                return new JValue(Of(text));
            case JObject json:
                return new JObject(json.Properties().Select(property => new JProperty(property.Name, Of(property.Value))));
            case JArray array:
                return new JArray(array.Select(Of));
            default:
                return token;
        }
    }

    private static IEnumerable<(string Name, string Value)> PersonOf(IReadOnlyDictionary<string, JToken> variables) =>
        from variable in variables
        where variable.Key == "person" || variable.Key.StartsWith("person.", StringComparison.Ordinal)
        from leaf in variable.Value is JContainer container ? container.Descendants().OfType<JValue>() : [(JValue)variable.Value]
        where leaf.Value is not null
        select (leaf.Path.Length == 0 ? variable.Key : NameOf(variable.Key, leaf.Path), leaf.ToString(CultureInfo.InvariantCulture));

    private static string NameOf(string variable, string path) =>
        path.StartsWith(variable, StringComparison.Ordinal) ? path : $"{variable}.{path}";

    private void Add(string value, string replacement)
    {
        if (value.Length < ShortestValue)
            return;
        foreach (var spelling in SpellingsOf(value))
            replacements.TryAdd(spelling, replacement);
    }

    private static IEnumerable<string> SpellingsOf(string value) =>
        [
            value,
            Uri.EscapeDataString(value),
            Uri.EscapeDataString(value).Replace("%20", "+", StringComparison.Ordinal),
            Uri.EscapeDataString(Uri.EscapeDataString(value)),
            Convert.ToBase64String(Encoding.UTF8.GetBytes(value)).TrimEnd('='),
        ];

    // A short value, such as a town, must stand alone, or it is found within words; a percent-escape before it ends no word.
    private IEnumerable<string> Patterns() =>
        from value in replacements.Keys
        orderby value.Length descending, value
        let pattern = Regex.Escape(value)
        select value.Length >= UnmistakableLength
            ? pattern
            : $"(?:(?<![\\p{{L}}\\p{{N}}])|(?<=%(?:25)*[0-9a-f]{{2}})){pattern}(?![\\p{{L}}\\p{{N}}])";
}
