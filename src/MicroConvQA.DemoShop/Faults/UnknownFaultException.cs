namespace MicroConvQA.DemoShop.Faults;

/// <summary>Thrown when the shop is asked for a fault that the catalogue lacks.</summary>
internal sealed class UnknownFaultException(string name, string message) : ArgumentException(message)
{
    /// <summary>The name as it was written.</summary>
    public string Name { get; } = name;
}
