using Microsoft.Playwright;

namespace MicroConvQA.Browser.Acting;

/// <summary>Scrolls a page the way a shopper does, screen by screen, so that lazy content and scroll triggers see each part.</summary>
internal static class Scroller
{
    private const int MostScreens = 200;

    public static Task ByAsync(IPage page, int pixels) => page.EvaluateAsync(ScrollBy, pixels);

    /// <summary>Scrolls down or up to a share of the height that the page has then: content that loads meanwhile is scrolled too.</summary>
    public static async Task ToPercentAsync(IPage page, int percent)
    {
        for (var screen = 0; screen < MostScreens; screen++)
            if (await page.EvaluateAsync<bool>(ScrollTowards, percent))
                return;
        throw new WalkBrokenException(
            $"The page {page.Url} grew while it was scrolled and {percent} % was not reached after {MostScreens} screens."
        );
    }

    // Resolves after the page has been told of the scroll; a scroll that moves nothing tells nobody.
    private const string Scrolled = """
        const move = by => new Promise(resolve => {
          const before = window.scrollY;
          window.addEventListener('scroll', () => resolve(true), { once: true });
          window.scrollBy({ top: by, behavior: 'instant' });
          if (window.scrollY === before) resolve(false);
        });
        """;

    private const string ScrollBy = $$"""
        async pixels => {
          {{Scrolled}}
          const screen = Math.max(1, window.innerHeight);
          for (let left = pixels; left !== 0;) {
            const by = Math.sign(left) * Math.min(Math.abs(left), screen);
            await move(by);
            left -= by;
          }
        }
        """;

    private const string ScrollTowards = $$"""
        async percent => {
          {{Scrolled}}
          const root = document.scrollingElement;
          const target = Math.round((root.scrollHeight - window.innerHeight) * percent / 100);
          const way = target - window.scrollY;
          const moved = Math.abs(way) < 1 ? false : await move(Math.sign(way) * Math.min(Math.abs(way), window.innerHeight));
          return !moved || Math.abs(target - window.scrollY) <= 1 && root.scrollHeight - window.innerHeight === document.scrollingElement.scrollHeight - window.innerHeight;
        }
        """;
}
