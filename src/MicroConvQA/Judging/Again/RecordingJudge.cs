using MicroConvQA.Configuration;
using MicroConvQA.Dictionary;
using MicroConvQA.Journeys;
using MicroConvQA.Journeys.Variants;
using MicroConvQA.Planning;
using MicroConvQA.Planning.Variants;
using MicroConvQA.Recording;
using MicroConvQA.Source;
using MicroConvQA.Vendors;

namespace MicroConvQA.Judging.Again;

/// <summary>Judges recordings again, without a browser: by the texts that they hold themselves, or by an edited checklist.</summary>
/// <param name="readConfiguration">Reads the text of a configuration, with the texts of the vendors that its workspace declares.</param>
internal sealed class RecordingJudge(Func<SourceText, IReadOnlyList<SourceText>, RunConfiguration> readConfiguration)
{
    private const string DictionaryName = "dictionary.yaml";

    /// <summary>Judges a recording by its own journey, dictionary and configuration: the verdict of the night, again.</summary>
    /// <exception cref="SourceProblemException">Its texts cannot be read by this version.</exception>
    public JourneyVerdict Judge(JourneyRecording recording) => Judge(recording, OwnTextsOf(recording));

    /// <summary>
    /// Judges a recording by other texts: a dictionary, journeys among which is the recorded one, and declared vendors in place of the
    /// recorded ones.
    /// </summary>
    /// <exception cref="SourceProblemException">The texts are wrong, or the recorded journey is not among them.</exception>
    public JourneyVerdict Judge(JourneyRecording recording, IReadOnlyList<SourceText> checklist)
    {
        var read = Read(recording, checklist);
        return JourneyJudge.Judge(read.Recording, read.Journey, read.Dictionary, read.Configuration);
    }

    /// <summary>Reads the texts that a recording is judged by.</summary>
    /// <param name="recording">The recording.</param>
    /// <param name="checklist">Other texts than its own; null = its own.</param>
    /// <exception cref="SourceProblemException">The texts are wrong, or the recorded journey is not among them.</exception>
    public RecordedCase Read(JourneyRecording recording, IReadOnlyList<SourceText>? checklist = null)
    {
        checklist ??= OwnTextsOf(recording);
        var vendors = checklist.Where(VendorDeclaration.IsOne).ToList();
        var configuration = readConfiguration(recording.Configuration, vendors.Count > 0 ? vendors : recording.Vendors);
        var problems = new SourceProblems();
        var dictionary = DictionaryOf(recording, checklist, configuration, problems);
        var journeys = new JourneyReader(WorkspaceNames.Of(dictionary, configuration)).Read(
            [.. checklist.Where(text => !IsDictionary(text, recording) && !vendors.Contains(text))],
            problems
        );
        problems.ThrowIfAny();
        var journey = journeys.FirstOrDefault(journey => journey.Name == recording.Walk.Journey) ?? throw NotAmong(journeys, recording);
        journey = Varied(journey, recording, dictionary!);
        return new RecordedCase(StepAlignment.Align(recording, journey), journey, dictionary!, configuration);
    }

    private static IReadOnlyList<SourceText> OwnTextsOf(JourneyRecording recording) =>
        [recording.Dictionary, .. recording.Sources, .. recording.Vendors];

    private static ConversionDictionary? DictionaryOf(
        JourneyRecording recording,
        IReadOnlyList<SourceText> checklist,
        RunConfiguration configuration,
        SourceProblems problems
    )
    {
        var text = checklist.FirstOrDefault(text => IsDictionary(text, recording)) ?? recording.Dictionary;
        return new DictionaryReader([.. configuration.Destinations.Select(destination => destination.Name)]).Read(text, problems);
    }

    private static bool IsDictionary(SourceText text, JourneyRecording recording) =>
        text.File == recording.Dictionary.File || Path.GetFileName(text.File) == DictionaryName;

    /// <summary>The journey as it was walked: where the recording is of a variant, derived again.</summary>
    private static Journey Varied(Journey journey, JourneyRecording recording, ConversionDictionary dictionary)
    {
        if (recording.Walk.Variant is not { } name)
            return journey;
        var derivation = VariantNames.All.TryGetValue(name, out var variant)
            ? JourneyVariants.Of(journey, variant, dictionary)
            : new Derivation(null, "this version knows no variant of that name.");
        return derivation.Journey
            ?? throw new SourceProblemException([
                new(
                    journey.Place,
                    $"the recording is of the variant '{name}' of '{journey.Name}', which the checklist does not have: {derivation.WhyNot}"
                ),
            ]);
    }

    private static SourceProblemException NotAmong(IReadOnlyList<Journey> journeys, JourneyRecording recording)
    {
        var place = journeys.Count > 0 ? journeys[0].Place : new SourcePlace(recording.Sources[0].File, 1, 1);
        var names = string.Join(", ", journeys.Select(journey => $"'{journey.Name}'"));
        return new([
            new(
                place,
                $"the recording is of the journey '{recording.Walk.Journey}', which the checklist does not have. It has {(names.Length == 0 ? "none" : names)}."
            ),
        ]);
    }
}
