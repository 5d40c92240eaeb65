using NUnit.Framework;

// Two cores are busy with three: a walk waits as much as it works. Side by side go whole walks and fixtures of many; specs with a short patience go one after the other.
[assembly: LevelOfParallelism(3)]
