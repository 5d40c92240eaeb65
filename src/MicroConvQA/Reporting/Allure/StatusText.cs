using MicroConvQA.Judging;

namespace MicroConvQA.Reporting.Allure;

/// <summary>Our statuses as Allure's.</summary>
internal static class StatusText
{
    public static AllureStatus Of(VerdictStatus status) =>
        status switch
        {
            VerdictStatus.Passed => AllureStatus.Passed,
            VerdictStatus.Skipped => AllureStatus.Skipped,
            VerdictStatus.Broken => AllureStatus.Broken,
            VerdictStatus.Failed => AllureStatus.Failed,
            _ => throw new InvalidOperationException($"unknown verdict status {status}"),
        };
}
