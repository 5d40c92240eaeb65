namespace MicroConvQA.Configuration.Devices;

/// <summary>What <c>launchOptions</c> of the configuration say.</summary>
internal sealed record LaunchOptions(string? ExecutablePath, IReadOnlyList<string> Arguments, TimeSpan SlowMotion);
