using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace MicroConvQA.Cli.Commands;

/// <summary>The arguments of <c>mutate</c>.</summary>
internal sealed class MutateArguments
{
    private readonly Argument<string> _path = new("recordings")
    {
        Description = "The output folder of a run that passed, the folder of a walk, or a recording.json. Default: test-results.",
        DefaultValueFactory = _ => "test-results",
    };
    private readonly Option<string?> _journeys = new("--journeys")
    {
        Description = "Judge by the checklist in this folder instead of the recordings' own.",
        HelpName = "DIR",
    };
    private readonly Option<OutputFormat> _format = FormatOption.Of("fates");
    private readonly Option<double> _threshold = new("--threshold")
    {
        Description = "The score in percent that is enough. Default: 100.",
        HelpName = "PERCENT",
        CustomParser = ParseThreshold,
        DefaultValueFactory = _ => 100,
    };
    private readonly Option<bool> _allDevices = new("--all-devices")
    {
        Description = "Put faults into the walks on every device, not only on one.",
    };

    public Command AddTo(Command command)
    {
        command.Add(_path);
        foreach (var option in new Option[] { _journeys, _format, _threshold, _allDevices })
            command.Add(option);
        return command;
    }

    public MutateOptions OptionsOf(ParseResult parsed) =>
        new()
        {
            Path = parsed.GetRequiredValue(_path),
            Journeys = parsed.GetValue(_journeys),
            Format = parsed.GetValue(_format),
            Threshold = parsed.GetValue(_threshold),
            AllDevices = parsed.GetValue(_allDevices),
        };

    private static double ParseThreshold(ArgumentResult result)
    {
        var text = result.Tokens.Count == 0 ? "" : result.Tokens[0].Value;
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent) && percent <= 100)
            return percent;
        result.AddError($"--threshold must be a percentage from 0 to 100, but is '{text}'.");
        return 100;
    }
}
