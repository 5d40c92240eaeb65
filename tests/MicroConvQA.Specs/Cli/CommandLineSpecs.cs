using FluentAssertions;
using MicroConvQA.Cli.Commands;
using MicroConvQA.Cli.Display;
using MicroConvQA.Configuration.Devices;
using MicroConvQA.Planning;
using MicroConvQA.Recording;
using MicroConvQA.Running;
using MicroConvQA.Source;
using NUnit.Framework;

namespace MicroConvQA.Specs.Cli;

internal static class CommandLineSpecs
{
    public sealed class Understanding
    {
        [Test]
        public async Task Run_without_options_asks_for_everything_as_the_configuration_says()
        {
            var call = await CallAsync("run");

            call.Options.Should().BeEquivalentTo(new RunOptions());
        }

        [Test]
        public async Task Every_option_of_run_is_understood()
        {
            var call = await CallAsync(
                "run",
                "--config",
                "a.json",
                "--journey",
                "x",
                "--journey",
                "y",
                "--device",
                "phone",
                "--tag",
                "nightly",
                "--grep",
                "checkout.*",
                "--workers",
                "3",
                "--repeat",
                "10",
                "--retries",
                "2",
                "--base-url",
                "https://shop.example/",
                "--fault",
                "late",
                "--headed",
                "--slow-mo",
                "300",
                "--no-report",
                "--open",
                "--output",
                "out"
            );

            call.Options.Should()
                .BeEquivalentTo(
                    new RunOptions
                    {
                        Config = "a.json",
                        Selection = new RunSelection
                        {
                            Journeys = ["x", "y"],
                            Devices = ["phone"],
                            Tags = ["nightly"],
                            Grep = "checkout.*",
                            Repeat = 10,
                        },
                        Workers = 3,
                        Retries = 2,
                        BaseUrl = "https://shop.example",
                        Faults = ["late"],
                        Headed = true,
                        SlowMotion = TimeSpan.FromMilliseconds(300),
                        NoReport = true,
                        Open = true,
                        Output = "out",
                    }
                );
        }

        [Test]
        public async Task Judge_takes_a_recording_and_an_edited_checklist() =>
            (await CallAsync("judge", "walk", "--journeys", "mine"))
                .Judged.Should()
                .Be(new JudgeOptions { Path = "walk", Journeys = "mine" });

        [Test]
        public async Task Judge_takes_a_HAR_and_what_was_done() =>
            (
                await CallAsync(
                    "judge",
                    "-",
                    "--journey",
                    "guest-checkout",
                    "--consent",
                    "denied",
                    "--row",
                    "market=us",
                    "--config",
                    "app.json"
                )
            )
                .Judged.Should()
                .Be(
                    new JudgeOptions
                    {
                        Path = "-",
                        Journey = "guest-checkout",
                        Consent = "denied",
                        Row = "market=us",
                        Config = "app.json",
                    }
                );

        [Test]
        public async Task Mutate_takes_the_output_of_a_run() =>
            (await CallAsync("mutate")).Mutated.Should().Be(new MutateOptions { Path = "test-results" });

        [Test]
        public async Task Every_option_of_mutate_is_understood() =>
            (await CallAsync("mutate", "out", "--journeys", "mine", "--format", "json", "--threshold", "97.5", "--all-devices"))
                .Mutated.Should()
                .Be(
                    new MutateOptions
                    {
                        Path = "out",
                        Journeys = "mine",
                        Format = OutputFormat.Json,
                        Threshold = 97.5,
                        AllDevices = true,
                    }
                );

        [Test]
        public async Task Judge_takes_what_a_walk_would_have_remembered() =>
            (await CallAsync("judge", "a.har", "--var", "price=349", "--var", "name=Arc lamp"))
                .Judged!.Variables.Should()
                .Equal("price=349", "name=Arc lamp");

        [Test]
        public async Task Decode_shows_a_table() =>
            (await CallAsync("decode", "a.har")).Decoded.Should().Be(new DecodeOptions { Path = "a.har" });

        [Test]
        public async Task Decode_writes_JSON_where_asked() =>
            (await CallAsync("decode", "-", "--format", "json", "-c", "app.json"))
                .Decoded.Should()
                .Be(
                    new DecodeOptions
                    {
                        Path = "-",
                        Format = OutputFormat.Json,
                        Config = "app.json",
                    }
                );

        [Test]
        public async Task Report_takes_the_folder_of_the_run() =>
            (await CallAsync("report", "--output", "out", "--open"))
                .Heard.Should()
                .Be("report of playwright.config.json in out, opened: True");

        [TestCase("install Chromium", "install")]
        [TestCase("install Firefox", "install", "firefox")]
        public async Task Install_takes_an_engine_or_Chromium(string heard, params string[] arguments) =>
            (await CallAsync(arguments)).Heard.Should().Be(heard);

        [Test]
        public async Task The_exit_code_is_the_commands() => (await CallAsync("doctor")).Code.Should().Be((int)ExitCode.WalkBroke);
    }

    public sealed class Refusing
    {
        [TestCase("--workers", "0", "--workers must be a whole number from 1 to 256, but is '0'.")]
        [TestCase("--workers", "two", "--workers must be a whole number from 1 to 256, but is 'two'.")]
        [TestCase("--repeat", "1001", "--repeat must be a whole number from 1 to 1000, but is '1001'.")]
        [TestCase("--retries", "-1", "--retries must be a whole number from 0 to 10, but is '-1'.")]
        [TestCase(
            "--base-url",
            "shop.example",
            "--base-url must be an absolute URL that begins with http:// or https://, but is 'shop.example'."
        )]
        public async Task A_value_out_of_range_is_the_callers_mistake(string option, string value, string message)
        {
            var call = await CallAsync("run", option, value);

            (call.Code, call.Errors)
                .Should()
                .Be((3, $"command line: error: {message}\nCall 'microconv run --help' to see what there is.\n"));
        }

        [Test]
        public async Task A_format_that_there_is_not_is_too() =>
            (await CallAsync("decode", "a.har", "--format", "xml"))
                .Errors.Should()
                .Be(
                    "command line: error: --format must be table or json, but is 'xml'.\nCall 'microconv decode --help' to see what there is.\n"
                );

        [Test]
        public async Task An_unknown_option_is_too()
        {
            var call = await CallAsync("run", "--jurney", "x");

            call.Code.Should().Be(3);
            call.Errors.Should()
                .StartWith("command line: error: Unrecognized command or argument '--jurney'.")
                .And.EndWith("Did you mean '--journey'?\nCall 'microconv run --help' to see what there is.\n");
        }

        [Test]
        public async Task An_unknown_command_is_too() =>
            (await CallAsync("rum")).Errors.Should().EndWith("Did you mean 'run'?\nCall 'microconv --help' to see what there is.\n");

        [Test]
        public async Task A_call_without_a_command_shows_what_there_is() => (await CallAsync()).Code.Should().Be(3);
    }

    public sealed class Guarding
    {
        [Test]
        public async Task The_authors_mistakes_are_listed_as_compilers_do_and_end_with_3()
        {
            var mistakes = new SourceProblemException([
                new SourceProblem(Any.Place(12), "unknown condition 'contians'. Did you mean 'contains'?"),
                new SourceProblem(Any.Place(14), "[pixel-7] is no step."),
            ]);

            (await GuardAsync(mistakes))
                .Should()
                .Be(
                    (
                        3,
                        "journeys/any.yaml(12,3): error: unknown condition 'contians'. Did you mean 'contains'?\njourneys/any.yaml(14,3): error: [pixel-7] is no step.\n2 problems; nothing was done.\n"
                    )
                );
        }

        [Test]
        public async Task A_recording_that_cannot_be_read_ends_with_3() =>
            (await GuardAsync(new RecordingUnreadableException("There is no recording at 'x'.")))
                .Should()
                .Be((3, "There is no recording at 'x'.\n"));

        [Test]
        public async Task Being_stopped_ends_with_130() =>
            (await GuardAsync(new OperationCanceledException())).Should().Be((130, "Interrupted before anything was walked.\n"));

        [Test]
        public async Task A_bug_of_ours_ends_with_4_and_says_how_to_report_it()
        {
            var (code, errors) = await GuardAsync(new InvalidOperationException("unknown status 7"));

            code.Should().Be(4);
            errors
                .Should()
                .MatchRegex(
                    "^MicroConvQA [0-9.]+ itself failed; this is a bug of the tool, not of your shop or your checklist[.]\nPlease open an issue at the project's repository with the command that you typed and these lines:\n\nSystem.InvalidOperationException: unknown status 7\n"
                );
        }

        private static async Task<(int Code, string Errors)> GuardAsync(Exception thrown)
        {
            using var errors = new StringWriter { NewLine = "\n" };
            var code = await Guard.RunAsync(
                () => Task.FromException<ExitCode>(thrown),
                new Screen(new PlainWriter(TextWriter.Null), new PlainWriter(errors))
            );

            return (code, errors.ToString());
        }
    }

    private static async Task<Call> CallAsync(params string[] arguments)
    {
        using var errors = new StringWriter { NewLine = "\n" };
        var commands = new HeardCommands();
        var code = await new CommandLine(new Screen(new PlainWriter(TextWriter.Null), new PlainWriter(errors)), commands).RunAsync(
            arguments
        );

        return new Call(code, errors.ToString(), commands.Options, commands.Heard, commands.Judged, commands.Decoded, commands.Mutated);
    }

    private sealed record Call(
        int Code,
        string Errors,
        RunOptions? Options,
        string? Heard,
        JudgeOptions? Judged,
        DecodeOptions? Decoded,
        MutateOptions? Mutated
    );

    private sealed class HeardCommands : ICommands
    {
        public RunOptions? Options { get; private set; }

        public string? Heard { get; private set; }

        public JudgeOptions? Judged { get; private set; }

        public DecodeOptions? Decoded { get; private set; }

        public MutateOptions? Mutated { get; private set; }

        public Task<ExitCode> RunAsync(RunOptions options)
        {
            Options = options;
            return Task.FromResult(ExitCode.Passed);
        }

        public Task<ExitCode> JudgeAsync(JudgeOptions options)
        {
            Judged = options;
            return Task.FromResult(ExitCode.Passed);
        }

        public Task<ExitCode> DecodeAsync(DecodeOptions options)
        {
            Decoded = options;
            return Task.FromResult(ExitCode.Passed);
        }

        public Task<ExitCode> MutateAsync(MutateOptions options)
        {
            Mutated = options;
            return Task.FromResult(ExitCode.Passed);
        }

        public Task<ExitCode> ReportAsync(string config, string? output, bool open)
        {
            Heard = $"report of {config} in {output}, opened: {open}";
            return Task.FromResult(ExitCode.Passed);
        }

        public Task<ExitCode> DoctorAsync(string config) => Task.FromResult(ExitCode.WalkBroke);

        public Task<ExitCode> InstallAsync(BrowserEngine engine)
        {
            Heard = $"install {engine}";
            return Task.FromResult(ExitCode.Passed);
        }

        public Task<ExitCode> WriteSchemasAsync(string directory) => Task.FromResult(ExitCode.Passed);
    }
}
