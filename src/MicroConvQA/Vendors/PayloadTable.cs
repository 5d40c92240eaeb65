using MicroConvQA.Source.Shapes;

namespace MicroConvQA.Vendors;

/// <summary>The keys that say how a request on anybody's host is known to be the vendor's.</summary>
internal static class PayloadTable
{
    private static readonly Key<IReadOnlyList<PlaceCondition>> s_where = Key.Required(
        "where",
        VendorKinds.Where,
        "What must stand at places of the request or of its first entry; strict enough that it is nobody else's."
    );

    private static readonly Key<IReadOnlyList<string>> s_keys = Key.Optional(
        "keys",
        Kinds.OneOrMore(Kinds.Text, "field names"),
        "Fields of a query, form or JSON body for which a request is looked at though its path is not among the endpoints.",
        "only the endpoints' paths"
    );

    public static Shape Shape { get; } =
        new()
        {
            Name = "payload",
            Title = "'payload'",
            KeyNoun = "key of a payload",
            Keys = [s_where, s_keys],
        };

    public static ValueKind<PayloadDeclaration> Kind { get; } =
        Kinds.Object<PayloadDeclaration>(Shape, (found, _) => new PayloadDeclaration(found.Or(s_where, []), found.Or(s_keys, [])));
}
