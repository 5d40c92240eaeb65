using Newtonsoft.Json.Linq;

namespace MicroConvQA.Decoding.Content;

/// <summary>
/// Where every decoder keeps what the SDK adds by itself (counters, screen size, build numbers): nested under <c>wire</c>, as sent, so that
/// it is reachable (<c>wire._s</c>) and does not stand between the shop's own parameters.
/// </summary>
public static class WireFields
{
    public const string Name = "wire";

    private const string Hidden =
        $"A parameter of the shop is called '{Name}' and hides the SDK's own fields, which are kept under that name.";

    /// <summary>Adds them to the parameters; returns a sentence where a parameter of the shop's own has that name and hides them.</summary>
    public static string? Attach(JObject parameters, JObject wire)
    {
        if (wire.Count == 0)
            return null;
        if (parameters.ContainsKey(Name))
            return Hidden;
        parameters[Name] = wire;
        return null;
    }
}
