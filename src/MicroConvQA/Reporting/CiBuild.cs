namespace MicroConvQA.Reporting;

/// <summary>The CI build that a run belongs to, as its environment variables tell it.</summary>
internal sealed record CiBuild
{
    /// <summary>What people call the CI: <c>GitHub Actions</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Allure's name of its kind, which chooses the icon.</summary>
    public required string Type { get; init; }

    public string? Url { get; init; }

    public string? BuildName { get; init; }

    public string? BuildUrl { get; init; }

    /// <summary>The build's running number; null = it has none.</summary>
    public int? BuildNumber { get; init; }

    /// <summary>The build of this environment; null = not on a CI that is known.</summary>
    public static CiBuild? In(IReadOnlyDictionary<string, string> environment)
    {
        string? Value(string name) => environment.TryGetValue(name, out var value) && value.Length > 0 ? value : null;
        int? Number(string name) => int.TryParse(Value(name), out var number) ? number : null;

        if (Value("GITHUB_ACTIONS") is not null && Value("GITHUB_RUN_ID") is { } run)
        {
            var repository = $"{Value("GITHUB_SERVER_URL") ?? "https://github.com"}/{Value("GITHUB_REPOSITORY")}";
            return new CiBuild
            {
                Name = "GitHub Actions",
                Type = "github",
                Url = repository,
                BuildName = $"{Value("GITHUB_WORKFLOW")} #{Value("GITHUB_RUN_NUMBER")}",
                BuildUrl = $"{repository}/actions/runs/{run}",
                BuildNumber = Number("GITHUB_RUN_NUMBER"),
            };
        }

        if (Value("GITLAB_CI") is not null)
        {
            return new CiBuild
            {
                Name = "GitLab CI",
                Type = "gitlab",
                Url = Value("CI_PROJECT_URL"),
                BuildName = $"{Value("CI_JOB_NAME")} #{Value("CI_PIPELINE_IID")}",
                BuildUrl = Value("CI_JOB_URL") ?? Value("CI_PIPELINE_URL"),
                BuildNumber = Number("CI_PIPELINE_IID"),
            };
        }

        if (Value("JENKINS_URL") is { } jenkins)
        {
            return new CiBuild
            {
                Name = "Jenkins",
                Type = "jenkins",
                Url = jenkins,
                BuildName = $"{Value("JOB_NAME")} #{Value("BUILD_NUMBER")}",
                BuildUrl = Value("BUILD_URL"),
                BuildNumber = Number("BUILD_NUMBER"),
            };
        }

        if (Value("TF_BUILD") is not null)
        {
            var project = $"{Value("SYSTEM_TEAMFOUNDATIONCOLLECTIONURI")}{Uri.EscapeDataString(Value("SYSTEM_TEAMPROJECT") ?? "")}";
            return new CiBuild
            {
                Name = "Azure Pipelines",
                Type = "azure",
                Url = project,
                BuildName = $"{Value("BUILD_DEFINITIONNAME")} {Value("BUILD_BUILDNUMBER")}",
                BuildUrl = $"{project}/_build/results?buildId={Value("BUILD_BUILDID")}",
                BuildNumber = Number("BUILD_BUILDID"),
            };
        }

        return null;
    }
}
