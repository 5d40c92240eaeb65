namespace MicroConvQA.Vendors;

/// <summary>A vendor that there is a decoder for.</summary>
/// <param name="Name">The name that configurations use.</param>
/// <param name="Endpoints">Where it receives requests on hosts of its own, as declarations write it:
/// <c>*.example.com/**/collect</c>.</param>
public sealed record KnownVendor(string Name, IReadOnlyList<string> Endpoints);
