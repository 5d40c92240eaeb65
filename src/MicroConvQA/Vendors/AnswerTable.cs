using MicroConvQA.Source.Shapes;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Vendors;

/// <summary>The keys of an answer.</summary>
internal static class AnswerTable
{
    private const int NoContent = 204;

    private static readonly Key<IReadOnlyList<PlaceCondition>> s_where = Key.Optional(
        "where",
        VendorKinds.Where,
        "The requests for which it is.",
        "all"
    );
    private static readonly Key<int> s_status = Key.Optional(
        "status",
        Kinds.Integer(200, 299),
        "The HTTP status.",
        "200, and 204 where there is no body"
    );
    private static readonly Key<string> s_text = Key.Optional("text", Kinds.Text, "The body as text.");
    private static readonly Key<JToken> s_json = Key.Optional("json", new AnyValueKind(Kinds.Literal), "The body as JSON.");

    public static Shape Shape { get; } =
        new()
        {
            Name = "answer",
            Title = "an answer",
            KeyNoun = "key of an answer",
            Keys = [s_where, s_status, s_text, s_json],
        };

    public static ValueKind<AnswerDeclaration> Kind { get; } = Kinds.Object<AnswerDeclaration>(Shape, Build);

    private static AnswerDeclaration Build(Found found, ReadScope scope)
    {
        var (text, json) = (found.Get(s_text), found.Get(s_json)?.ToString(Formatting.None));
        if (text is not null && json is not null)
            scope.Problems.Add(found.PlaceOf(s_json), "an answer has either 'text' or 'json', not both.");
        return new AnswerDeclaration(
            found.Or(s_where, []),
            found.GetValue(s_status) ?? (text is null && json is null ? NoContent : 200),
            text,
            json
        );
    }
}
