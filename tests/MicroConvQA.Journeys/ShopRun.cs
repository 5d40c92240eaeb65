using MicroConvQA.Cli.Sites;
using MicroConvQA.Configuration;
using MicroConvQA.NUnit;
using MicroConvQA.Running.Sites;
using NUnit.Framework;

namespace MicroConvQA.JourneyTests;

/// <summary>Walks the sample journeys on the embedded demo shop; results stay in this project's own folder.</summary>
[SetUpFixture]
public sealed class ShopRun : JourneyRun
{
    protected override ISiteUnderTest ChooseSite(RunConfiguration configuration) => SiteChoice.Of(configuration);

    protected override RunConfiguration Adapt(RunConfiguration configuration)
    {
        var results = Path.Combine(TestContext.CurrentContext.WorkDirectory, "journeys");
        return configuration with
        {
            OutputDirectory = Path.Combine(results, "recordings"),
            AllureResultsDirectory = Path.Combine(results, "allure-results"),
            Reporters = new Dictionary<string, string?> { ["allure"] = null },
        };
    }
}
