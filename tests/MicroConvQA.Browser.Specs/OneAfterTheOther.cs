using NUnit.Framework;

// Gestures need frames at a finger's pace, which a second browser at work takes from them: only the walks of the faults go side by side.
[assembly: LevelOfParallelism(2)]
