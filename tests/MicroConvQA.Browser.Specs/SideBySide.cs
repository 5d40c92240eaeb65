using NUnit.Framework;

// Two cores are busy with three: a walk waits as much as it works. What cannot stand beside others says why.
[assembly: LevelOfParallelism(3)]
[assembly: Parallelizable(ParallelScope.Fixtures)]
