using System.Diagnostics;
using System.Runtime.InteropServices;

namespace MicroConvQA.Benchmarks.Start;

/// <summary>
/// What a whole process costs, with those that it starts itself and waits for: seconds of a core, and seconds of the clock.
/// </summary>
internal static partial class ChildProcess
{
    private const int Children = -1;

    /// <summary>Runs a program to its end.</summary>
    /// <param name="directory">Where it runs.</param>
    /// <param name="program">The program and its arguments.</param>
    /// <returns>Its exit code and what it cost.</returns>
    public static (int ExitCode, double Processor, double Clock) Run(string directory, params string[] program)
    {
        var (before, began) = (OfChildren(), Stopwatch.GetTimestamp());
        using var process = Process.Start(
            new ProcessStartInfo(program[0], program[1..])
            {
                WorkingDirectory = directory,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var clock = Stopwatch.GetElapsedTime(began).TotalSeconds;

        // Only Windows tells the processor time of a process that has ended; elsewhere it is on its parent's account.
        var processor = OperatingSystem.IsWindows() ? process.TotalProcessorTime.TotalSeconds : OfChildren() - before;
        return (process.ExitCode, processor, clock);
    }

    private static double OfChildren() =>
        !OperatingSystem.IsWindows() && GetUsage(Children, out var usage) == 0
            ? usage.UserSeconds + usage.SystemSeconds + ((usage.UserMicroseconds + usage.SystemMicroseconds) / 1e6)
            : 0;

    [LibraryImport("libc", EntryPoint = "getrusage")]
    private static partial int GetUsage(int who, out Usage usage);

    /// <summary>The beginning of the system's <c>rusage</c>; microseconds take 32 bits on macOS, whose padding is zero.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct Usage
    {
        public long UserSeconds;
        public long UserMicroseconds;
        public long SystemSeconds;
        public long SystemMicroseconds;
        private unsafe fixed long _others[28];
    }
}
