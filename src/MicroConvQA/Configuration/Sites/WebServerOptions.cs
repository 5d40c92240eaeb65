namespace MicroConvQA.Configuration.Sites;

/// <summary>What <c>webServer</c> says, before its URL is known from the base URL.</summary>
internal sealed record WebServerOptions(WebServer Server, string? Url);
