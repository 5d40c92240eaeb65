using NUnit.Framework;

// A walk waits for its browser and the shop for about a third of its time.
[assembly: LevelOfParallelism(3)]
