using MicroConvQA.NUnit;
using MicroConvQA.Planning;

namespace MicroConvQA.JourneyTests;

/// <summary>The sample journeys, one fixture a walk.</summary>
[JourneyWalks]
public sealed class ShopJourneys(Walk walk) : NUnit.JourneyTests(walk);
