using MicroConvQA.Configuration.Sites;
using MicroConvQA.Source;

namespace MicroConvQA.Configuration.Devices;

/// <summary>
/// Makes devices of projects: what a project leaves out it inherits from the <c>use</c> of all, then from its device descriptor.
/// </summary>
internal sealed class DeviceProjects(IDeviceCatalog catalog, string directory, SourceProblems problems)
{
    // What Playwright takes where nothing names a viewport.
    private static readonly ScreenSize DefaultViewport = new(1280, 720);

    /// <param name="options">The configuration.</param>
    /// <param name="place">Where a configuration without projects stands.</param>
    public IReadOnlyList<DeviceProject> Of(ConfigurationOptions options, SourcePlace place)
    {
        IReadOnlyList<ProjectOptions> projects =
            options.Projects.Count > 0 ? options.Projects : [new ProjectOptions("default", place, UseOptions.Empty, place)];
        RefuseSameNames(projects);
        _ = TraitsOf(options.Use);
        IReadOnlyList<DeviceProject> devices =
        [
            .. projects.Select(project => DeviceOf(project, options.Use) with { Remote = RemoteOf(project.Use, options) }),
        ];
        RefuseGroupNames(projects, devices);

        return devices;
    }

    private DeviceProject DeviceOf(ProjectOptions project, UseOptions all)
    {
        var own = project.Use;
        var isOwnDevice = own.Device is not null;
        var traits = isOwnDevice ? TraitsOf(own) : Quietly(all.Device);
        // A device brings its own screen and engine along: what all devices inherit gives way, what the project itself says does not.
        var viewport = own.Viewport ?? (isOwnDevice ? null : all.Viewport);
        var engine = own.Engine
            ?? (isOwnDevice ? traits?.DefaultEngine : null)
            ?? all.Engine
            ?? traits?.DefaultEngine
            ?? BrowserEngine.Chromium;
        var launch = own.Launch ?? all.Launch;

        return WithLimits(
            own,
            all,
            new DeviceProject
            {
                Name = project.Name,
                Engine = engine,
                Descriptor = own.Device ?? all.Device,
                Group = DeviceGroups.Of(traits?.IsMobile ?? false, viewport ?? traits?.Viewport ?? DefaultViewport),
                Viewport = viewport,
                Locale = own.Locale ?? all.Locale,
                TimezoneId = own.TimezoneId ?? all.TimezoneId,
                BaseUrl = own.BaseUrl,
                ExecutablePath = Executable(launch?.ExecutablePath),
                Channel = own.Channel ?? all.Channel,
                LaunchArguments = launch?.Arguments ?? [],
                Access = (own.Credentials ?? all.Credentials ?? SiteAccess.Open) with
                {
                    Headers = own.Headers ?? all.Headers ?? SiteAccess.Open.Headers,
                    IgnoresCertificateErrors = own.IgnoreHttpsErrors ?? all.IgnoreHttpsErrors ?? false,
                },
                Place = project.Place,
            }
        );
    }

    private static DeviceProject WithLimits(UseOptions own, UseOptions all, DeviceProject defaults) =>
        defaults with
        {
            Trace = own.Trace ?? all.Trace ?? defaults.Trace,
            Screenshot = own.Screenshot ?? all.Screenshot ?? defaults.Screenshot,
            Video = own.Video ?? all.Video ?? defaults.Video,
            ActionTimeout = own.ActionTimeout ?? all.ActionTimeout ?? defaults.ActionTimeout,
            NavigationTimeout = own.NavigationTimeout ?? all.NavigationTimeout ?? defaults.NavigationTimeout,
        };

    private RemoteBrowser? RemoteOf(UseOptions own, ConfigurationOptions options)
    {
        var use = own.Remote is null ? options.Use : own;
        if (use.Remote is not { } remote)
            return null;
        if (options.Microconv.ProxyHost is null && !new Uri(remote.Endpoint).IsLoopback)
            problems.Add(
                use.RemotePlace!,
                $"the browser at '{remote.Endpoint}' runs on another machine, and its traffic must come through this one. Give this machine's name or address, as that one knows it, by 'proxyHost' in 'microconv'."
            );

        return remote with
        {
            ProxyHost = options.Microconv.ProxyHost,
        };
    }

    private DeviceTraits? TraitsOf(UseOptions use)
    {
        if (use.Device is null || Quietly(use.Device) is { } traits)
            return Quietly(use.Device);

        var near = Suggestion.Nearest(use.Device, catalog.Names) is { } name
            ? $" Did you mean '{name}'?"
            : " Playwright's documentation lists them: https://playwright.dev/docs/emulation#devices.";
        problems.Add(use.DevicePlace!, $"unknown device '{use.Device}'.{near}");
        return null;
    }

    private DeviceTraits? Quietly(string? name) => name is null ? null : catalog.Find(name);

    // A bare name is looked for on the PATH by the system.
    private string? Executable(string? path) =>
        path is not null && path.AsSpan().ContainsAny('/', '\\') ? Path.GetFullPath(path, directory) : path;

    private void RefuseSameNames(IReadOnlyList<ProjectOptions> projects)
    {
        foreach (var same in projects.GroupBy(project => project.Name))
        foreach (var later in same.Skip(1))
            problems.Add(
                later.NamePlace,
                $"the project '{later.Name}' stands here a second time; the first is in line {same.First().NamePlace.Line}. Give it another name."
            );
    }

    private void RefuseGroupNames(IReadOnlyList<ProjectOptions> projects, IReadOnlyList<DeviceProject> devices)
    {
        foreach (var (project, device) in projects.Zip(devices))
            if (
                DeviceGroups.All.Contains(project.Name)
                && (device.Group != project.Name || devices.Count(other => other.Group == project.Name) > 1)
            )
                problems.Add(
                    project.NamePlace,
                    $"the project '{project.Name}' has the name of a device group, which journeys would take for all its devices. Call it '{project.Name}-1', or by its device."
                );
    }
}
