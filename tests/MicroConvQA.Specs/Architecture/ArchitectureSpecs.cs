using System.Text.RegularExpressions;
using System.Xml.Linq;
using FluentAssertions;
using Mono.Cecil;
using NUnit.Framework;

namespace MicroConvQA.Specs.Architecture;

/// <summary>
/// What may use what. Read from top to bottom, each table is the flow of the data: a stage uses only what stands above it.
/// </summary>
internal sealed class ArchitectureSpecs
{
    private const string OwnFolder = "";

    private static readonly (string Stage, string[] Uses)[] Core =
    [
        ("Source", []),
        ("Vendors", ["Source"]),
        ("Journeys", ["Source"]),
        ("Dictionary", ["Source", "Journeys"]),
        ("Configuration", ["Source", "Vendors", "Journeys"]),
        ("Planning", ["Source", "Vendors", "Journeys", "Dictionary", "Configuration"]),
        ("Schemas", ["Source", "Vendors", "Journeys", "Dictionary", "Configuration"]),
        ("Recording", ["Source"]),
        ("Decoding", ["Vendors", "Configuration", "Recording"]),
        ("Attribution", ["Recording", "Decoding"]),
        ("Matching", ["Source", "Journeys", "Dictionary", "Configuration", "Recording", "Decoding", "Attribution"]),
        (
            "Judging",
            ["Source", "Vendors", "Journeys", "Dictionary", "Configuration", "Planning", "Recording", "Decoding", "Attribution", "Matching"]
        ),
        ("Faults", ["Source", "Journeys", "Dictionary", "Configuration", "Recording", "Decoding", "Matching", "Judging"]),
        (
            "Mutation",
            ["Source", "Journeys", "Dictionary", "Configuration", "Recording", "Decoding", "Attribution", "Matching", "Judging", "Faults"]
        ),
        ("Running", ["Source", "Journeys", "Dictionary", "Configuration", "Planning", "Recording", "Decoding", "Judging", "Faults"]),
        (
            "Reporting",
            ["Source", "Journeys", "Dictionary", "Configuration", "Planning", "Recording", "Decoding", "Judging", "Mutation", "Running"]
        ),
    ];

    private static readonly (string Stage, string[] Uses)[] Browser =
    [
        ("Capture", []),
        ("Clock", ["Capture"]),
        ("Settling", ["Capture", "Clock"]),
        ("Launching", ["Capture"]),
        ("Acting", ["Capture", "Clock"]),
        ("Walking", ["Capture", "Clock", "Settling", "Launching", "Acting"]),
        ("Composing", ["Capture", "Launching", "Walking"]),
    ];

    // The rooms of a stage: each may use those above it that are named, and what stands in the stage's own folder.
    private static readonly (string Room, string[] Uses)[] ConfigurationRooms =
    [
        ("Sites", []),
        ("Reports", []),
        ("Settling", []),
        ("Destinations", []),
        ("Consent", ["Destinations"]),
        ("Network", ["Destinations"]),
        ("Devices", ["Sites"]),
        (OwnFolder, ["Sites", "Reports", "Settling", "Destinations", "Consent", "Network", "Devices"]),
    ];

    private static readonly (string Room, string[] Uses)[] JudgingRooms =
    [
        ("English", []),
        ("Findings", ["English"]),
        ("Limits", ["English", "Findings"]),
        ("Consistency", ["English", "Findings"]),
        ("Consent", ["English", "Findings"]),
        ("PersonalData", ["English", "Findings", "Consent"]),
        ("Counting", ["English", "Findings", "Consent"]),
        ("Causes", ["English", "Findings", "Counting"]),
        (OwnFolder, ["English", "Findings", "Limits", "Consistency", "Consent", "PersonalData", "Counting", "Causes"]),
        ("Again", ["English", "Findings"]),
    ];

    /// <summary>
    /// What the browser's stages know of the core: none of them judges, and what mutates recordings is no matter of a walk.
    /// </summary>
    private static readonly (string Stage, string[] Uses)[] CoreOfBrowser =
    [
        ("Capture", ["Configuration", "Recording", "Decoding", "Attribution", "Faults"]),
        ("Clock", ["Journeys", "Recording", "Attribution"]),
        ("Settling", ["Configuration", "Decoding", "Recording"]),
        ("Launching", ["Configuration", "Journeys", "Running"]),
        ("Acting", ["Source", "Journeys", "Configuration", "Planning"]),
        (
            "Walking",
            [
                "Source",
                "Vendors",
                "Journeys",
                "Dictionary",
                "Configuration",
                "Planning",
                "Recording",
                "Decoding",
                "Attribution",
                "Matching",
                "Faults",
                "Running",
            ]
        ),
        (
            "Composing",
            [
                "Source",
                "Vendors",
                "Journeys",
                "Dictionary",
                "Configuration",
                "Planning",
                "Recording",
                "Decoding",
                "Judging",
                "Faults",
                "Running",
                "Reporting",
            ]
        ),
    ];

    private static readonly (string Assembly, string[] Uses)[] Assemblies =
    [
        ("MicroConvQA", ["Newtonsoft.Json", "YamlDotNet"]),
        ("MicroConvQA.Browser", ["MicroConvQA", "Microsoft.Playwright", "Newtonsoft.Json"]),
        ("MicroConvQA.NUnit", ["MicroConvQA", "MicroConvQA.Browser", "nunit.framework"]),
        ("MicroConvQA.DemoShop", []),
        (
            "microconv",
            ["MicroConvQA", "MicroConvQA.Browser", "MicroConvQA.DemoShop", "Newtonsoft.Json", "Spectre.Console", "System.CommandLine"]
        ),
    ];

    private static readonly string[] OurAssemblies = [.. Assemblies.Select(row => row.Assembly)];

    [TestCase("MicroConvQA")]
    [TestCase("MicroConvQA.Browser")]
    public void A_stage_uses_only_the_stages_above_it(string assembly)
    {
        var table = (assembly == "MicroConvQA" ? Core : Browser).ToDictionary(row => row.Stage, row => row.Uses);

        var breaches =
            from type in Types(assembly)
            let stage = StageOf(type, assembly)
            from used in TypeUses.Of(type)
            let usedStage = used.Scope is ModuleDefinition || used.Scope.Name == assembly ? StageOf(used, assembly) : null
            where usedStage is not null && usedStage != stage && !table[stage!].Contains(usedStage)
            select $"{type.FullName} ({stage}) uses {used.FullName} ({usedStage})";

        breaches.Distinct().Should().BeEmpty();
    }

    [TestCase("Configuration")]
    [TestCase("Judging")]
    public void A_room_uses_only_the_rooms_it_may(string stage)
    {
        var table = (stage == "Judging" ? JudgingRooms : ConfigurationRooms).ToDictionary(row => row.Room, row => row.Uses);

        var breaches =
            from type in Types("MicroConvQA")
            let room = RoomOf(type, stage)
            where room is not null
            from used in TypeUses.Of(type)
            let usedRoom = RoomOf(used, stage)
            where usedRoom is not null and not OwnFolder && usedRoom != room && !table[room!].Contains(usedRoom)
            select $"{type.FullName} ({room}) uses {used.FullName} ({usedRoom})";

        breaches.Distinct().Should().BeEmpty();
    }

    [Test]
    public void A_stage_of_the_browser_knows_only_its_stages_of_the_core()
    {
        var table = CoreOfBrowser.ToDictionary(row => row.Stage, row => row.Uses);

        var breaches =
            from type in Types("MicroConvQA.Browser")
            let stage = StageOf(type, "MicroConvQA.Browser")
            from used in TypeUses.Of(type)
            let core = used.Scope.Name == "MicroConvQA" ? StageOf(used, "MicroConvQA") : null
            where core is not null && !table[stage!].Contains(core)
            select $"{type.FullName} ({stage}) uses {used.FullName} ({core})";

        breaches.Distinct().Should().BeEmpty();
    }

    [TestCaseSource(nameof(OurAssemblies))]
    public void A_project_uses_only_the_libraries_it_is_meant_to(string assembly)
    {
        var allowed = Assemblies.Single(row => row.Assembly == assembly).Uses;

        var used = Module(assembly).AssemblyReferences.Select(reference => reference.Name).Where(name => !IsPlatform(name));

        used.Should().BeSubsetOf(allowed);
    }

    [TestCase("RouteAsync", "routes miss what is sent while a page is left, and it goes out to the vendor")]
    [TestCase("set_HttpCredentials", "Playwright would then intercept every request and switch the cache off")]
    public void The_harness_never_calls(string method, string because)
    {
        var callers =
            from type in Types("MicroConvQA.Browser")
            from body in type.Methods.Concat(type.NestedTypes.SelectMany(nested => nested.Methods)).Where(m => m.HasBody)
            where body.Body.Instructions.Any(instruction => instruction.Operand is MethodReference called && called.Name == method)
            select body.FullName;

        callers.Should().BeEmpty(because);
    }

    [TestCaseSource(nameof(OurAssemblies))]
    public void Every_public_type_says_in_a_sentence_what_it_is(string assembly)
    {
        var documented = XDocument
            .Load(Path.Combine(AppContext.BaseDirectory, $"{assembly}.xml"))
            .Descendants("member")
            .Where(member => member.Elements().Any())
            .Select(member => member.Attribute("name")!.Value)
            .ToHashSet();

        var silent = Types(assembly).Where(type => type.IsPublic && !documented.Contains($"T:{type.FullName.Replace('/', '.')}"));

        silent.Select(type => type.FullName).Should().BeEmpty();
    }

    [TestCaseSource(nameof(OurAssemblies))]
    public void A_public_type_is_in_the_file_of_its_name_or_small_in_that_of_the_type_that_names_it(string assembly)
    {
        var types = Types(assembly).ToList();

        var lost =
            from type in types
            where type.IsPublic
            let folder = FolderOf(type, assembly)
            where !File.Exists(Path.Combine(folder, FileNameOf(type))) && !TravelsWithOneThatNamesIt(type, folder, types)
            select $"{type.FullName} is neither in {FileNameOf(type)} nor a record or enum beside a public type that names it";

        lost.Should().BeEmpty();
    }

    [TestCaseSource(nameof(OurAssemblies))]
    public void The_public_surface_changes_only_on_purpose(string assembly) =>
        Approved.Matches(PublicSurface.Of(Module(assembly)), assembly);

    private static ModuleDefinition Module(string assembly) =>
        ModuleDefinition.ReadModule(Path.Combine(AppContext.BaseDirectory, $"{assembly}.dll"));

    private static IEnumerable<TypeDefinition> Types(string assembly) =>
        Module(assembly).Types.Where(type => type.Namespace.StartsWith(RootNamespace(assembly), StringComparison.Ordinal));

    private static string FolderOf(TypeDefinition type, string assembly) =>
        Path.Combine(Repository.SourceOf(assembly), type.Namespace[RootNamespace(assembly).Length..].Trim('.').Replace('.', '/'));

    private static string FileNameOf(TypeReference type) => type.Name.Split('`')[0] + ".cs";

    /// <summary>Whether a record or an enum stands in the file of a public type that names it, itself or by a part of it.</summary>
    private static bool TravelsWithOneThatNamesIt(TypeDefinition type, string folder, IReadOnlyList<TypeDefinition> types)
    {
        var isDeclared = new Regex($@"^public (enum|(sealed |readonly )*record( struct)?) {type.Name}\b", RegexOptions.Multiline);
        var file = Directory.Exists(folder)
            ? Directory.GetFiles(folder, "*.cs").FirstOrDefault(file => isDeclared.IsMatch(File.ReadAllText(file)))
            : null;
        return file is not null
            && types.FirstOrDefault(other => other.Namespace == type.Namespace && FileNameOf(other) == Path.GetFileName(file))
                is { IsPublic: true } whole
            && PartsOf(whole, File.ReadAllText(file), types).Contains(type);
    }

    private static HashSet<TypeDefinition> PartsOf(TypeDefinition whole, string source, IReadOnlyList<TypeDefinition> types)
    {
        HashSet<TypeDefinition> parts = [];
        var open = new Stack<TypeDefinition>([whole]);
        while (open.TryPop(out var named))
            foreach (var used in TypeUses.Of(named))
            {
                if (
                    types.FirstOrDefault(type => type.FullName == used.FullName) is { } part
                    && part.Namespace == whole.Namespace
                    && Regex.IsMatch(source, $@"\b(record|struct|enum) {part.Name}\b")
                    && parts.Add(part)
                )
                    open.Push(part);
            }
        return parts;
    }

    private static string RootNamespace(string assembly) => assembly == "microconv" ? "MicroConvQA.Cli" : assembly;

    private static string? StageOf(TypeReference type, string assembly) =>
        NamespaceOf(type) is var name && name.StartsWith(assembly + ".", StringComparison.Ordinal)
            ? name[(assembly.Length + 1)..].Split('.')[0]
            : null;

    /// <returns>The folder within the stage; null = the type is not of the stage.</returns>
    private static string? RoomOf(TypeReference type, string stage) =>
        NamespaceOf(type).Split('.') is ["MicroConvQA", var first, .. var rest] && first == stage ? rest.FirstOrDefault(OwnFolder) : null;

    private static string NamespaceOf(TypeReference type)
    {
        while (type.DeclaringType is not null)
            type = type.DeclaringType;
        return type.Namespace;
    }

    private static bool IsPlatform(string name) =>
        (name.StartsWith("System.", StringComparison.Ordinal) && name != "System.CommandLine")
        || name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)
        || name.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal)
        || name is "netstandard" or "Microsoft.Net.Http.Headers" or "Microsoft.Win32.Primitives";
}
