namespace MicroConvQA.Browser.Capture;

/// <summary>
/// The one lock of a ledger's parts, so that what one of them says fits what the others say, and the one signal for who waits for hits.
/// It may be entered again by who holds it.
/// </summary>
internal sealed class LedgerLock
{
    private readonly Lock _lock = new();
    private TaskCompletionSource _changed = NewSignal();

    /// <summary>
    /// Ends with the next change of the requests. To be asked for in the same <see cref="Hold{T}"/> as what is waited on, or a change is
    /// missed.
    /// </summary>
    public Task Changed => _changed.Task;

    /// <summary>Reads or writes what nobody waits for.</summary>
    public T Hold<T>(Func<T> act)
    {
        lock (_lock)
            return act();
    }

    /// <inheritdoc cref="Hold{T}"/>
    public void Hold(Action act)
    {
        lock (_lock)
            act();
    }

    /// <summary>Writes requests, and wakes who waits for them.</summary>
    public T Change<T>(Func<T> change)
    {
        lock (_lock)
        {
            var result = change();
            // Who waits goes on by a thread of its own, and never under the lock.
            _changed.SetResult();
            _changed = NewSignal();
            return result;
        }
    }

    /// <inheritdoc cref="Change{T}"/>
    public void Change(Action change) =>
        Change(() =>
        {
            change();
            return true;
        });

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
