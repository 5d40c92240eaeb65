namespace MicroConvQA.Configuration;

/// <summary>When a trace, screenshot or video is kept, as Playwright names it.</summary>
public enum ArtifactMode
{
    Off,
    On,

    /// <summary>Kept only of walks that did not pass.</summary>
    RetainOnFailure,
}
