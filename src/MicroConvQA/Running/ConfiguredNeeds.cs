using MicroConvQA.Configuration;
using MicroConvQA.Configuration.Devices;
using MicroConvQA.Journeys;
using MicroConvQA.Planning;
using MicroConvQA.Source;

namespace MicroConvQA.Running;

/// <summary>
/// What the configuration says that this machine has: a browser's path, environment variables. What is not there is the configuration's
/// mistake and found at its line before anything is walked, for the devices and consent states of the plan only.
/// </summary>
/// <param name="environment">Reads an environment variable; null = not set.</param>
/// <param name="exists">Whether a file is there.</param>
internal sealed class ConfiguredNeeds(Func<string, string?> environment, Func<string, bool> exists)
{
    public static ConfiguredNeeds OfThisMachine { get; } = new(Environment.GetEnvironmentVariable, File.Exists);

    /// <exception cref="SourceProblemException">Something is not there; each is named with its line.</exception>
    public void Demand(RunPlan plan)
    {
        var places = ScalarsOf(plan.Configuration);
        var devices = plan.Walks.Select(walk => walk.Device).DistinctBy(device => device.Name).ToList();
        List<SourceProblem> problems = [.. MissingPrograms(devices, places), .. UnsetVariables(plan, devices, places)];
        if (problems.Count > 0)
            throw new SourceProblemException([.. problems.OrderBy(problem => (problem.Place.Line, problem.Place.Column))]);
    }

    private IEnumerable<SourceProblem> MissingPrograms(List<DeviceProject> devices, List<SourceEntry> places) =>
        from device in devices
        where device is { Remote: null, ExecutablePath: not null } && !exists(device.ExecutablePath)
        group device by device.ExecutablePath into same
        let written = places.Where(entry => entry.Key.Text == "executablePath").ToList()
        let entry = written.Find(entry => IsPath(entry, same.Key)) ?? written.FirstOrDefault()
        select new SourceProblem(
            entry?.Value.Place ?? same.First().Place,
            $"'executablePath': there is no file {same.Key}. Correct it, or leave it out to have a browser looked for."
        );

    private static bool IsPath(SourceEntry entry, string path) =>
        entry.Value is SourceScalar { Text: var text } && path.EndsWith(text.TrimStart('.', '/', '\\'), StringComparison.Ordinal);

    private IEnumerable<SourceProblem> UnsetVariables(RunPlan plan, List<DeviceProject> devices, List<SourceEntry> places)
    {
        var used = devices.SelectMany(TextsOf).ToHashSet(StringComparer.Ordinal);
        var states = plan.Walks.Select(walk => walk.Consent.Name).ToHashSet(StringComparer.Ordinal);
        var ofDevices = places.Select(entry => entry.Value).OfType<SourceScalar>().Where(scalar => used.Contains(scalar.Text));
        var ofConsent =
            from consent in places
            where consent.Key.Text == "consent"
            from state in (consent.Value as SourceMapping)?.Entries ?? []
            where states.Contains(state.Key.Text)
            from scalar in Below(state.Value).OfType<SourceScalar>()
            select scalar;
        var scalars = ofDevices.Concat(ofConsent).Where(scalar => scalar.IsText);
        return from scalar in scalars.DistinctBy(scalar => scalar.Place)
            from name in VariableText.NamesIn(scalar.Text)
            let variable = VariableText.EnvironmentNameIn(name)
            where variable is not null && environment(variable) is null
            select new SourceProblem(
                scalar.Place,
                $"the environment variable {variable} is not set, and '${name}' is needed. Set it before the run."
            );
    }

    private static IEnumerable<string> TextsOf(DeviceProject device) =>
        new[] { device.Access.UserName, device.Access.Password, device.Remote?.Endpoint }
            .OfType<string>()
            .Concat(device.Access.Headers.Values)
            .Concat(device.Remote?.Headers.Values ?? []);

    /// <summary>Every key of the file with its value, at whatever depth.</summary>
    private static List<SourceEntry> ScalarsOf(RunConfiguration configuration) =>
        [
            .. Below(JsonSource.Parse(configuration.Source, new SourceProblems()).Root)
                .OfType<SourceMapping>()
                .SelectMany(mapping => mapping.Entries),
        ];

    private static IEnumerable<SourceNode> Below(SourceNode node) =>
        node switch
        {
            SourceMapping mapping => mapping.Entries.SelectMany(entry => Below(entry.Value)).Prepend(node),
            SourceSequence sequence => sequence.Items.SelectMany(Below).Prepend(node),
            _ => [node],
        };
}
