using MicroConvQA.Dictionary;

namespace MicroConvQA.Reporting.Allure;

/// <summary>The report's top level. The numbers keep the funnel's order, because Allure sorts by the alphabet.</summary>
internal static class FunnelText
{
    public const string Walk = "0 The walk itself";

    public static string Of(FunnelStage stage) =>
        stage switch
        {
            FunnelStage.Discovery => "1 Discovery (TOFU)",
            FunnelStage.Consideration => "2 Consideration (MOFU)",
            FunnelStage.Purchase => "3 Purchase (BOFU)",
            _ => throw new InvalidOperationException($"unknown funnel stage {stage}"),
        };
}
