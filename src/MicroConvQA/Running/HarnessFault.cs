using System.Diagnostics;
using System.Reflection;
using MicroConvQA.Planning;

namespace MicroConvQA.Running;

/// <summary>Puts an exception of the harness itself into one sentence that a bug report can start from.</summary>
internal static class HarnessFault
{
    public static string Describe(Walk walk, Exception exception) =>
        DiskFault.IsFull(exception)
            ? $"{walk.Title} has no verdict because {DiskFault.Reason(exception)}. Make room, then walk it again."
            : $"{walk.Title} has no verdict because {Describe(exception)}";

    public static string Describe(Exception exception) =>
        $"the harness itself failed{Place(exception)}: {exception.GetType().Name}: {OneLine(exception.Message)}";

    private static string OneLine(string message) =>
        string.Join(" ", message.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    private static string Place(Exception exception) =>
        new StackTrace(exception).GetFrames().Select(frame => frame.GetMethod()).FirstOrDefault(IsOurs) is { } method
            ? $" in {method.DeclaringType!.FullName}.{method.Name}"
            : "";

    private static bool IsOurs(MethodBase? method) =>
        method?.DeclaringType?.Assembly.GetName().Name is { } name
        && (name.StartsWith("MicroConvQA", StringComparison.Ordinal) || name == "microconv");
}
