namespace MicroConvQA.Running.Sites;

/// <summary>The site under test cannot be had: the world's fault, so that its walks are broken and not failed.</summary>
internal sealed class SiteUnavailableException(string message) : Exception(message);
