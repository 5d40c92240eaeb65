using System.Globalization;
using System.Text;

namespace MicroConvQA.Mutation;

/// <summary>Writes the list of operators as the documentation's page <c>docs/mutation.md</c> holds it.</summary>
internal static class OperatorPage
{
    public static string Operators()
    {
        var text = new StringBuilder(
            "| operator | what is changed | the fault that it stands for | put into | made on |\n| --- | --- | --- | --- | --- |\n"
        );
        foreach (var one in MutationOperators.All)
            text.Append(CultureInfo.InvariantCulture, $"| {one.Name} | {one.What} | {one.StandsFor} | {one.AppliesTo} | {one.Made} |\n");
        return text.ToString();
    }

    public static string Rules()
    {
        var text = new StringBuilder("| rule | why it is no fault |\n| --- | --- |\n");
        foreach (var rule in EquivalenceRule.All)
            text.Append(CultureInfo.InvariantCulture, $"| {rule.Name} | {rule.Reason} |\n");
        return text.ToString();
    }
}
