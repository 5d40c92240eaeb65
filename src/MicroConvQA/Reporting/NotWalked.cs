using MicroConvQA.Planning;
using MicroConvQA.Running;

namespace MicroConvQA.Reporting;

/// <summary>Planned walks that have no result; what was left out must not look as if it had never been asked for.</summary>
internal static class NotWalked
{
    public static IEnumerable<Walk> In(RunResult run) =>
        run.Plan.Walks.ExceptBy(run.Walks.Select(done => done.Walk.Id), planned => planned.Id);

    public static string ReasonIn(RunResult run) =>
        run.IsInterrupted
            ? "Not walked: the run was interrupted before this walk was done."
            : "Broken: the harness itself failed. " + string.Join(" ", run.HarnessFaults);
}
