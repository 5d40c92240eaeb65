using System.Globalization;
using Microsoft.Playwright;

namespace MicroConvQA.Browser.Acting;

/// <summary>Plays a video or a sound in real time: media know nothing of a virtual clock.</summary>
internal sealed class MediaPlayer(TimeProvider time, TimeSpan patience)
{
    private const string Media = "video, audio";

    /// <summary>
    /// Plays until so much has run, or the medium has ended; a button or region stands for the medium that it starts or holds.
    /// </summary>
    public async Task PlayAsync(IPage page, ILocator element, TimeSpan duration)
    {
        var media = await MediaAsync(page, element);
        try
        {
            var problem = await media.EvaluateAsync<string?>(Play, duration.TotalSeconds).WaitAsync(duration + patience, time);
            if (problem is not null)
                throw new WalkBrokenException($"The medium on {page.Url} does not play: {problem}.");
        }
        catch (TimeoutException exception)
        {
            var seconds = await media.EvaluateAsync<double>("media => media.currentTime");
            throw new WalkBrokenException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The medium on {page.Url} stands at {seconds:0.0} s and did not run for {duration.TotalSeconds:0.0} s within {(duration + patience).TotalSeconds:0.0} s."
                ),
                exception
            );
        }
    }

    private async Task<ILocator> MediaAsync(IPage page, ILocator element)
    {
        if (await element.EvaluateAsync<bool>("element => element instanceof HTMLMediaElement"))
            return element;
        if (await element.Locator(Media).CountAsync() > 0)
            return element.Locator(Media).First;

        await element.ClickAsync();
        var number = await page.EvaluateAsync<int>(FirstPlaying).WaitAsync(patience, time);
        return page.Locator(Media).Nth(number);
    }

    private const string Play = """
        (media, seconds) => new Promise(resolve => {
          let last = media.currentTime, played = 0;
          const events = ['timeupdate', 'ended', 'error'];
          const end = problem => { events.forEach(name => media.removeEventListener(name, look)); resolve(problem); };
          const look = event => {
            played += Math.max(0, media.currentTime - last);
            last = media.currentTime;
            if (event.type === 'error') end(media.error?.message || 'its source cannot be loaded');
            else if (event.type === 'ended' || played >= seconds) end(null);
          };
          events.forEach(name => media.addEventListener(name, look));
          media.play().catch(error => end(error.message));
        })
        """;

    // Media events do not bubble, but the document sees them on their way down.
    private const string FirstPlaying = """
        () => new Promise(resolve => {
          const look = () => {
            const number = [...document.querySelectorAll('video, audio')].findIndex(media => !media.paused);
            if (number < 0) return;
            document.removeEventListener('playing', look, true);
            resolve(number);
          };
          document.addEventListener('playing', look, true);
          look();
        })
        """;
}
