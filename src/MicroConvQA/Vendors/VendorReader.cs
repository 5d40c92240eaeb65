using MicroConvQA.Source;
using MicroConvQA.Source.Shapes;

namespace MicroConvQA.Vendors;

/// <summary>Reads declared vendors, one a text; it touches no disk.</summary>
/// <param name="known">The vendors that there are already.</param>
/// <param name="builtIn">The declared vendors among those.</param>
internal sealed class VendorReader(IReadOnlyList<KnownVendor> known, IReadOnlyList<VendorDeclaration> builtIn)
{
    /// <summary>Reads all vendors; null where not even all their names could be read.</summary>
    public IReadOnlyList<VendorDeclaration>? Read(IReadOnlyList<SourceText> texts, SourceProblems problems)
    {
        var vendors = texts.Select(text => Read(text, problems)).ToList();
        var read = vendors.OfType<VendorDeclaration>().ToList();
        foreach (var vendor in read)
            RefuseTwin(vendor, read, problems);
        EndpointClash.Check(read, builtIn, [.. known.Where(vendor => builtIn.All(declared => declared.Name != vendor.Name))], problems);
        return read.Count == vendors.Count ? read : null;
    }

    private static VendorDeclaration? Read(SourceText text, SourceProblems problems)
    {
        var scope = new ReadScope(problems);
        var document = YamlSource.Parse(text, problems);
        var found = document.Root is SourceUnreadable ? null : DeclarationTable.Shape.Read(document.Root, "a vendor", scope);
        return found is null ? null : DeclarationTable.Build(found, text, scope);
    }

    private void RefuseTwin(VendorDeclaration vendor, IReadOnlyList<VendorDeclaration> all, SourceProblems problems)
    {
        if (known.Any(other => other.Name == vendor.Name))
            problems.Add(
                vendor.Position,
                $"there is a vendor '{vendor.Name}' already: it comes with the tool. Give this one another name."
            );
        else if (all.FirstOrDefault(other => other.Name == vendor.Name && !ReferenceEquals(other, vendor)) is { } twin)
            problems.Add(vendor.Position, $"two vendors are named '{vendor.Name}'; the other is at {twin.Position}. Rename one.");
    }
}
