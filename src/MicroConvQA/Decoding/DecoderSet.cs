using MicroConvQA.Decoding.Declared;
using MicroConvQA.Decoding.Recognition;
using MicroConvQA.Vendors;

namespace MicroConvQA.Decoding;

/// <summary>The decoders of a run; built-in ones and a team's own are added by the same call.</summary>
public sealed class DecoderSet
{
    public static readonly DecoderSet Empty = new([]);

    private DecoderSet(IReadOnlyList<IHitDecoder> decoders) => Decoders = decoders;

    /// <summary>In the order in which they were added, which decides nothing.</summary>
    public IReadOnlyList<IHitDecoder> Decoders { get; }

    /// <summary>The vendors' names, as configurations use them.</summary>
    public IReadOnlyList<string> VendorNames => [.. Decoders.Select(decoder => decoder.Vendor.Name)];

    /// <summary>The vendors, for the reader of a configuration.</summary>
    public IReadOnlyList<KnownVendor> KnownVendors =>
        [
            .. Decoders.Select(decoder => new KnownVendor(
                decoder.Vendor.Name,
                [
                    .. decoder
                        .Vendor.Endpoints.Where(endpoint => endpoint.Host != Endpoint.AnyHost)
                        .Select(endpoint => (endpoint with { Query = null }).ToString()),
                ]
            )),
        ];

    public IHitDecoder? Find(string vendor) => Decoders.FirstOrDefault(decoder => decoder.Vendor.Name == vendor);

    public DecoderSet With(IHitDecoder decoder) =>
        Find(decoder.Vendor.Name) is null
            ? new DecoderSet([.. Decoders, decoder])
            : throw new ArgumentException(
                $"There is already a decoder for the vendor '{decoder.Vendor.Name}'; give this one another name.",
                nameof(decoder)
            );

    /// <summary>With the decoders of declared vendors.</summary>
    public DecoderSet WithDeclared(IReadOnlyList<VendorDeclaration> vendors) =>
        vendors.Aggregate(this, (set, vendor) => set.With(new DeclaredDecoder(vendor)));
}
