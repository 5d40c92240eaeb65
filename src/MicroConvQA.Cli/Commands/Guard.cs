using MicroConvQA.Browser.Composing;
using MicroConvQA.Cli.Display;
using MicroConvQA.Recording;
using MicroConvQA.Running;
using MicroConvQA.Source;

namespace MicroConvQA.Cli.Commands;

/// <summary>Turns what a command throws into messages and exit codes: the author's mistakes, being stopped, and our own bugs.</summary>
internal static class Guard
{
    public static async Task<int> RunAsync(Func<Task<ExitCode>> command, Screen screen)
    {
        try
        {
            return (int)await command();
        }
        catch (SourceProblemException mistakes)
        {
            screen.WriteError([.. mistakes.Problems.Select(Problem), Line.Of(Count(mistakes.Problems.Count), Tone.Strong)]);
            return (int)ExitCode.InputWrong;
        }
        catch (RecordingUnreadableException unreadable)
        {
            screen.WriteError(Line.Of(unreadable.Message));
            return (int)ExitCode.InputWrong;
        }
        catch (OperationCanceledException)
        {
            screen.WriteError(Line.Of("Interrupted before anything was walked.", Tone.Doubtful));
            return (int)ExitCode.Interrupted;
        }
        catch (IOException full) when (DiskFault.IsFull(full))
        {
            screen.WriteError(Line.Of($"Stopped, because {DiskFault.Reason(full)}. Make room, then call it again.", Tone.Bad));
            return (int)ExitCode.HarnessFailed;
        }
        catch (Exception bug)
        {
            screen.WriteError(Bug(bug));
            return (int)ExitCode.HarnessFailed;
        }
    }

    private static Line Problem(SourceProblem problem) =>
        new([new Span($"{problem.Place}: ", Tone.Strong), new Span("error: ", Tone.Bad), new Span(problem.Message)], Hanging: 2);

    private static string Count(int problems) => problems == 1 ? "1 problem; nothing was done." : $"{problems} problems; nothing was done.";

    private static IEnumerable<Line> Bug(Exception bug) =>
        [
            Line.Of($"{ToolName.WithVersion} itself failed; this is a bug of the tool, not of your shop or your checklist.", Tone.Bad),
            Line.Of("Please open an issue at the project's repository with the command that you typed and these lines:"),
            Line.Empty,
            .. bug.ToString().Split('\n').Select(line => Line.Of(line.TrimEnd())),
        ];
}
