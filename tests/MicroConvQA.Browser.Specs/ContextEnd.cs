using Microsoft.Playwright;

namespace MicroConvQA.Browser.Specs;

/// <summary>How specs close contexts.</summary>
internal static class ContextEnd
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    /// <summary>
    /// A context that is closed while its page is changing may never say that it is closed; the browser's end is its end too.
    /// </summary>
    public static async Task EndAsync(this IBrowserContext context)
    {
        var closing = context.CloseAsync();
        if (await Task.WhenAny(closing, Task.Delay(Limit)) == closing)
            await closing;
    }
}
