namespace MicroConvQA.Recording;

/// <summary>Which views of the traffic saw a request.</summary>
[Flags]
public enum Sightings
{
    None = 0,
    Wire = 1,
    Browser = 2,
    Page = 4,
}
