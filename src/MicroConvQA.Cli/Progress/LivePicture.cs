using MicroConvQA.Cli.Display;
using Spectre.Console;

namespace MicroConvQA.Cli.Progress;

/// <summary>Shows the progress of a run in place, on a terminal only.</summary>
internal sealed class LivePicture(IAnsiConsole terminal, RunProgress progress)
{
    private static readonly TimeSpan BetweenFrames = TimeSpan.FromMilliseconds(120);

    /// <summary>
    /// Draws until the work is done, then leaves the last picture standing without the room that the walks under way needed.
    /// </summary>
    public async Task<T> WhileAsync<T>(Task<T> work)
    {
        await terminal
            .Live(Frame())
            .AutoClear(true)
            .Overflow(VerticalOverflow.Crop)
            .StartAsync(async live =>
            {
                using var timer = new PeriodicTimer(BetweenFrames);
                while (!work.IsCompleted)
                {
                    live.UpdateTarget(Frame());
                    await Task.WhenAny(work, timer.WaitForNextTickAsync().AsTask());
                }
            });
        terminal.Write(Frame());

        return await work;
    }

    private Paragraph Frame() =>
        progress.Snapshot() is { Count: > 0 } states
            ? Picture.Of(ProgressPicture.Of(states, progress.Elapsed, terminal.Profile.Height, terminal.Profile.Width))
            : new Paragraph();
}
