using MicroConvQA.Browser.Capture;
using MicroConvQA.Journeys;
using MicroConvQA.Recording;
using MicroConvQA.Source;

namespace MicroConvQA.Browser.Walking;

/// <summary>What was done of a journey so far, and what is being done now.</summary>
internal sealed class WalkProgress(Journey journey, WalkTimer timer)
{
    private readonly List<RecordedStep> _steps = [];
    private readonly List<ConsentAnswer> _answers = [];
    private List<RecordedAction> _actions = [];
    private TimeSpan? _stepStarted;
    private List<ShownValue> _shown = [];
    private TimeSpan? _acted;

    /// <summary>The step under way, from 0; -1 = the opening.</summary>
    public int StepIndex { get; private set; } = -1;

    /// <summary>The author's line that is being done.</summary>
    public SourcePlace Place { get; private set; } = journey.Place;

    /// <summary>What is being done, in the author's words.</summary>
    public string Action { get; private set; } = $"start: {journey.Start}";

    public IReadOnlyList<ConsentAnswer> ConsentAnswers => _answers;

    public Breakage? Breakage { get; private set; }

    public void BeginStep(int index)
    {
        (StepIndex, _stepStarted, _acted, _actions, _shown) = (index, timer.Elapsed, null, [], []);
        Doing(journey.Steps[index].Title, journey.Steps[index].Place);
    }

    public void Doing(string action, SourcePlace place) => (Action, Place) = (action, place);

    public void Done(TimeSpan startedAt, string? warning) =>
        _actions.Add(
            new RecordedAction
            {
                Text = Action,
                StartedAt = startedAt,
                Duration = timer.Elapsed - startedAt,
                Warning = warning,
            }
        );

    public void Saw(IEnumerable<ShownValue> shown) => _shown.AddRange(shown);

    public void Answering(TimeSpan at, string preset) => _answers.Add(new ConsentAnswer(at, preset));

    /// <summary>What gives the answer has been used.</summary>
    public void Answered() => _answers[^1] = _answers[^1] with { UsedAt = timer.Elapsed };

    /// <summary>All actions of the step are done; from now on what it expects is waited for.</summary>
    public void Acted() => _acted = timer.Elapsed;

    /// <param name="inVain">What was waited for in vain.</param>
    public void FinishStep(IReadOnlyList<AwaitedInVain> inVain) =>
        _steps.Add(Step(StepIndex, StepState.Done) with { FinishedAt = timer.Elapsed, AwaitedInVain = inVain });

    /// <summary>What was kept of the page as the step that was finished last had left it.</summary>
    public void Keep(PageSight sight, IEnumerable<ShownValue> shown)
    {
        var step = _steps[^1];
        _steps[^1] = step with { Screenshot = sight.Screenshot, Markup = sight.Markup, Shown = [.. step.Shown, .. shown] };
    }

    public void Break(string reason, PageSight sight)
    {
        Breakage = new Breakage
        {
            StepIndex = StepIndex,
            Place = Place,
            Action = Action,
            Reason = reason,
            Screenshot = sight.Screenshot,
            Markup = sight.Markup,
        };
        if (StepIndex == _steps.Count)
            _steps.Add(
                Step(StepIndex, StepState.Broken) with
                {
                    Screenshot = sight.Screenshot,
                    Markup = sight.Markup,
                    FinishedAt = timer.Elapsed,
                }
            );
    }

    /// <summary>Every step of the journey; those that the walk did not come to are not reached.</summary>
    public IReadOnlyList<RecordedStep> Steps() =>
        [.. _steps, .. Enumerable.Range(_steps.Count, journey.Steps.Count - _steps.Count).Select(NotReached)];

    private RecordedStep NotReached(int index) =>
        new()
        {
            Index = index,
            Id = journey.Steps[index].Id,
            Title = journey.Steps[index].Title,
            State = StepState.NotReached,
        };

    private RecordedStep Step(int index, StepState state) =>
        NotReached(index) with
        {
            State = state,
            StartedAt = _stepStarted,
            ActedAt = _acted,
            Actions = _actions,
            Shown = _shown,
        };
}
