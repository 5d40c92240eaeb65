namespace MicroConvQA.Dictionary;

/// <summary>How often the business counts a conversion.</summary>
public enum CountingRule
{
    Action,
    Product,
    Page,
    Session,
}
