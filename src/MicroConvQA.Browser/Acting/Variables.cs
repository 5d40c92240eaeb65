using MicroConvQA.Configuration.Sites;
using MicroConvQA.Journeys;
using MicroConvQA.Planning;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Browser.Acting;

/// <summary>
/// The variables of one walk: the journey's, its matrix row's, the canary person's, the environment's, and what was remembered.
/// </summary>
internal sealed class Variables
{
    /// <summary>What stands in an artifact in a secret's place.</summary>
    public const string Masked = "•••";

    private readonly Dictionary<string, JToken> _values = [];
    private readonly Func<string, string?> _environment;
    private readonly HashSet<string> _secretNames;

    // What the page or the environment said is taken as it stands: a price of "$total" is no reference.
    private readonly HashSet<string> _literal = [];

    /// <param name="walk">The walk whose journey and row give values.</param>
    /// <param name="person">The walk's canary.</param>
    /// <param name="environment">Reads an environment variable; null = not set.</param>
    /// <param name="secrets">Names of environment variables whose values no artifact may hold.</param>
    public Variables(Walk walk, CanaryPerson person, Func<string, string?> environment, IEnumerable<string> secrets)
    {
        _environment = environment;
        _secretNames = [.. secrets];

        foreach (var (name, value) in person.Parts)
            _values[name] = value;
        foreach (var (name, value) in walk.Journey.Variables)
            _values[name] = value;
        foreach (var (name, value) in walk.Row?.Values ?? new Dictionary<string, JToken>())
            _values[name] = value;
    }

    /// <summary>The values of the secrets that are set, so that artifacts can be searched for them.</summary>
    public IReadOnlyList<string> Secrets =>
        [.. _secretNames.Select(_environment).OfType<string>().Where(value => value.Length > 0).Distinct()];

    public void Remember(string name, JToken value)
    {
        _values[name] = value;
        _literal.Add(name);
    }

    /// <summary>A text with every <c>$name</c> replaced by its value as text, and <c>$$</c> by a dollar sign.</summary>
    public string Text(string template) => VariableText.ExpandToText(template, name => ValueOf(name, []));

    /// <summary>Whether a text draws on a secret, directly or through another variable.</summary>
    public bool HoldsSecret(string template) =>
        Text(template) is var text && Secrets.Any(secret => text.Contains(secret, StringComparison.Ordinal));

    /// <summary>All variables for the recording, with secrets replaced and references resolved.</summary>
    public IReadOnlyDictionary<string, JToken> Snapshot() =>
        _values.Keys.Order(StringComparer.Ordinal).ToDictionary(name => name, name => Mask(ValueOrTemplate(name)));

    /// <summary>What a site asks for, with the variables' values.</summary>
    public SiteAccess In(SiteAccess access) =>
        access with
        {
            UserName = access.UserName is null ? null : Text(access.UserName),
            Password = access.Password is null ? null : Text(access.Password),
            Headers = access.Headers.ToDictionary(header => header.Key, header => Text(header.Value)),
        };

    // A variable that nobody used may refer to what is not set; that must not cost the recording.
    private JToken ValueOrTemplate(string name)
    {
        try
        {
            return ValueOf(name, []);
        }
        catch (WalkBrokenException)
        {
            return _values[name];
        }
    }

    private JToken ValueOf(string name, HashSet<string> under)
    {
        if (VariableText.EnvironmentNameIn(name) is { } variable)
            return FromEnvironment(name, variable);
        if (!under.Add(name))
            throw new WalkBrokenException($"The variable '${name}' refers to itself. Give it a value of its own.");
        if (!_values.TryGetValue(name, out var value))
            throw new WalkBrokenException(
                $"The variable '${name}' has no value yet. Remember it in an earlier action, or set it under vars."
            );

        var resolved = _literal.Contains(name) ? value : Resolved(value, under);
        under.Remove(name);
        return resolved;
    }

    /// <summary>A whole-string reference takes the other variable's type; one inside a text is put in as text.</summary>
    private JToken Resolved(JToken value, HashSet<string> under) =>
        value.Type == JTokenType.String ? VariableText.Expand(value.Value<string>()!, name => ValueOf(name, under)) : value;

    private JToken FromEnvironment(string name, string variable)
    {
        var value = _environment(variable)
            ?? throw new WalkBrokenException(
                $"The environment variable {variable} is not set, and '${name}' is needed. Set it before the run."
            );
        _values[name] = value;
        return value;
    }

    private JToken Mask(JToken value) =>
        value.Type == JTokenType.String && Secrets.Any(secret => value.Value<string>()!.Contains(secret, StringComparison.Ordinal))
            ? Masked
            : value;
}
