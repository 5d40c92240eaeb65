using System.ComponentModel;
using System.Diagnostics;

namespace MicroConvQA.Browser.Launching;

/// <inheritdoc/>
internal sealed class CommandRunner : ICommandRunner
{
    // What a shell returns for a program that it cannot find.
    private const int NotFound = 127;

    public async Task<int> RunAsync(
        string program,
        IReadOnlyList<string> arguments,
        Action<string> say,
        CancellationToken cancellationToken
    )
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["DEBIAN_FRONTEND"] = "noninteractive";
        using var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Say(line, say);
        process.ErrorDataReceived += (_, line) => Say(line, say);

        try
        {
            process.Start();
        }
        catch (Win32Exception exception)
        {
            say($"{program} could not be started: {exception.Message}");
            return NotFound;
        }

        return await EndOfAsync(process, cancellationToken);
    }

    private static async Task<int> EndOfAsync(Process process, CancellationToken cancellationToken)
    {
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            await process.WaitForExitAsync(cancellationToken);
            return process.ExitCode;
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    private static void Say(DataReceivedEventArgs line, Action<string> say)
    {
        if (!string.IsNullOrWhiteSpace(line.Data))
            say(line.Data.TrimEnd());
    }
}
