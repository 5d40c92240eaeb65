namespace MicroConvQA.Browser.Acting;

/// <summary>What an element is wanted for; it decides which controls a bare name can mean.</summary>
internal enum ControlPurpose
{
    /// <summary>
    /// Clicked, touched, hovered, read, waited for: a button or link goes before a field, a field before anything else of that name.
    /// </summary>
    Any,

    /// <summary>Typed into.</summary>
    Fill,

    /// <summary>An option of it is chosen.</summary>
    Choose,

    /// <summary>Ticked or cleared.</summary>
    Tick,

    /// <summary>Files are put into it; such fields are often hidden behind a styled button.</summary>
    Upload,

    /// <summary>Played.</summary>
    Play,
}
