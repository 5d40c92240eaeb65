using MicroConvQA.Configuration;
using MicroConvQA.Running;

namespace MicroConvQA.Cli.Commands;

/// <summary>What each command does. An implementer must return what the process is to tell its caller, and may throw what <see cref="Guard"/> turns into a message.</summary>
public interface ICommands
{
    Task<ExitCode> RunAsync(RunOptions options);

    /// <param name="recording">A recording's file, or the folder of its walk.</param>
    /// <param name="journeys">The folder of the checklist to judge by; null = the recording's own texts.</param>
    Task<ExitCode> JudgeAsync(string recording, string? journeys);

    /// <param name="config">The path of the configuration, which names the folders.</param>
    /// <param name="output">The folder beneath which everything was written; null = the configuration's folders.</param>
    /// <param name="open">Whether the report is opened.</param>
    Task<ExitCode> ReportAsync(string config, string? output, bool open);

    Task<ExitCode> DoctorAsync(string config);

    /// <param name="engine">The engine that a browser is wanted of.</param>
    Task<ExitCode> InstallAsync(BrowserEngine engine);

    Task<ExitCode> WriteSchemasAsync(string directory);
}
