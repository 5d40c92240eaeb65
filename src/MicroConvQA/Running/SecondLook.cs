namespace MicroConvQA.Running;

/// <summary>A failed walk, walked once more for evidence. The verdict is the first one's.</summary>
/// <param name="Directory">The folder of its recording, trace and screenshots, absolute.</param>
/// <param name="Trace">Playwright's trace of it, by its name in that folder; null = none was kept.</param>
public sealed record SecondLook(string Directory, string? Trace);
