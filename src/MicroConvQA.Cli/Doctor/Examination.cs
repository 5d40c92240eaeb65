using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using MicroConvQA.Browser.Composing;
using MicroConvQA.Browser.Launching;
using MicroConvQA.Cli.Sites;
using MicroConvQA.Configuration.Devices;
using MicroConvQA.Planning;
using MicroConvQA.Running;
using MicroConvQA.Running.Sites;
using MicroConvQA.Source;

namespace MicroConvQA.Cli.Doctor;

/// <summary>Looks at everything that a run needs, without walking anything.</summary>
internal sealed class Examination(Composition composition, string config)
{
    private readonly CommandRunner _commands = new();

    public async Task<IReadOnlyList<Requirement>> ExamineAsync(CancellationToken cancellationToken)
    {
        var workspace = Workspace();

        return
        [
            new Requirement(
                ".NET",
                RequirementState.Found,
                $"{RuntimeInformation.FrameworkDescription} on {RuntimeInformation.OSDescription}"
            ),
            await ProgramAsync("Node.js", "node", cancellationToken),
            await ProgramAsync("npm", "npm", cancellationToken),
            .. Browsers(workspace.Read),
            await FontsAsync(cancellationToken),
            LoopbackPort(),
            .. workspace.Requirements,
            .. await SiteAsync(workspace.Read, cancellationToken),
        ];
    }

    private (Workspace? Read, IReadOnlyList<Requirement> Requirements) Workspace()
    {
        try
        {
            var workspace = composition.ReadWorkspace(config);
            return (
                workspace,
                [
                    new Requirement(
                        "Configuration",
                        RequirementState.Found,
                        $"{Path.GetFullPath(config)}: {workspace.Configuration.Devices.Count} devices, {workspace.Configuration.Destinations.Count} destinations"
                    ),
                    new Requirement(
                        "Journeys",
                        RequirementState.Found,
                        $"{workspace.Configuration.JourneysDirectory}: {workspace.Journeys.Count} journeys, {workspace.Dictionary.Conversions.Count} conversions"
                    ),
                    Writable(workspace.Configuration.OutputDirectory),
                ]
            );
        }
        catch (SourceProblemException mistakes)
        {
            return (
                null,
                [
                    new Requirement(
                        "Configuration",
                        RequirementState.Missing,
                        $"{mistakes.Problems.Count} problems, the first: {mistakes.Problems[0]}",
                        "Call 'microconv run' to see all problems."
                    ),
                ]
            );
        }
    }

    private async Task<Requirement> ProgramAsync(string name, string program, CancellationToken cancellationToken)
    {
        List<string> lines = [];
        var code = await _commands.RunAsync(program, ["--version"], lines.Add, cancellationToken);

        return code == 0
            ? new Requirement(name, RequirementState.Found, string.Join(" ", lines))
            : new Requirement(
                name,
                RequirementState.Missing,
                "not found on the PATH",
                "Install Node.js 20 or later (https://nodejs.org): the HTML report is made with it."
            );
    }

    private IEnumerable<Requirement> Browsers(Workspace? workspace)
    {
        var needed = workspace?.Configuration.Devices.Select(device => device.Engine).ToHashSet() ?? [BrowserEngine.Chromium];
        foreach (var engine in Enum.GetValues<BrowserEngine>())
        {
            var search = composition.Browsers.Find(engine);
            var state =
                search.Found is not null ? RequirementState.Found
                : needed.Contains(engine) ? RequirementState.Missing
                : RequirementState.Optional;
            yield return new Requirement(engine.ToString(), state, Describe(search), search.Remedy);
        }
    }

    private static string Describe(BrowserSearch search) =>
        search switch
        {
            { Found: null } => "not found",
            { IsEmulated: true } => $"emulated on {search.Found.Engine}, {search.Found.Path} ({search.Found.FoundBy})",
            _ => $"{search.Found.Path} ({search.Found.FoundBy})",
        };

    private async Task<Requirement> FontsAsync(CancellationToken cancellationToken)
    {
        if (!OperatingSystem.IsLinux())
            return new Requirement("Fonts", RequirementState.Found, "the system's");

        List<string> fonts = [];
        await _commands.RunAsync("fc-list", [":", "family"], fonts.Add, cancellationToken);
        var families = fonts.Count(line => !line.Contains("could not be started", StringComparison.Ordinal));

        return families > 0
            ? new Requirement("Fonts", RequirementState.Found, $"{families} families")
            : new Requirement(
                "Fonts",
                RequirementState.Optional,
                "none found: pictures of pages would show boxes for letters",
                "Install some, on Debian by 'apt-get install -y fonts-dejavu-core fonts-noto-color-emoji'."
            );
    }

    private static Requirement LoopbackPort()
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, 0);
            listener.Start();
            return new Requirement("Loopback port", RequirementState.Found, "a free port on 127.0.0.1 can be opened");
        }
        catch (SocketException problem)
        {
            return new Requirement(
                "Loopback port",
                RequirementState.Missing,
                $"no port on 127.0.0.1 can be opened: {problem.Message}",
                "Allow this machine to listen on 127.0.0.1: the demo shop and the capture do."
            );
        }
    }

    private static Requirement Writable(string directory) =>
        OutputFolders.ProblemOf(directory) is { } problem
            ? new Requirement("Output", RequirementState.Missing, problem, OutputFolders.Remedy)
            : new Requirement("Output", RequirementState.Found, directory);

    private static async Task<IReadOnlyList<Requirement>> SiteAsync(Workspace? workspace, CancellationToken cancellationToken)
    {
        if (workspace is null)
            return [];

        try
        {
            await using var site = SiteChoice.Of(workspace.Configuration);
            var url = await site.StartAsync(cancellationToken);
            return [new Requirement("Site", RequirementState.Found, url is null ? site.Title : $"{site.Title} answers at {url}")];
        }
        catch (SiteUnavailableException problem)
        {
            return [new Requirement("Site", RequirementState.Missing, problem.Message)];
        }
        catch (SourceProblemException mistakes)
        {
            return [new Requirement("Site", RequirementState.Missing, mistakes.Problems[0].Message)];
        }
    }
}
