using NUnit.Framework;

/// <summary>
/// The runner starts test assemblies side by side; two that each drive several browsers would slow each other down to their time-outs.
/// A mutex belongs to the thread that took it, and NUnit may end on another one than it began on: so it gets a thread of its own.
/// </summary>
[SetUpFixture]
public sealed class OneBrowserAssemblyAtATime : IDisposable
{
    private readonly ManualResetEventSlim taken = new();
    private readonly ManualResetEventSlim done = new();
    private Thread? holder;

    [OneTimeSetUp]
    public void WaitForTheOther()
    {
        holder = new Thread(Hold) { IsBackground = true };
        holder.Start();
        taken.Wait();
    }

    [OneTimeTearDown]
    public void LetTheOtherGo()
    {
        done.Set();
        holder?.Join();
    }

    public void Dispose()
    {
        taken.Dispose();
        done.Dispose();
    }

    private void Hold()
    {
        using var mutex = new Mutex(initiallyOwned: false, @"Global\microconv-browser-specs");
        try
        {
            mutex.WaitOne();
        }
        catch (AbandonedMutexException)
        {
            // The other assembly was ended in the middle; what it held is ours now.
        }

        taken.Set();
        done.Wait();
        mutex.ReleaseMutex();
    }
}
