namespace MicroConvQA.Reporting;

/// <summary>Says why a report could not be made and what to do; the run and its other reports are not touched by it.</summary>
internal sealed class ReportProblemException(string message) : Exception(message);
