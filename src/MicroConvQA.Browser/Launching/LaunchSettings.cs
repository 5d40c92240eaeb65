namespace MicroConvQA.Browser.Launching;

/// <summary>How browsers are started, beside what each device says.</summary>
internal sealed record LaunchSettings
{
    /// <summary>Whether windows are shown. Default no.</summary>
    public bool Headed { get; init; }

    /// <summary>A pause after each action, to watch it. Default none, up to 10 s.</summary>
    public TimeSpan SlowMotion { get; init; } = TimeSpan.Zero;
}
