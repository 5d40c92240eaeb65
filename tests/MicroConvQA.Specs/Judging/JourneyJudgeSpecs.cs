namespace MicroConvQA.Specs.Judging;

internal static partial class JourneyJudgeSpecs
{
    private const string Cart = "Put it into the cart";

    private static JudgedWalk Walk() => new JudgedWalk().Step(Cart, Any.Expectation());
}
