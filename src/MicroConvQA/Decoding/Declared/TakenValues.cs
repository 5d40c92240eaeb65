using MicroConvQA.Vendors;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Decoding.Declared;

/// <summary>What of a request has found its place on a hit, so that the rest can be kept without saying anything twice.</summary>
internal sealed class TakenValues
{
    private readonly HashSet<JToken> _inJson = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<(PlaceRoot, string)> _fields = [];

    public void Add(LocatedValue found)
    {
        if (found.Root is PlaceRoot.Query or PlaceRoot.Form)
            _fields.Add((found.Root, found.Name));
        else if (found.Root == PlaceRoot.Body)
            _inJson.Add(found.Value);
    }

    public bool Has(JToken value) => _inJson.Contains(value);

    public bool Has(LocatedValue found) => Has(found.Value) || HasField(found.Root, found.Name);

    public bool HasField(PlaceRoot root, string name) => _fields.Contains((root, name));
}
