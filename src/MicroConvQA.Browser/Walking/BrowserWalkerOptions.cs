using MicroConvQA.Attribution;
using MicroConvQA.Faults;
using MicroConvQA.Planning;

namespace MicroConvQA.Browser.Walking;

/// <summary>What walks need beside the configuration.</summary>
internal sealed record BrowserWalkerOptions
{
    /// <summary>The folder that uploads may come from, absolute; files in messages are relative to it.</summary>
    public required string Workspace { get; init; }

    /// <summary>What makes this run's made-up shoppers differ from all other runs'.</summary>
    public required string Seed { get; init; }

    /// <summary>The tool's name and version, as recordings keep it.</summary>
    public required string Tool { get; init; }

    /// <summary>The deploy or commit under test; null = unknown.</summary>
    public string? Deploy { get; init; }

    /// <summary>Reads an environment variable; null = not set. Default: the process's own.</summary>
    public Func<string, string?> Environment { get; init; } = System.Environment.GetEnvironmentVariable;

    /// <summary>The fault that is put into a walk's requests on purpose; null = none. Default: none.</summary>
    public Func<Walk, WireFault?> FaultOf { get; init; } = _ => null;

    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>How far clocks and ways may be apart. Default: as usual.</summary>
    public Tolerances Tolerances { get; init; } = new();
}
