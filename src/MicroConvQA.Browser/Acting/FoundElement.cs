using Microsoft.Playwright;

namespace MicroConvQA.Browser.Acting;

/// <summary>The one element that a locator chain means on the page.</summary>
/// <param name="Locator">Finds it and nothing else.</param>
/// <param name="Warning">What the author should know: a fallback was used; null = nothing.</param>
internal sealed record FoundElement(ILocator Locator, string? Warning);
