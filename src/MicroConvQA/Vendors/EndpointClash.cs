using MicroConvQA.Source;

namespace MicroConvQA.Vendors;

/// <summary>Finds declared vendors that would claim the same requests.</summary>
internal static class EndpointClash
{
    /// <summary>Reports each endpoint of the own vendors that another one of them, or one that comes with the tool, has too.</summary>
    /// <param name="own">The vendors to check.</param>
    /// <param name="builtIn">The declared vendors that come with the tool.</param>
    /// <param name="coded">The other vendors that come with it.</param>
    /// <param name="problems">Where they are reported.</param>
    public static void Check(
        IReadOnlyList<VendorDeclaration> own,
        IReadOnlyList<VendorDeclaration> builtIn,
        IReadOnlyList<KnownVendor> coded,
        SourceProblems problems
    )
    {
        foreach (var vendor in own)
        foreach (var endpoint in vendor.Format.Endpoints)
        {
            foreach (var rival in own.Concat(builtIn).Where(rival => rival.Name != vendor.Name))
                if (rival.Format.Endpoints.FirstOrDefault(other => Clash(vendor, endpoint, rival, other)) is { } theirs)
                    problems.Add(endpoint.Position, Message(vendor, endpoint, rival.Name, theirs, isOwn: own.Contains(rival)));
            foreach (var rival in coded.Where(rival => rival.Name != vendor.Name))
                if (EndpointsOf(rival, endpoint).FirstOrDefault(endpoint.Overlaps) is { } theirs)
                    problems.Add(endpoint.Position, Message(vendor, endpoint, rival.Name, theirs, isOwn: false));
        }
    }

    private static IEnumerable<EndpointDeclaration> EndpointsOf(KnownVendor coded, EndpointDeclaration asked) =>
        coded.Endpoints.Select(text => EndpointDeclaration.Parse(text, carriesHits: true, asked.Position));

    private static bool Clash(VendorDeclaration vendor, EndpointDeclaration endpoint, VendorDeclaration rival, EndpointDeclaration other) =>
        endpoint.Overlaps(other) && (endpoint.Host != EndpointDeclaration.AnyHost || Includes(vendor, rival) || Includes(rival, vendor));

    /// <summary>On any host the payloads tell them apart, unless all requests of the one fit the other.</summary>
    private static bool Includes(VendorDeclaration vendor, VendorDeclaration rival) =>
        vendor.Format.Payloads.Any(one => rival.Format.Payloads.Any(other => Texts(one).IsSubsetOf(Texts(other))));

    private static HashSet<string> Texts(PayloadDeclaration payload) =>
        [.. payload.Where.Select(condition => $"{condition.Place} {condition.IsThere} {string.Join('|', condition.Values)}")];

    private static string Message(
        VendorDeclaration vendor,
        EndpointDeclaration endpoint,
        string rival,
        EndpointDeclaration theirs,
        bool isOwn
    ) =>
        $"the vendors '{vendor.Name}' and '{rival}' both claim requests to '{endpoint}': "
        + (isOwn ? $"the other's '{theirs}' is at {theirs.Position}." : $"'{rival}' comes with the tool and has '{theirs}'.")
        + " A request is one vendor's: take the endpoint out of one of them, or make it narrower.";
}
