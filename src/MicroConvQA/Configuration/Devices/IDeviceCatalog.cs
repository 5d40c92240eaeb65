namespace MicroConvQA.Configuration.Devices;

/// <summary>The devices that can be emulated. An implementer must know names letter for letter and must not guess.</summary>
internal interface IDeviceCatalog
{
    /// <summary>All names, for suggestions.</summary>
    IReadOnlyCollection<string> Names { get; }

    /// <summary>The traits of a device; null where the name is unknown.</summary>
    DeviceTraits? Find(string name);
}
