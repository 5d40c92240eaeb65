namespace MicroConvQA.Judging.PersonalData;

/// <summary>A place where something of a person can stand.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Title">Its name in a report: <c>'user.mail'</c>, <c>the page address</c>.</param>
internal sealed record PersonalPlace(PersonalPlaceKind Kind, string Title)
{
    public static readonly PersonalPlace PageAddress = new(PersonalPlaceKind.PageAddress, "the page address");
    public static readonly PersonalPlace PageTitle = new(PersonalPlaceKind.PageTitle, "the page title");
    public static readonly PersonalPlace Referrer = new(PersonalPlaceKind.Referrer, "the referrer");

    public static PersonalPlace Of(string parameter) => new(PersonalPlaceKind.Parameter, $"'{parameter}'");
}
