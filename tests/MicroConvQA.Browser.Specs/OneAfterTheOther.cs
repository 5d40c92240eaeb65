using NUnit.Framework;

// Two cores: side by side saved a minute of seven, and specs with a short patience failed. Only the walks of the faults go side by side.
[assembly: LevelOfParallelism(3)]
