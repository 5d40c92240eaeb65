namespace MicroConvQA.Specs.Judging;

public static partial class JourneyJudgeSpecs
{
    private const string Cart = "Put it into the cart";

    private static JudgedWalk Walk() => new JudgedWalk().Step(Cart, Any.Expectation());
}
