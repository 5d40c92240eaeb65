namespace MicroConvQA.Browser.Launching;

/// <summary>
/// The door to other programs. An implementer must hand over every line that the program writes, and must end it when cancelled.
/// </summary>
internal interface ICommandRunner
{
    /// <summary>Runs a program to its end and returns its exit code.</summary>
    Task<int> RunAsync(string program, IReadOnlyList<string> arguments, Action<string> say, CancellationToken cancellationToken);
}
