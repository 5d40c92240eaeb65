using FluentAssertions;
using NUnit.Framework;
namespace MicroConvQA.Specs;
public sealed class SmokeSpecs { [Test] public void Works() => 1.Should().Be(1); }
