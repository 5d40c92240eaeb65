using MicroConvQA.Source.Shapes;

namespace MicroConvQA.Vendors;

/// <summary>The keys of a case.</summary>
internal static class CaseTable
{
    private static readonly Key<IReadOnlyList<PlaceCondition>> s_where = Key.Required(
        "where",
        VendorKinds.Where,
        "What must stand at places of the request or the entry."
    );

    public static Shape Shape { get; } =
        new()
        {
            Name = "case",
            Title = "a case",
            KeyNoun = "key of a case",
            Keys = [s_where, .. HitTable.OfCase],
        };

    public static ValueKind<CaseDeclaration> Kind { get; } =
        Kinds.Object<CaseDeclaration>(Shape, (found, _) => new CaseDeclaration(found.Or(s_where, []), HitTable.Build(found)));
}
