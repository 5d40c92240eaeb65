using MicroConvQA.Recording;
using MicroConvQA.Source;

namespace MicroConvQA.Reporting;

/// <summary>How reports say why a walk could not go on.</summary>
internal static class BreakageText
{
    /// <summary><c>Broken: 'click: Add to cart' at journeys/checkout.yaml(12,9): no visible control …</c></summary>
    public static string Of(Breakage breakage) => ShownText.Line($"Broken: '{breakage.Action}' at {breakage.Place}: {breakage.Reason}");
}
