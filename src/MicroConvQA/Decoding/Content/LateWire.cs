using Newtonsoft.Json.Linq;

namespace MicroConvQA.Decoding.Content;

/// <summary>
/// Parameters whose <c>wire</c> is put together when somebody first asks for it: an SDK's own fields are most of what it sends, and seldom read.
/// </summary>
internal sealed class LateWire : JObject
{
    private List<Field>? _wire;

    /// <summary>Keeps fields for the wire; where there are none, there will be no <c>wire</c>.</summary>
    public void Keep(List<Field> wire) => _wire = wire.Count > 0 ? wire : null;

    /// <summary>The parameters of a hit with their wire. Safe for several threads at once.</summary>
    public static JObject Complete(JObject parameters)
    {
        if (parameters is LateWire late && Volatile.Read(ref late._wire) is { } wire)
            late.Attach(wire);
        return parameters;
    }

    private void Attach(List<Field> fields)
    {
        lock (fields)
        {
            if (_wire is null)
                return;
            var wire = new JObject();
            foreach (var (name, value) in fields)
                wire[name] = value;
            this[WireFields.Name] = wire;
            Volatile.Write(ref _wire, null);
        }
    }
}
