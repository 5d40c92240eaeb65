using MicroConvQA.Configuration;

namespace MicroConvQA.Reporting;

/// <summary>The values of the environment variables that the configuration calls secrets.</summary>
internal static class Secrets
{
    public static IReadOnlyList<string> Of(RunConfiguration configuration, IReadOnlyDictionary<string, string> environment) =>
        [.. configuration.Secrets.Where(environment.ContainsKey).Select(name => environment[name])];
}
