using MicroConvQA.Configuration.Devices;
using MicroConvQA.Running;

namespace MicroConvQA.Cli.Commands;

/// <summary>
/// What each command does. An implementer must return what the process is to tell its caller, and may throw what <see cref="Guard"/> turns
/// into a message.
/// </summary>
internal interface ICommands
{
    Task<ExitCode> RunAsync(RunOptions options);

    Task<ExitCode> JudgeAsync(JudgeOptions options);

    Task<ExitCode> MutateAsync(MutateOptions options);

    Task<ExitCode> DecodeAsync(DecodeOptions options);

    /// <param name="config">The path of the configuration, which names the folders.</param>
    /// <param name="output">The folder beneath which everything was written; null = the configuration's folders.</param>
    /// <param name="open">Whether the report is opened.</param>
    Task<ExitCode> ReportAsync(string config, string? output, bool open);

    Task<ExitCode> DoctorAsync(string config);

    /// <param name="engine">The engine that a browser is wanted of.</param>
    Task<ExitCode> InstallAsync(BrowserEngine engine);

    Task<ExitCode> WriteSchemasAsync(string directory);
}
