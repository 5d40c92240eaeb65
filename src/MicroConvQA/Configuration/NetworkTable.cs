using MicroConvQA.Source.Shapes;

namespace MicroConvQA.Configuration;

/// <summary>The values of <c>network</c>: a word for all vendors, or those whose requests go on.</summary>
internal static class NetworkTable
{
    /// <param name="vendors">The vendors that come with the tool.</param>
    public static ValueKind<NetworkRules> Kind(IReadOnlyCollection<string> vendors)
    {
        var allow = Key.Required("allow", Kinds.OneOrMore(new VendorNameKind(vendors), "vendors"), "The vendors whose requests go on to them.");
        var shape = new Shape { Name = "network", Title = "'network'", KeyNoun = "key of 'network'", Keys = [allow] };

        return Kinds.Either(
            "'sinkhole', 'passthrough' or {\"allow\": [vendors]}",
            Kinds.Choice<NetworkMode>().Select(NetworkRules.Of),
            Kinds.Object<NetworkRules>(shape, (found, _) => NetworkRules.Allowing(found.Or(allow, []))));
    }
}
