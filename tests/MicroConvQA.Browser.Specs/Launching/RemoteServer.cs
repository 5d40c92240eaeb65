using System.Diagnostics;
using System.Runtime.InteropServices;

namespace MicroConvQA.Browser.Specs.Launching;

/// <summary>Playwright's own server, which starts browsers for those who connect to it.</summary>
internal sealed class RemoteServer : IAsyncDisposable
{
    private readonly Process _process;

    private RemoteServer(Process process, string endpoint) => (_process, Endpoint) = (process, endpoint);

    public string Endpoint { get; }

    /// <param name="isUnsafe">Whether clients may say which executable is started, and how.</param>
    public static async Task<RemoteServer> StartAsync(bool isUnsafe)
    {
        var driver = Path.Combine(AppContext.BaseDirectory, ".playwright");
        var node = Directory
            .GetFiles(Path.Combine(driver, "node"), OperatingSystem.IsWindows() ? "node.exe" : "node", SearchOption.AllDirectories)
            .First(file =>
                file.Contains(RuntimeInformation.OSArchitecture == Architecture.Arm64 ? "arm64" : "x64", StringComparison.Ordinal)
                || OperatingSystem.IsMacOS()
            );
        List<string> arguments = [Path.Combine(driver, "package", "cli.js"), "run-server", "--port", "0", "--host", "127.0.0.1"];
        if (isUnsafe)
            arguments.Add("--unsafe");
        var process = Process.Start(new ProcessStartInfo(node, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        for (var line = ""; line is not null; line = await process.StandardOutput.ReadLineAsync())
            if (line.Split("Listening on ") is [_, var endpoint])
                return new RemoteServer(process, endpoint.Trim());

        throw new InvalidOperationException("Playwright's server ended before it listened.");
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
