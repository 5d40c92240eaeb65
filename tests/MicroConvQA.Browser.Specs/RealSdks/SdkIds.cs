namespace MicroConvQA.Browser.Specs.RealSdks;

/// <summary>The ids that an SDK gives its events.</summary>
[Flags]
internal enum SdkIds
{
    None = 0,
    Event = 1,
    Client = 2,
    Session = 4,
    User = 8,
    All = Event | Client | Session | User,
}
