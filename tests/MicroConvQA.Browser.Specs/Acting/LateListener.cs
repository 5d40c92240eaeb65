using System.Reflection;
using Microsoft.Playwright;

namespace MicroConvQA.Browser.Specs.Acting;

/// <summary>
/// A page whose Playwright looks at the address, and listens for a new one only when that has come: it waits for it in vain.
/// </summary>
public class LateListener : DispatchProxy
{
    private IPage _page = null!;
    private Func<Task> _meanwhile = null!;

    /// <param name="page">The page.</param>
    /// <param name="meanwhile">What happens between the look and the listening.</param>
    public static IPage Before(IPage page, Func<Task> meanwhile)
    {
        var late = Create<IPage, LateListener>();
        ((LateListener)(object)late)._page = page;
        ((LateListener)(object)late)._meanwhile = meanwhile;
        return late;
    }

    /// <inheritdoc/>
    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
        targetMethod!.Name == nameof(IPage.WaitForURLAsync) ? WaitInVainAsync() : targetMethod.Invoke(_page, args);

    private async Task WaitInVainAsync()
    {
        await _meanwhile();
        throw new TimeoutException("Timeout exceeded.");
    }
}
