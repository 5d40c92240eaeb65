namespace MicroConvQA.Running;

/// <summary>What the process tells its caller.</summary>
public enum ExitCode
{
    Passed = 0,
    TrackingFailed = 1,
    WalkBroke = 2,
    InputWrong = 3,
    HarnessFailed = 4,
    Interrupted = 130,
}
