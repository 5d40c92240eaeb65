namespace MicroConvQA.Recording;

/// <summary>Where a browser keeps something for a site.</summary>
public enum StorageKind
{
    Cookie,
    LocalStorage,
    SessionStorage,

    /// <summary>A database, known by its name only.</summary>
    IndexedDb,
}
