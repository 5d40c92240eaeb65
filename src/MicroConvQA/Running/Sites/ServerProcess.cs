using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;
using MicroConvQA.Configuration.Sites;
using MicroConvQA.Source;

namespace MicroConvQA.Running.Sites;

/// <summary>The running command of a web server; its last lines are kept for messages.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private const int KeptLines = 10;

    // A grandchild that left the process tree may hold the output open for ever.
    private static readonly TimeSpan LongestEnd = TimeSpan.FromSeconds(5);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _lines = [];

    private ServerProcess(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
    }

    /// <summary>Null while it runs.</summary>
    public int? ExitCode => _process.HasExited ? _process.ExitCode : null;

    public string LastWords => _lines.IsEmpty ? "It said nothing." : $"It said: {string.Join(" / ", _lines.Select(ShownText.Line))}";

    public static ServerProcess Start(WebServer server)
    {
        var running = new ServerProcess(new Process { StartInfo = StartOf(server) });
        try
        {
            running._process.Start();
        }
        catch (Win32Exception exception)
        {
            throw new SiteUnavailableException(
                $"'{server.Command}' could not be started in {server.WorkingDirectory}: {exception.Message}",
                isOfThisMachine: true
            );
        }

        running._process.BeginOutputReadLine();
        running._process.BeginErrorReadLine();
        return running;
    }

    public async ValueTask DisposeAsync()
    {
        // A command line is a shell with children: ending only the shell would leave the server behind, on its port.
        _process.Kill(entireProcessTree: true);
        await EndAsync();
        _process.Dispose();
    }

    /// <summary>Waits until the process has ended and all that it said has been read.</summary>
    public Task EndAsync() => Task.WhenAny(_process.WaitForExitAsync(), Task.Delay(LongestEnd));

    private static ProcessStartInfo StartOf(WebServer server)
    {
        var (shell, option) = OperatingSystem.IsWindows() ? ("cmd.exe", "/c") : ("/bin/sh", "-c");
        var start = new ProcessStartInfo(shell, [option, server.Command])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = server.WorkingDirectory,
        };
        foreach (var (name, value) in server.Environment)
            start.Environment[name] = value;

        return start;
    }

    private void Keep(string? line)
    {
        if (line is null)
            return;
        _lines.Enqueue(line);
        while (_lines.Count > KeptLines)
            _lines.TryDequeue(out _);
    }
}
