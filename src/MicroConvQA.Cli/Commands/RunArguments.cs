using System.CommandLine;
using System.CommandLine.Parsing;
using MicroConvQA.Journeys.Variants;
using MicroConvQA.Planning;

namespace MicroConvQA.Cli.Commands;

/// <summary>The options of <c>run</c>, with their ranges.</summary>
internal sealed class RunArguments
{
    private const int MostWorkers = 256;
    private const int MostRetries = 10;
    private const int SlowestMotion = 10_000;

    private readonly Option<string> _config = CommandLine.ConfigOption();
    private readonly Option<string[]> _journeys = Several("--journey", "NAME", "Only this journey; can be given several times.");
    private readonly Option<string[]> _devices = Several("--device", "NAME", "Only this device or group (desktop, phone, tablet).");
    private readonly Option<string[]> _tags = Several("--tag", "TAG", "Only journeys with this tag.");
    private readonly Option<string?> _grep = new("--grep")
    {
        HelpName = "REGEX",
        Description = "Only walks whose title matches, such as 'checkout.*pixel'.",
    };
    private readonly Option<string?> _variants = new("--variants")
    {
        HelpName = "NAMES",
        Arity = ArgumentArity.ZeroOrOne,
        Description = $"Walks variants of the journeys too: alone all, or some of {string.Join(",", VariantNames.All.Keys)}.",
    };
    private readonly Option<int?> _workers = Number("--workers", 1, MostWorkers, "How many walks go on at once; by default one a core.");
    private readonly Option<int?> _repeat = Number("--repeat", 1, 1000, "How often each walk is walked.");
    private readonly Option<int?> _retries = Number("--retries", 0, MostRetries, "How often a broken walk is walked again.");
    private readonly Option<string?> _baseUrl = new("--base-url")
    {
        HelpName = "URL",
        Description = "The site under test, instead of what the configuration starts or names.",
    };
    private readonly Option<string[]> _faults = Several("--fault", "NAME", "Switches a tracking fault of the demo shop on.");
    private readonly Option<bool> _canary = new("--canary")
    {
        Description = "Proves the run by one more walk with faults put in on purpose; not caught, the run is void (exit 4).",
    };
    private readonly Option<bool> _headed = new("--headed") { Description = "Shows the browsers." };
    private readonly Option<int?> _slowMotion = Number(
        "--slow-mo",
        0,
        SlowestMotion,
        "Pauses the browser after each operation, in milliseconds."
    );
    private readonly Option<bool> _noReport = new("--no-report") { Description = "Writes the result files, but no HTML report." };
    private readonly Option<bool> _open = new("--open") { Description = "Opens the HTML report in the end." };
    private readonly Option<string?> _output = new("--output") { HelpName = "DIR", Description = "Writes everything beneath this folder." };

    public RunArguments()
    {
        _baseUrl.Validators.Add(RefuseOtherThanUrl);
        _variants.Validators.Add(RefuseUnknownVariants);
    }

    public Command AddTo(Command command)
    {
        Option[] all =
        [
            _config,
            _journeys,
            _devices,
            _tags,
            _grep,
            _variants,
            _workers,
            _repeat,
            _retries,
            _baseUrl,
            _faults,
            _canary,
            _headed,
            _slowMotion,
            _noReport,
            _open,
            _output,
        ];
        foreach (var option in all)
            command.Add(option);

        return command;
    }

    public RunOptions OptionsOf(ParseResult parsed) =>
        new()
        {
            Config = parsed.GetRequiredValue(_config),
            Selection = new RunSelection
            {
                Journeys = parsed.GetValue(_journeys) ?? [],
                Devices = parsed.GetValue(_devices) ?? [],
                Tags = parsed.GetValue(_tags) ?? [],
                Grep = parsed.GetValue(_grep),
                Variants = parsed.GetResult(_variants) is null ? null : VariantsIn(parsed.GetValue(_variants)),
                Repeat = parsed.GetValue(_repeat) ?? 1,
            },
            Workers = parsed.GetValue(_workers),
            Retries = parsed.GetValue(_retries),
            Canary = parsed.GetValue(_canary),
            Headed = parsed.GetValue(_headed),
            SlowMotion = parsed.GetValue(_slowMotion) is { } pause ? TimeSpan.FromMilliseconds(pause) : null,
            BaseUrl = parsed.GetValue(_baseUrl)?.TrimEnd('/'),
            Faults = parsed.GetValue(_faults) ?? [],
            NoReport = parsed.GetValue(_noReport),
            Open = parsed.GetValue(_open),
            Output = parsed.GetValue(_output),
        };

    private static Option<string[]> Several(string name, string helpName, string description) =>
        new(name) { HelpName = helpName, Description = description };

    private static Option<int?> Number(string name, int least, int most, string description)
    {
        var option = new Option<int?>(name)
        {
            HelpName = "N",
            Description = description,
            CustomParser = result => Parse(name, least, most, result),
        };
        return option;
    }

    private static int? Parse(string name, int least, int most, ArgumentResult result)
    {
        var text = result.Tokens.Count == 0 ? "" : result.Tokens[0].Value;
        if (int.TryParse(text, out var number) && number >= least && number <= most)
            return number;

        result.AddError($"{name} must be a whole number from {least} to {most}, but is '{text}'.");
        return null;
    }

    private static IReadOnlyList<ShopperVariant> VariantsIn(string? names) =>
        names is null ? [.. VariantNames.All.Values] : [.. NamesIn(names).Select(name => VariantNames.All[name]).Distinct()];

    private static string[] NamesIn(string names) =>
        names.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static void RefuseUnknownVariants(OptionResult result)
    {
        IReadOnlyList<string> known = [.. VariantNames.All.Keys];
        foreach (var name in NamesIn(result.GetValueOrDefault<string?>() ?? "").Where(name => !known.Contains(name)))
            result.AddError($"--variants '{name}': there is no such variant. There are: {string.Join(", ", known)}.");
    }

    private static void RefuseOtherThanUrl(OptionResult result)
    {
        var text = result.GetValueOrDefault<string?>();
        if (text is not null && !(Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"))
            result.AddError($"--base-url must be an absolute URL that begins with http:// or https://, but is '{text}'.");
    }
}
