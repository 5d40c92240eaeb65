using MicroConvQA.Journeys.Actions;
using MicroConvQA.Source.Shapes;

namespace MicroConvQA.Journeys.Variants;

/// <summary>The keys by which a journey says what its variants need to know.</summary>
internal static class VariantFactsTable
{
    private static readonly Key<string> s_step = Key.Required(
        "step",
        Kinds.Name,
        "The id of the step that puts the product into the cart."
    );
    private static readonly Key<IReadOnlyList<StepAction>> s_do = Key.Required(
        "do",
        ActionTable.List,
        "What sets the quantity to 3; it is done before the step's last click."
    );
    private static readonly Key<string> s_start = Key.Required(
        "start",
        JourneyKinds.Template,
        "The first page, which switches to that currency."
    );
    private static readonly Key<string> s_is = Key.Required("is", Kinds.Text, "The currency's ISO 4217 code.");
    private static readonly Key<IReadOnlyList<string>> s_except = Key.Optional(
        "except",
        Kinds.OneOrMore(Kinds.Text, "parameters"),
        "Parameters whose conditions hold in the journey's own market only, such as a tax rate.",
        "none"
    );

    private static readonly Key<string> s_after = Key.Optional(
        "after",
        Kinds.Name,
        "The id of the step behind which consent is taken back.",
        "in the middle"
    );
    private static readonly Key<IReadOnlyList<StepAction>> s_again = Key.Required("do", ActionTable.List, "What brings the question back.");

    public static Shape WithdrawnConsentShape { get; } =
        new()
        {
            Name = "withdrawn-consent",
            Title = "'withdrawn-consent'",
            KeyNoun = "key of 'withdrawn-consent'",
            Keys = [s_after, s_again],
        };

    public static Shape QuantityShape { get; } =
        new()
        {
            Name = "quantity",
            Title = "'quantity'",
            KeyNoun = "key of 'quantity'",
            Keys = [s_step, s_do],
        };

    public static Shape CurrencyShape { get; } =
        new()
        {
            Name = "currency",
            Title = "'currency'",
            KeyNoun = "key of 'currency'",
            Keys = [s_start, s_is, s_except],
        };

    private static readonly Key<QuantityFact> s_quantity = Key.Optional(
        "quantity",
        Kinds.Object<QuantityFact>(QuantityShape, (found, _) =>
            found.Get(s_step) is { } step ? new QuantityFact(step, found.Or(s_do, [])) : null
        ),
        "How the shopper takes three instead of one."
    );

    private static readonly Key<CurrencyFact> s_currency = Key.Optional(
        "currency",
        Kinds.Object<CurrencyFact>(CurrencyShape, (found, _) =>
            found.Get(s_start) is { } start && found.Get(s_is) is { } code ? new CurrencyFact(start, code, found.Or(s_except, [])) : null
        ),
        "Where the shop has another currency."
    );

    private static readonly Key<IReadOnlyList<StepAction>> s_cancelledPayment = Key.Optional(
        "cancelled-payment",
        ActionTable.List,
        "How a payment is begun and cancelled, in place of the actions of the step that orders."
    );

    private static readonly Key<WithdrawnConsentFact> s_withdrawnConsent = Key.Optional(
        "withdrawn-consent",
        Kinds.Object<WithdrawnConsentFact>(WithdrawnConsentShape, (found, _) =>
            new WithdrawnConsentFact(found.Get(s_after), found.Or(s_again, []))
        ),
        "How the shop asks for consent again; then it is answered by the preset 'denied'."
    );

    public static Shape Shape { get; } =
        new()
        {
            Name = "for variants",
            Title = "'for variants'",
            KeyNoun = "key of 'for variants'",
            Keys = [s_quantity, s_currency, s_cancelledPayment, s_withdrawnConsent],
        };

    public static ValueKind<VariantFacts> Kind { get; } = Kinds.Object<VariantFacts>(Shape, (found, _) => new VariantFacts
            {
                Quantity = found.Get(s_quantity),
                Currency = found.Get(s_currency),
                CancelledPayment = found.Or(s_cancelledPayment, []),
                WithdrawnConsent = found.Get(s_withdrawnConsent),
            });
}
