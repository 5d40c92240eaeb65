namespace MicroConvQA.Browser.Composing;

/// <summary>The deploy or commit under test, as the environment tells it.</summary>
internal static class Deploy
{
    // Ours first: the CI's commit is that of the checklist, which often lives in another repository than the shop.
    private static readonly string[] Variables = ["MICROCONV_DEPLOY", "GITHUB_SHA", "CI_COMMIT_SHA", "GIT_COMMIT", "BUILD_SOURCEVERSION"];

    /// <param name="environment">Reads an environment variable; null = not set.</param>
    public static string? InEnvironment(Func<string, string?> environment) =>
        Variables.Select(environment).FirstOrDefault(value => !string.IsNullOrWhiteSpace(value));
}
