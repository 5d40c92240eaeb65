using MicroConvQA.Source.Shapes;

namespace MicroConvQA.Journeys.Locators;

/// <summary>
/// The roles of WAI-ARIA 1.2 (https://www.w3.org/TR/wai-aria-1.2/#role_definitions), as Playwright's <c>getByRole</c> knows them.
/// </summary>
internal static class AriaRoles
{
    private const string Names =
        "alert alertdialog application article banner blockquote button caption cell checkbox code columnheader combobox complementary "
        + "contentinfo definition deletion dialog directory document emphasis feed figure form generic grid gridcell group heading img "
        + "insertion link list listbox listitem log main marquee math menu menubar menuitem menuitemcheckbox menuitemradio meter navigation "
        + "none note option paragraph presentation progressbar radio radiogroup region row rowgroup rowheader scrollbar search searchbox "
        + "separator slider spinbutton status strong subscript superscript switch tab table tablist tabpanel term textbox time timer toolbar "
        + "tooltip tree treegrid treeitem";

    public static ValueKind<string> Kind { get; } =
        Kinds.Choice(Names.Split(' ').ToDictionary(name => name), "a WAI-ARIA role such as button, link or textbox");
}
