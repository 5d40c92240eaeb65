namespace MicroConvQA.Journeys;

/// <summary>Whether the shopper comes for the first time or has been here before.</summary>
public enum Visitor
{
    /// <summary>A fresh browser profile.</summary>
    New,

    /// <summary>A first visit is walked and its cookies and storage kept, then the shopper comes back.</summary>
    Returning,
}
