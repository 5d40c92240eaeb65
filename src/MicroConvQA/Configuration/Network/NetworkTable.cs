using MicroConvQA.Configuration.Destinations;
using MicroConvQA.Source.Shapes;

namespace MicroConvQA.Configuration.Network;

/// <summary>The values of <c>network</c>: a word for all vendors, or those whose requests go on.</summary>
internal static class NetworkTable
{
    /// <param name="vendors">The vendors that come with the tool.</param>
    public static ValueKind<NetworkRules> Kind(IReadOnlyCollection<string> vendors)
    {
        var allow = Key.Optional(
            "allow",
            Kinds.OneOrMore(new VendorNameKind(vendors), "vendors"),
            "The vendors whose requests go on to them.",
            "none"
        );
        var answerAfter = Key.Optional(
            "answerAfter",
            ConfigurationKinds.MillisecondsBetween(TimeSpan.Zero, TimeSpan.FromSeconds(10)),
            "How long what is answered on this machine waits for its answer, as from a collector on a slow line; 0 to 10s.",
            "0"
        );
        var shape = new Shape
        {
            Name = "network",
            Title = "'network'",
            KeyNoun = "key of 'network'",
            Keys = [allow, answerAfter],
        };

        return Kinds.Either(
            "'sinkhole', 'passthrough' or {\"allow\": [vendors]}",
            Kinds.Choice<NetworkMode>().Select(NetworkRules.Of),
            Kinds.Object<NetworkRules>(shape, (found, _) =>
                NetworkRules.Allowing(found.Or(allow, [])) with
                {
                    AnswerAfter = found.Or(answerAfter, TimeSpan.Zero),
                }
            )
        );
    }
}
