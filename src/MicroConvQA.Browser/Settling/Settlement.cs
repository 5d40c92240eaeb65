using MicroConvQA.Recording;

namespace MicroConvQA.Browser.Settling;

/// <summary>How a walk was settled.</summary>
/// <param name="Reason">Why no further hits were waited for, in one sentence.</param>
/// <param name="Unsettled">Who could still have been sent something.</param>
internal sealed record Settlement(string Reason, IReadOnlyList<UnsettledVendor> Unsettled);
