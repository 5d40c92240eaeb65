namespace MicroConvQA.Source.Shapes;

/// <summary>What a name stands for.</summary>
internal enum ReferenceKind
{
    Conversion,
    Destination,
    Device,
    ConsentPreset,
    Vendor,
    Variable,

    /// <summary>Not a use but the place where a variable gets its value.</summary>
    Remembered,
}
