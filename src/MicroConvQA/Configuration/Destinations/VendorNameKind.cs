using System.Diagnostics.CodeAnalysis;
using MicroConvQA.Source;
using MicroConvQA.Source.Shapes;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Configuration.Destinations;

/// <summary>A vendor's name, which is looked up once the workspace's own vendors are read.</summary>
/// <param name="vendors">The vendors that come with the tool, for editors to offer.</param>
internal sealed class VendorNameKind(IReadOnlyCollection<string> vendors) : ValueKind<string>
{
    public override string Description => "a vendor's name";

    public override bool Fits(SourceNode node) => Kinds.Name.Fits(node);

    public override JObject Schema(SchemaDefinitions definitions) =>
        new() { ["anyOf"] = new JArray(new JObject { ["enum"] = new JArray(vendors) }, Kinds.Name.Schema(definitions)) };

    public override bool TryRead(SourceNode node, string subject, ReadScope scope, [MaybeNullWhen(false)] out string value)
    {
        value = null;
        if (node is not SourceScalar { IsText: true } name)
            return Refuse(node, subject, scope);
        value = name.Text;
        scope.Note(ReferenceKind.Vendor, value, name.Place);
        return true;
    }
}
