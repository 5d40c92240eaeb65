using MicroConvQA.Source;

namespace MicroConvQA.Vendors;

/// <summary>A vendor whose wire format is written in YAML, by us or by a team.</summary>
public sealed record VendorDeclaration
{
    internal VendorDeclaration(string name, string title, VendorFormat format, SourcePlace position, SourceText source) =>
        (Name, Title, Format, Position, Source) = (name, title, format, position, source);

    /// <summary>The name that configurations use.</summary>
    public string Name { get; }

    /// <summary>What reports call it.</summary>
    public string Title { get; }

    /// <summary>The text that it was read from.</summary>
    public SourceText Source { get; }

    /// <summary>Whether a text declares a vendor, and is no journey.</summary>
    public static bool IsOne(SourceText text) =>
        YamlSource.Parse(text, new SourceProblems()).Root is SourceMapping mapping && mapping.Find(DeclarationTable.NameKey) is not null;

    internal VendorFormat Format { get; }

    internal SourcePlace Position { get; }
}
