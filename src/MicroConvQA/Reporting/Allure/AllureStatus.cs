namespace MicroConvQA.Reporting.Allure;

/// <summary>The statuses of an Allure result; <c>failed</c> is wrong tracking, <c>broken</c> is that we could not tell.</summary>
internal enum AllureStatus
{
    Passed,
    Skipped,
    Broken,
    Failed,
}
