namespace MicroConvQA.Journeys;

/// <summary>How time passes on the page while a journey is walked.</summary>
public enum ClockMode
{
    /// <summary>A virtual clock is installed, so that dwell times and batch timers pass quickly.</summary>
    Virtual,

    /// <summary>The page's own clock; every wait takes its real time.</summary>
    Real,
}
