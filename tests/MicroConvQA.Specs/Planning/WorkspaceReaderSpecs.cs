using FluentAssertions;
using MicroConvQA.Configuration;
using MicroConvQA.Planning;
using MicroConvQA.Source;
using MicroConvQA.Specs.Configuration.Devices;
using MicroConvQA.Specs.Journeys;
using MicroConvQA.Vendors;
using NUnit.Framework;

namespace MicroConvQA.Specs.Planning;

internal sealed class WorkspaceReaderSpecs
{
    private const string Configuration = """
        {
          "use": { "baseURL": "http://127.0.0.1:1" },
          "microconv": { "destinations": { "ga4": { "vendor": "ga4" }, "plausible": { "vendor": "plausible" } } }
        }
        """;

    private const string Journey = "journey: any\nsteps: [{step: Any, do: [{use: go-back}], expect: [search]}]\n";

    private const string Fragment = "fragment: go-back\ndo: [back]\n";

    private const string OwnVendor = "vendor: own\nhit: {event: query.e}\n";

    private TemporaryFolder _folder = null!;

    [SetUp]
    public void Make_a_workspace()
    {
        _folder = new();
        Write("playwright.config.json", Configuration);
        Write("journeys/dictionary.yaml", Samples.Dictionary);
        Write("journeys/checkout/any.yaml", Journey);
        Write("journeys/fragments/go-back.yaml", Fragment);
    }

    [TearDown]
    public void Remove_it() => _folder.Dispose();

    private static KnownVendor Known(string name) => new(name, [$"collect.{name}.example/hits"]);

    private void Write(string file, string text)
    {
        var path = Path.Combine(_folder.Path, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    private Workspace Read() =>
        new WorkspaceReader(new ConfigurationReader(new KnownDevices(), [Known("ga4"), Known("plausible")])).Read(
            Path.Combine(_folder.Path, "playwright.config.json")
        );

    private IReadOnlyList<string> Problems()
    {
        var reading = Assert.Throws<SourceProblemException>(() => Read());
        return [.. reading!.Problems.Select(problem => problem.ToString())];
    }

    [Test]
    public void Journeys_in_folders_below_and_fragments_are_read()
    {
        var workspace = Read();

        workspace
            .Journeys.Single()
            .Sources.Select(source => source.File)
            .Should()
            .Equal("journeys/checkout/any.yaml", "journeys/fragments/go-back.yaml");
    }

    [Test]
    public void The_problems_of_all_files_come_at_once()
    {
        Write("playwright.config.json", Configuration.Replace("\"use\"", "\"retires\": 1, \"use\"", StringComparison.Ordinal));
        Write("journeys/dictionary.yaml", Samples.Dictionary.Replace("tier: 1", "teir: 1", StringComparison.Ordinal));
        Write("journeys/checkout/any.yaml", "journey: any\nstpes: 1\n");

        var problems = Problems();

        problems
            .Select(problem => problem.Split('(')[0])
            .Distinct()
            .Should()
            .Equal("journeys/checkout/any.yaml", "journeys/dictionary.yaml", "playwright.config.json");
    }

    [Test]
    public void A_folder_without_a_journey_is_refused()
    {
        File.Delete(Path.Combine(_folder.Path, "journeys/checkout/any.yaml"));

        var problems = Problems();

        problems
            .Should()
            .Equal("journeys: error: the folder holds no journey. Write one as journeys/<name>.yaml, or name another folder by 'testDir'.");
    }

    [Test]
    public void A_missing_folder_is_refused()
    {
        Directory.Delete(Path.Combine(_folder.Path, "journeys"), recursive: true);

        var problems = Problems();

        problems
            .Should()
            .Equal(
                "journeys: error: there is no such folder of journeys. Make it and put a dictionary.yaml and a journey into it, or name another one by 'testDir'."
            );
    }

    [Test]
    public void A_missing_dictionary_is_refused_without_calling_every_conversion_unknown()
    {
        File.Delete(Path.Combine(_folder.Path, "journeys/dictionary.yaml"));

        var problems = Problems();

        problems
            .Should()
            .Equal(
                "journeys: error: the folder holds no dictionary.yaml. Write journeys/dictionary.yaml: it defines the conversions that journeys expect."
            );
    }

    [Test]
    public void A_file_that_is_not_utf8_is_refused()
    {
        File.WriteAllBytes(Path.Combine(_folder.Path, "journeys/latin.yaml"), [0x61, 0x3A, 0x20, 0xE4]);

        var problems = Problems();

        problems.Should().Equal("journeys/latin.yaml: error: the file is not UTF-8. Save it as UTF-8.");
    }

    [Test]
    public void A_link_out_of_the_workspace_is_not_followed()
    {
        File.CreateSymbolicLink(Path.Combine(_folder.Path, "journeys/link.yaml"), "/etc/hostname");

        var workspace = Read();

        workspace.Journeys.Should().ContainSingle();
    }

    [Test]
    public void A_vendor_of_the_workspaces_own_is_read_and_may_be_a_destinations()
    {
        Write(
            "playwright.config.json",
            Configuration.Replace("\"vendor\": \"plausible\"", "\"vendor\": \"own\"", StringComparison.Ordinal)
        );
        Write("journeys/vendors/own.yaml", OwnVendor);

        var workspace = Read();

        workspace
            .Configuration.Vendors.Select(vendor => (vendor.Name, vendor.Source.File))
            .Should()
            .Equal(("own", "journeys/vendors/own.yaml"));
        workspace.Journeys.Should().ContainSingle();
    }

    [Test]
    public void A_destination_of_an_unknown_vendor_is_refused_with_the_own_ones_in_mind()
    {
        Write(
            "playwright.config.json",
            Configuration.Replace("\"vendor\": \"plausible\"", "\"vendor\": \"owm\"", StringComparison.Ordinal)
        );
        Write("journeys/vendors/own.yaml", OwnVendor);

        var problems = Problems();

        problems
            .Should()
            .Equal(
                "playwright.config.json(3,89): error: unknown vendor 'owm'. Did you mean 'own'? A vendor of your own is declared in the folder 'vendors' beside the dictionary."
            );
    }

    [Test]
    public void A_vendor_that_cannot_be_read_makes_no_destination_unknown()
    {
        Write(
            "playwright.config.json",
            Configuration.Replace("\"vendor\": \"plausible\"", "\"vendor\": \"own\"", StringComparison.Ordinal)
        );
        Write("journeys/vendors/own.yaml", OwnVendor.Replace("event:", "evnt:", StringComparison.Ordinal));

        var problems = Problems();

        problems
            .Should()
            .Equal(
                "journeys/vendors/own.yaml(2,6): error: 'hit' needs 'event': the event's name as sent.",
                "journeys/vendors/own.yaml(2,7): error: unknown key of a hit 'evnt'. Did you mean 'event'?"
            );
    }

    [Test]
    public void A_configuration_is_read_with_the_own_vendors_where_the_journeys_are_not_wanted()
    {
        var text = new SourceText(
            "playwright.config.json",
            Configuration.Replace("\"vendor\": \"plausible\"", "\"vendor\": \"own\"", StringComparison.Ordinal)
        );
        Write("journeys/vendors/own.yaml", OwnVendor);
        File.Delete(Path.Combine(_folder.Path, "journeys/dictionary.yaml"));

        var configuration = new WorkspaceReader(
            new ConfigurationReader(new KnownDevices(), [Known("ga4"), Known("plausible")])
        ).ReadConfiguration(text, _folder.Path);

        configuration.Vendors.Select(vendor => vendor.Source.File).Should().Equal("journeys/vendors/own.yaml");
    }

    [Test]
    public void An_own_vendor_cannot_take_the_name_of_one_that_there_is()
    {
        Write("journeys/vendors/ga4.yaml", OwnVendor.Replace("own", "ga4", StringComparison.Ordinal));

        var problems = Problems();

        problems
            .Should()
            .Equal(
                "journeys/vendors/ga4.yaml(1,9): error: there is a vendor 'ga4' already: it comes with the tool. Give this one another name."
            );
    }

    [Test]
    public void An_own_vendor_cannot_take_the_endpoint_of_one_that_there_is()
    {
        Write("journeys/vendors/own.yaml", $"{OwnVendor}endpoints: '*.ga4.example/*'\n");

        var problems = Problems();

        problems
            .Should()
            .Equal(
                "journeys/vendors/own.yaml(3,12): error: the vendors 'own' and 'ga4' both claim requests to '*.ga4.example/*': 'ga4' comes with the tool and has "
                    + "'collect.ga4.example/hits'. A request is one vendor's: take the endpoint out of one of them, or make it narrower."
            );
    }

    [Test]
    public void The_same_texts_are_read_without_the_disk()
    {
        var texts = new WorkspaceTexts(
            Samples.DictionaryText,
            [new SourceText("journeys/any.yaml", Journey), new SourceText("journeys/fragments/go-back.yaml", Fragment)]
        );

        var workspace = new WorkspaceReader(new ConfigurationReader(new KnownDevices(), [Known("ga4"), Known("plausible")])).Read(
            new SourceText("playwright.config.json", Configuration),
            "/nowhere",
            texts
        );

        workspace.Journeys.Single().Name.Should().Be("any");
    }
}
