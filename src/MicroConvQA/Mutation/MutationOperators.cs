using MicroConvQA.Faults;

namespace MicroConvQA.Mutation;

/// <summary>The faults that are put into recordings: a fixed list, so that a score means the same everywhere.</summary>
internal static class MutationOperators
{
    private const string Bytes = "the request's bytes";
    private const string Known = "what the recording knows of the request";

    /// <summary>In the order in which they are tried.</summary>
    public static IReadOnlyList<MutationOperator> All { get; } =
    [
        new("drop", "The hit is not there.", "A tag whose trigger no longer fires.", MutationReach.Tag, "every hit", Known)
        {
            Faults = HitOperators.Drop,
        },
        new(
            "lose",
            "The browser did not deliver it.",
            "A request that is aborted when the page is left.",
            MutationReach.Tag,
            "every hit but pushes",
            Known
        )
        {
            Faults = HitOperators.Lose,
        },
        new(
            "double",
            "It is there twice, with an event id of its own where there is one.",
            "A handler that is bound twice, two containers on one page.",
            MutationReach.Tag,
            "every hit",
            $"{Bytes} (the event id)"
        )
        {
            Faults = HitOperators.Double,
        },
        new(
            "delay",
            "It is created a minute after the journey's end.",
            "A tag that waits for a timer or for another page.",
            MutationReach.Tag,
            "every hit",
            Known
        )
        {
            Faults = HitOperators.Delay,
        },
        new(
            "hurry",
            "It is created when the step before begins.",
            "A tag that fires when a page is shown and not on the shopper's action.",
            MutationReach.Tag,
            "every hit from the second step on",
            Known
        )
        {
            Faults = HitOperators.Hurry,
        },
        new("rename", "The event has another name.", "A name that was changed on one side only.", MutationReach.Tag, "every hit", Bytes)
        {
            Faults = HitOperators.Rename,
        },
        new(
            "stray",
            "A conversion fires beside it that the journey does not expect.",
            "A trigger that is too wide.",
            MutationReach.Tag,
            "every hit",
            Bytes
        )
        {
            Faults = HitOperators.Stray,
        },
        new(
            "wrong account",
            "It goes to another account.",
            "The account of another environment in the tag.",
            MutationReach.Tag,
            "every hit at a destination with an account",
            Bytes
        )
        {
            Faults = HitOperators.WrongAccount,
        },
        new(
            "before consent",
            "It is sent a second before the consent question is answered.",
            "A tag that does not wait for consent.",
            MutationReach.Tag,
            "every hit at a destination that needs consent, where it was asked for",
            Known
        )
        {
            Faults = HitOperators.BeforeConsent,
        },
        new(
            "consent signal",
            "It states the opposite consent.",
            "A consent update that does not reach the tag.",
            MutationReach.Tag,
            "every hit that states consent",
            Bytes
        )
        {
            Faults = HitOperators.ConsentSignal,
        },
        new(
            "personal data",
            "The shopper's e-mail address stands in a further parameter.",
            "A form that is handed to tags as a whole.",
            MutationReach.Tag,
            "every hit",
            Bytes
        )
        {
            Faults = HitOperators.PersonalData,
        },
        new(
            "drop parameter",
            "A parameter, an item field or the list of items is missing.",
            "A key that a template no longer fills.",
            MutationReach.Tag,
            "every parameter of the dictionary that is sent, and the fields of the first item",
            Bytes
        )
        {
            Faults = ParameterOperators.Drop,
        },
        new("empty parameter", "A text is empty.", "A variable that is not set yet.", MutationReach.Tag, "every text", Bytes)
        {
            Faults = ParameterOperators.Empty,
        },
        new(
            "placeholder",
            "A text is the word undefined.",
            "A variable that is not set yet and is joined to a text.",
            MutationReach.Tag,
            "every text",
            Bytes
        )
        {
            Faults = ParameterOperators.Placeholder,
        },
        new(
            "rename parameter",
            "A parameter has another name.",
            "A key that is spelt in another way in the template.",
            MutationReach.Tag,
            "every parameter but those of items",
            Bytes
        )
        {
            Faults = ParameterOperators.Rename,
        },
        new(
            "change type",
            "A number is sent as it is shown, 1.299,00 €, a text as [object Object].",
            "A value that is read from the page, an object that is joined to a text.",
            MutationReach.Tag,
            "every parameter, and the fields of the first item",
            Bytes
        )
        {
            Faults = ParameterOperators.ChangeType,
        },
        new(
            "change value",
            "Another value of the same form.",
            "A value of before, with or without tax, or of another variant.",
            MutationReach.Tag,
            "every parameter but currencies and ids, and the fields of the first item",
            Bytes
        )
        {
            Faults = ParameterOperators.ChangeValue,
        },
        new("wrong currency", "Another currency.", "A currency that is fixed in the tag.", MutationReach.Tag, "every currency", Bytes)
        {
            Faults = ParameterOperators.WrongCurrency,
        },
        new(
            "stale id",
            "Another id of the same form.",
            "The order or product of before.",
            MutationReach.Tag,
            "every parameter and field of the type sku",
            Bytes
        )
        {
            Faults = ParameterOperators.StaleId,
        },
        new("drop item", "The last item is missing.", "A loop that ends too early.", MutationReach.Tag, "every list of two or more", Bytes)
        {
            Faults = ParameterOperators.DropItem,
        },
        new(
            "swap items",
            "The first two items have each other's id.",
            "Two lists that are joined by place.",
            MutationReach.Tag,
            "every list of two or more",
            Bytes
        )
        {
            Faults = ParameterOperators.SwapItems,
        },
        new(
            "wrong amount everywhere",
            "An amount is wrong in the data layer and at every destination.",
            "A price of before, with or without tax, in the page's own code.",
            MutationReach.Page,
            "every parameter and field of the type money",
            Bytes
        )
        {
            Faults = (bench, target) => ParameterOperators.Everywhere(bench, target, ParameterOperators.Amounts, OtherValue.Than),
        },
        new(
            "wrong currency everywhere",
            "The currency is wrong in the data layer and at every destination.",
            "A currency that is fixed in the page's own code.",
            MutationReach.Page,
            "every currency",
            Bytes
        )
        {
            Faults = (bench, target) =>
                ParameterOperators.Everywhere(bench, target, ParameterOperators.Currencies, OtherValue.ThanCurrency),
        },
        new(
            "stale id everywhere",
            "An id is wrong in the data layer and at every destination.",
            "The parent's id instead of the variant's, the order of before.",
            MutationReach.Page,
            "every parameter and field of the type sku",
            Bytes
        )
        {
            Faults = (bench, target) => ParameterOperators.Everywhere(bench, target, ParameterOperators.Ids, OtherValue.Than),
        },
    ];
}
