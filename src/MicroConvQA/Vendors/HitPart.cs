namespace MicroConvQA.Vendors;

/// <summary>What a hit says beside its parameters.</summary>
internal enum HitPart
{
    Event,
    Account,
    EventId,
    ClientId,
    SessionId,
    UserId,
    Page,
    PageLoad,
    Time,
    Items,
    ItemIds,
}
