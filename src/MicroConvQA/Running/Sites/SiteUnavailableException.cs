namespace MicroConvQA.Running.Sites;

/// <summary>The site under test cannot be had: the world's fault, so that its walks are broken and not failed.</summary>
/// <param name="message">Why, and what to do.</param>
/// <param name="isOfThisMachine">
/// Whether the run was to start it and could not: then the run is void, where a shop that is down elsewhere only breaks its walks.
/// </param>
internal sealed class SiteUnavailableException(string message, bool isOfThisMachine = false) : Exception(message)
{
    public bool IsOfThisMachine => isOfThisMachine;
}
