using MicroConvQA.Planning;

namespace MicroConvQA.JourneyTests;

/// <summary>The sample journeys, one fixture a walk.</summary>
[ShopWalks]
public sealed class ShopJourneys(Walk walk) : NUnit.JourneyTests(walk);
