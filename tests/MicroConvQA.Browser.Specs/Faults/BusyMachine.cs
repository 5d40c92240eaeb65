namespace MicroConvQA.Browser.Specs.Faults;

/// <summary>Keeps every core busy until it is disposed, by threads of this process.</summary>
internal sealed class BusyMachine : IDisposable
{
    private readonly CancellationTokenSource end = new();
    private readonly List<Thread> threads;

    public BusyMachine()
    {
        threads = [.. Enumerable.Range(0, Environment.ProcessorCount).Select(_ => new Thread(Turn) { IsBackground = true })];
        threads.ForEach(thread => thread.Start());
    }

    public void Dispose()
    {
        end.Cancel();
        threads.ForEach(thread => thread.Join());
        end.Dispose();
    }

    private void Turn()
    {
        while (!end.IsCancellationRequested)
        {
            Thread.SpinWait(10_000);
        }
    }
}
