using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.ExceptionServices;
using System.Runtime.Versioning;
using System.Text;

namespace MicroConvQA.Browser.Capture.DevTools;

/// <summary>
/// Overhears what a Chromium of this machine tells Playwright. Chromium tells everybody who listens of every request in seven messages,
/// which a page pays for; Playwright listens in any case. The browser is started by a script of ours that has <c>tee</c> copy the pipe on
/// which it speaks to Playwright into a named pipe that only we can open. Both are gone from the disk as soon as the browser runs.
/// </summary>
internal sealed class DevToolsTap : IDisposable
{
    private const int Chunk = 64 * 1024;
    private const byte End = 0;
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    private readonly DirectoryInfo folder;
    private readonly string pipe;
    private readonly TaskCompletionSource heard = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool isOver;
    private volatile ExceptionDispatchInfo? fault;
    private volatile DevToolsSkimmer? skimmer;

    private DevToolsTap(DirectoryInfo folder)
    {
        this.folder = folder;
        (Executable, pipe) = (Path.Combine(folder.FullName, "browser"), Path.Combine(folder.FullName, "messages"));
    }

    /// <summary>What Playwright is to start instead of the browser.</summary>
    public string Executable { get; }

    /// <param name="browser">The browser's executable.</param>
    /// <param name="obstacle">Why it cannot be done; null = it can, or nobody expects it, as on Windows.</param>
    /// <returns>Null where it cannot be done.</returns>
    public static DevToolsTap? TrySet(string browser, out string? obstacle)
    {
        obstacle = null;
        if (OperatingSystem.IsWindows())
        {
            return null;
        }

        DevToolsTap? tap = null;
        try
        {
            // Only its owner may enter it.
            tap = new DevToolsTap(Directory.CreateTempSubdirectory("microconv-"));
            obstacle = tap.Prepare(browser);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or Win32Exception)
        {
            // A folder where nothing may be written or run.
            obstacle = $"{Path.GetTempPath()}: {exception.Message}";
        }

        if (obstacle is not null)
        {
            tap?.RemoveFiles();
            return null;
        }

        _ = Task.Factory.StartNew(tap!.Read, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        return tap;
    }

    /// <summary>Listens from now on.</summary>
    /// <param name="to">Is given each message.</param>
    /// <param name="cancellationToken">Ends the wait for the first.</param>
    /// <returns>Whether the running browser speaks through it.</returns>
    public async Task<bool> FollowAsync(DevToolsSkimmer to, CancellationToken cancellationToken)
    {
        skimmer = to;
        try
        {
            await heard.Task.WaitAsync(Limit, cancellationToken);
            return true;
        }
        catch (TimeoutException)
        {
            skimmer = null;
            return false;
        }
        finally
        {
            RemoveFiles();
        }
    }

    /// <summary>
    /// Nothing more is passed on. What the browser still says is heard to its end all the same, so that it is held up by nobody.
    /// </summary>
    public void Dispose()
    {
        skimmer = null;
        RemoveFiles();
        fault?.Throw();
    }

    /// <returns>Why it cannot be done; null = it can.</returns>
    [UnsupportedOSPlatform("windows")]
    private string? Prepare(string browser)
    {
        using (
            var script = new FileStream(
                Executable,
                new FileStreamOptions
                {
                    Mode = FileMode.CreateNew,
                    Access = FileAccess.Write,
                    UnixCreateMode = OwnerOnly,
                }
            )
        )
        {
            script.Write(Encoding.UTF8.GetBytes(ScriptFor(browser)));
        }

        using var preparing = Process.Start(new ProcessStartInfo(Executable) { RedirectStandardError = true })!;
        var said = preparing.StandardError.ReadToEnd();
        preparing.WaitForExit();
        return preparing.ExitCode == 0 ? null : said.Trim();
    }

    /// <summary>
    /// Playwright hears the browser on descriptor 4 and commands it on 3. The browser takes the script's place, so that Playwright ends the
    /// one that it started. Without arguments the script makes the pipe, which shows as well that it can be run here. A listener that is
    /// gone does not end <c>tee</c>, which then copies to nobody.
    /// </summary>
    private string ScriptFor(string browser) =>
        $"""
            #!/usr/bin/env bash
            if [ $# = 0 ]; then type tee > /dev/null && exec mkfifo -m 600 {Quoted(pipe)}; exit 1; fi
            exec {Quoted(browser)} "$@" 4> >(trap '' PIPE; exec tee {Quoted(pipe)} 3<&- >&4)

            """;

    private static string Quoted(string text) => $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    private void Read()
    {
        // A browser that did not start may be started a second time, and then speaks anew.
        while (!isOver)
        {
            try
            {
                // Waits until the browser is started.
                using var messages = new FileStream(pipe, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0);
                ReadToEnd(messages);
            }
            catch (IOException)
            {
                // It was started and its files are gone.
                return;
            }
        }
    }

    private void ReadToEnd(FileStream messages)
    {
        try
        {
            Read(messages);
        }
        catch (Exception bug) when (bug is not IOException)
        {
            // A fault of those who are told. It is known before the pipe is closed, which lets the browser go on to its end.
            fault = ExceptionDispatchInfo.Capture(bug);
            isOver = true;
        }
    }

    /// <summary>Messages end with a zero.</summary>
    private void Read(FileStream messages)
    {
        var buffer = new byte[Chunk];
        var filled = 0;
        while (messages.Read(buffer, filled, buffer.Length - filled) is > 0 and var count)
        {
            heard.TrySetResult();
            // What was there before holds no end.
            var (start, scanned) = (0, filled);
            filled += count;
            while (buffer.AsSpan(scanned, filled - scanned).IndexOf(End) is >= 0 and var length)
            {
                var end = scanned + length;
                skimmer?.Read(buffer.AsMemory(start, end - start));
                start = scanned = end + 1;
            }

            filled -= start;
            buffer.AsSpan(start, filled).CopyTo(buffer);
            if (filled == buffer.Length)
            {
                Array.Resize(ref buffer, buffer.Length * 2);
            }
            else if (filled == 0 && buffer.Length > Chunk)
            {
                // Few messages are long, such as those of screenshots.
                buffer = new byte[Chunk];
            }
        }
    }

    private void RemoveFiles()
    {
        isOver = true;
        try
        {
            if (File.Exists(pipe))
            {
                // Who still waits for the browser goes on by this.
                new FileStream(pipe, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 0).Dispose();
            }

            if (Directory.Exists(folder.FullName))
            {
                folder.Delete(recursive: true);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A script and an empty pipe that nobody uses stay in the machine's folder of temporary files.
        }
    }
}
