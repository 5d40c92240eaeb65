using MicroConvQA.Dictionary;

namespace MicroConvQA.Cli.Display;

/// <summary>How the console calls the stages of the funnel, in their order.</summary>
internal static class StageNames
{
    public static string Of(FunnelStage stage) =>
        stage switch
        {
            FunnelStage.Discovery => "Discovery (TOFU)",
            FunnelStage.Consideration => "Consideration (MOFU)",
            FunnelStage.Purchase => "Purchase (BOFU)",
            _ => throw new InvalidOperationException($"unknown stage {stage}"),
        };
}
