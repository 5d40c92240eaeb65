using MicroConvQA.Browser.Composing;
using MicroConvQA.Browser.Launching;
using MicroConvQA.Cli.Display;
using MicroConvQA.Cli.Doctor;
using MicroConvQA.Configuration.Devices;
using MicroConvQA.Configuration.Reports;
using MicroConvQA.Reporting;
using MicroConvQA.Reporting.Allure;
using MicroConvQA.Running;
using MicroConvQA.Schemas;
using Spectre.Console;

namespace MicroConvQA.Cli.Commands;

/// <summary>The commands as this machine does them.</summary>
/// <param name="screen">The console.</param>
/// <param name="terminal">The terminal on which progress is drawn in place; null = the output goes to a file or a pipe.</param>
internal sealed class ToolCommands(Screen screen, IAnsiConsole? terminal) : ICommands
{
    public async Task<ExitCode> RunAsync(RunOptions options)
    {
        using var interruption = NewInterruption();
        var starting = Composition.StartAsync();
        try
        {
            return await new RunCommand(starting, screen, terminal).RunAsync(options, interruption.Token);
        }
        finally
        {
            (await starting).Dispose();
        }
    }

    public Task<ExitCode> JudgeAsync(JudgeOptions options)
    {
        using var interruption = NewInterruption();

        return Task.FromResult(new JudgeCommand(new BrowserlessComposition(), screen).Judge(options, interruption.Token));
    }

    public async Task<ExitCode> MutateAsync(MutateOptions options)
    {
        using var interruption = NewInterruption();

        return await new MutateCommand(new BrowserlessComposition(), screen, new JsonOutput(Console.Out)).MutateAsync(
            options,
            interruption.Token
        );
    }

    public Task<ExitCode> DecodeAsync(DecodeOptions options)
    {
        using var interruption = NewInterruption();

        return Task.FromResult(new DecodeCommand(screen, new JsonOutput(Console.Out)).Decode(options, interruption.Token));
    }

    public async Task<ExitCode> ReportAsync(string config, string? output, bool open)
    {
        using var interruption = NewInterruption();
        var workspace = new BrowserlessComposition().ReadWorkspace(config);
        var configuration = Overrides.Apply(workspace.Configuration, new RunOptions { Output = output });
        try
        {
            if (OutputFolders.ProblemOf(configuration.AllureReportDirectory) is { } problem)
                throw new ReportProblemException($"{problem} {OutputFolders.Remedy}");

            var page = await AllureHtml
                .OfThisMachine()
                .GenerateAsync(configuration.AllureResultsDirectory, configuration.AllureReportDirectory, interruption.Token);
            var report = new WrittenReport(Reporters.Allure, page, null);
            screen.Write(report.ToLine());
            if (open)
                ReportOpener.Open([report], screen);

            return ExitCode.Passed;
        }
        catch (ReportProblemException wrong)
        {
            screen.WriteError(Line.Of(wrong.Message, Tone.Bad));
            return ExitCode.InputWrong;
        }
    }

    public async Task<ExitCode> DoctorAsync(string config)
    {
        using var interruption = NewInterruption();
        using var composition = await Composition.StartAsync();
        var requirements = await new Examination(composition, config).ExamineAsync(interruption.Token);
        screen.Write(DoctorReport.Of(requirements));

        return requirements.Any(requirement => requirement.State == RequirementState.Missing) ? ExitCode.InputWrong : ExitCode.Passed;
    }

    public async Task<ExitCode> InstallAsync(BrowserEngine engine)
    {
        using var interruption = NewInterruption();
        var installer = BrowserInstaller.OnThisMachine(line => screen.Write(Line.Of(line)));
        var isInstalled = await installer.InstallAsync(engine, interruption.Token);

        return isInstalled ? ExitCode.Passed : ExitCode.InputWrong;
    }

    public async Task<ExitCode> WriteSchemasAsync(string directory)
    {
        Directory.CreateDirectory(directory);
        foreach (var schema in SchemaWriter.All(new BrowserlessComposition().Configurations))
        {
            var file = Path.Combine(directory, schema.File);
            await File.WriteAllTextAsync(file, schema.Text);
            screen.Write(Line.Of(file));
        }

        return ExitCode.Passed;
    }

    private Interruption NewInterruption() =>
        new(() =>
            screen.WriteError(
                Line.Of("Stopping: walks under way are ended, finished ones are kept. Press Ctrl-C again to end at once.", Tone.Doubtful)
            )
        );
}
