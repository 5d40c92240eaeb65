using Microsoft.Playwright;

namespace MicroConvQA.Browser.Acting;

/// <summary>
/// What a bare name can mean, in tiers: a later tier is only looked at where the ones before it have no visible control of that name.
/// </summary>
internal static class NamedControls
{
    private static readonly AriaRole[] Pressed =
    [
        AriaRole.Button,
        AriaRole.Link,
        AriaRole.Tab,
        AriaRole.Menuitem,
        AriaRole.Menuitemcheckbox,
        AriaRole.Menuitemradio,
        AriaRole.Option,
        AriaRole.Checkbox,
        AriaRole.Radio,
        AriaRole.Switch,
        AriaRole.Treeitem,
    ];

    private static readonly AriaRole[] Typed = [AriaRole.Textbox, AriaRole.Searchbox, AriaRole.Combobox, AriaRole.Spinbutton];

    private static readonly AriaRole[] Set = [AriaRole.Slider, AriaRole.Listbox];

    private static readonly AriaRole[] Ticked =
    [
        AriaRole.Checkbox,
        AriaRole.Radio,
        AriaRole.Switch,
        AriaRole.Menuitemcheckbox,
        AriaRole.Menuitemradio,
        AriaRole.Option,
    ];

    private static readonly AriaRole[] Shown =
    [
        AriaRole.Img,
        AriaRole.Heading,
        AriaRole.Dialog,
        AriaRole.Alertdialog,
        AriaRole.Region,
        AriaRole.Figure,
    ];

    private const string Fields = "input, textarea, select, [contenteditable]";
    private const string Media = "video, audio";

    /// <summary>The tiers of a purpose within a scope, the first first.</summary>
    public static IReadOnlyList<ILocator> Tiers(ILocator scope, string name, ControlPurpose purpose) =>
        purpose switch
        {
            ControlPurpose.Any =>
            [
                OfRoles(scope, Pressed, name),
                OfRoles(scope, [.. Typed, .. Set], name).Or(Labelled(scope, name, Fields)),
                OfRoles(scope, Shown, name).Or(Labelled(scope, name, Media)).Or(WithText(scope, name, "summary, label")),
            ],
            ControlPurpose.Fill => [OfRoles(scope, [.. Typed, AriaRole.Slider], name).Or(Labelled(scope, name, Fields))],
            ControlPurpose.Choose => [OfRoles(scope, [AriaRole.Combobox, AriaRole.Listbox], name).Or(Labelled(scope, name, "select"))],
            ControlPurpose.Tick => [OfRoles(scope, Ticked, name), WithText(scope, name, "label")],
            ControlPurpose.Upload => [Labelled(scope, name, "input[type=file]")],
            ControlPurpose.Play =>
            [
                Labelled(scope, name, Media),
                OfRoles(scope, [AriaRole.Button], name),
                OfRoles(scope, [AriaRole.Region, AriaRole.Figure], name),
            ],
            _ => throw new InvalidOperationException($"unknown purpose {purpose}"),
        };

    /// <summary>The roles, as a snapshot of the page names them, whose names are worth proposing for a purpose.</summary>
    public static IReadOnlySet<string> RolesFor(ControlPurpose purpose) =>
        Names(
            purpose switch
            {
                ControlPurpose.Any => [.. Pressed, .. Typed, .. Set, .. Shown],
                ControlPurpose.Fill => [.. Typed, AriaRole.Slider],
                ControlPurpose.Choose => [AriaRole.Combobox, AriaRole.Listbox],
                ControlPurpose.Tick => Ticked,
                ControlPurpose.Upload => [AriaRole.Button],
                ControlPurpose.Play => [AriaRole.Button, AriaRole.Region, AriaRole.Figure],
                _ => throw new InvalidOperationException($"unknown purpose {purpose}"),
            }
        );

    private static ILocator OfRoles(ILocator scope, IEnumerable<AriaRole> roles, string name) =>
        roles.Select(role => scope.GetByRole(role, new() { Name = name, Exact = true })).Aggregate((one, other) => one.Or(other));

    private static ILocator Labelled(ILocator scope, string name, string selector) =>
        scope.GetByLabel(name, new() { Exact = true }).And(scope.Locator(selector));

    private static ILocator WithText(ILocator scope, string name, string selector) =>
        scope.GetByText(name, new() { Exact = true }).And(scope.Locator(selector));

    private static HashSet<string> Names(IEnumerable<AriaRole> roles) => [.. roles.Select(role => role.ToString().ToLowerInvariant())];
}
