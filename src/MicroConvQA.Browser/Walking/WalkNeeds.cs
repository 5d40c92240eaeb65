using MicroConvQA.Browser.Capture;
using MicroConvQA.Browser.Launching;
using MicroConvQA.Configuration;
using MicroConvQA.Dictionary;
using Microsoft.Playwright;

namespace MicroConvQA.Browser.Walking;

/// <summary>What one walk is given: its browser, its device's look, the run's texts and its folder.</summary>
internal sealed record WalkNeeds(
    PooledBrowser Browser,
    BrowserNewContextOptions Look,
    RunConfiguration Configuration,
    ConversionDictionary Dictionary,
    ITrafficKnowledge Knowledge,
    string Directory,
    string BaseUrl,
    BrowserWalkerOptions Options
);
