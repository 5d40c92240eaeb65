using System.Runtime.InteropServices;
using MicroConvQA.Running;

namespace MicroConvQA.Cli.Commands;

/// <summary>Turns Ctrl-C and the system's wish to stop into a cancellation, once; the second time the process ends at once.</summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly List<PosixSignalRegistration> _signals;
    private readonly Action _announce;

    /// <param name="announce">Says that the run is being stopped; called at the first signal, in good time before anything is gone.</param>
    public Interruption(Action announce)
    {
        _announce = announce;
        _signals = [.. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM }.Select(signal => PosixSignalRegistration.Create(signal, Stop))];
    }

    public CancellationToken Token => _source.Token;

    public void Dispose()
    {
        _signals.ForEach(signal => signal.Dispose());
        _source.Dispose();
    }

    private void Stop(PosixSignalContext context)
    {
        if (_source.IsCancellationRequested)
            Environment.Exit((int)ExitCode.Interrupted);

        context.Cancel = true;
        _announce();
        _source.Cancel();
    }
}
