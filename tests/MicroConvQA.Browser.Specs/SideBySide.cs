using NUnit.Framework;

// A spec mostly waits for its browser: fixtures run side by side, each with a browser of its own, and the specs of one fixture in their order.
[assembly: Parallelizable(ParallelScope.Fixtures)]
[assembly: LevelOfParallelism(2)]
