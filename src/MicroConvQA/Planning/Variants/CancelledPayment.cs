using MicroConvQA.Dictionary;
using MicroConvQA.Journeys;

namespace MicroConvQA.Planning.Variants;

/// <summary>A shopper who cancels the payment: the journey ends there, and no order is ever counted.</summary>
internal static class CancelledPayment
{
    public static Derivation Derive(Journey journey, ConversionDictionary dictionary)
    {
        var order = Orders.StepIn(journey, dictionary);
        if (order < 0)
            return Derivation.None(Orders.Missing);
        if (journey.ForVariants.CancelledPayment.Count == 0)
            return Derivation.None(
                "how a payment is cancelled is not said: add 'for variants: {cancelled-payment: [{check: PayPal}, {click: Pay now}, {click: Cancel payment}]}'."
            );
        var step = journey.Steps[order];
        var cancelled = step with
        {
            Title = $"{step.Title}, and cancel it",
            Do = journey.ForVariants.CancelledPayment,
            Expect = [.. step.Expect.Where(expected => !Orders.IsOrder(expected.Conversion, dictionary))],
            Never = [.. step.Never.Union(Orders.In(dictionary))],
        };
        return Derivation.To(journey with { Steps = [.. journey.Steps.Take(order), cancelled] });
    }
}
