using MicroConvQA.Browser.Launching;
using MicroConvQA.Configuration;
using MicroConvQA.Configuration.Devices;
using MicroConvQA.Decoding;
using MicroConvQA.Judging.Again;
using MicroConvQA.Planning;

namespace MicroConvQA.Browser.Composing;

/// <summary>What is put together without Playwright, whose start costs more than to judge a recording.</summary>
internal class BrowserlessComposition
{
    public BrowserlessComposition()
        : this(new DescribedDevices()) { }

    protected BrowserlessComposition(IDeviceCatalog devices) =>
        Configurations = new ConfigurationReader(devices, StandardDecoders.All.KnownVendors);

    public ConfigurationReader Configurations { get; }

    public RecordingJudge RecordingJudge => new((text, vendors) => Configurations.Read(text, Directory.GetCurrentDirectory(), vendors));

    public Workspace ReadWorkspace(string configurationFile) => new WorkspaceReader(Configurations).Read(configurationFile);
}
