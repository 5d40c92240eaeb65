using FluentAssertions;
using MicroConvQA.Specs;
using NUnit.Framework;

namespace MicroConvQA.Browser.Specs.Acting;

[Category("Browser")]
[Parallelizable(ParallelScope.All)]
internal sealed class FieldSpecs
{
    [Test, Covers("action", "fill")]
    public async Task A_text_is_typed_key_by_key_as_a_search_box_hears_it()
    {
        await using var stage = await Stage.SetAsync("<label>Search <input id=q value=old></label>");

        await stage.DoAsync(Author.Fill("Search", "lamp"));

        (await stage.Page.InputValueAsync("#q")).Should().Be("lamp");
        (await stage.LogAsync()).Count(line => line == "keydown q").Should().Be(4);
    }

    [Test]
    public async Task A_field_and_a_button_of_one_name_are_told_apart_by_what_is_done()
    {
        await using var stage = await Stage.SetAsync(
            "<form onsubmit='return false'><input id=q aria-label=Search><button id=go>Search</button></form>"
        );

        await stage.DoAsync(Author.Fill("Search", "lamp"));
        await stage.DoAsync(Author.Click("Search"));

        (await stage.Page.InputValueAsync("#q")).Should().Be("lamp");
        (await stage.LogAsync()).Should().Contain("click go");
    }

    [TestCase("<label>When <input id=f type=date></label>", "When", "2026-12-24")]
    [TestCase("<label>Secret <input id=f type=password></label>", "Secret", "s3cret")]
    [TestCase("<label>Message <textarea id=f></textarea></label>", "Message", "Hello & bye")]
    [TestCase("<label>Amount <input id=f type=number></label>", "Amount", "3")]
    [TestCase("<label>Size <input id=f type=range min=0 max=10></label>", "Size", "7")]
    public async Task A_field_of_any_kind_takes_its_value(string html, string label, string value)
    {
        await using var stage = await Stage.SetAsync(html);

        await stage.DoAsync(Author.Fill(label, value));

        (await stage.Page.InputValueAsync("#f")).Should().Be(value);
    }

    [Test]
    public async Task A_value_may_hold_variables()
    {
        await using var stage = await Stage.SetAsync("<label>E-mail <input id=f type=email></label>");

        await stage.DoAsync(Author.Fill("E-mail", "$person.email"));

        (await stage.Page.InputValueAsync("#f")).Should().MatchRegex(@"^[a-z]+\.[a-z]+\.[0-9a-f]{10}@example\.com$");
    }

    [TestCase("Large")]
    [TestCase("l")]
    [Covers("action", "select")]
    public async Task An_option_is_chosen_by_its_label_or_its_value(string option)
    {
        await using var stage = await Stage.SetAsync(
            "<label>Size <select id=f><option value=s>Small<option value=l>Large</select></label>"
        );

        await stage.DoAsync(Author.Select("Size", option));

        (await stage.Page.InputValueAsync("#f")).Should().Be("l");
        (await stage.LogAsync()).Should().Contain("change f");
    }

    [Test]
    public async Task A_styled_select_is_opened_and_its_option_clicked()
    {
        const string styled = """
            <div id=f role=combobox aria-label=Size aria-expanded=false tabindex=0 onclick="list.hidden=false">…</div>
            <ul id=list role=listbox hidden><li role=option>Small</li><li role=option onclick="log.push('Large chosen')">Large</li></ul>
            """;
        await using var stage = await Stage.SetAsync(styled);

        await stage.DoAsync(Author.Select("Size", "Large"));

        (await stage.LogAsync()).Should().Contain("Large chosen");
    }

    [Test]
    public async Task An_option_that_is_not_there_is_answered_with_those_that_are()
    {
        await using var stage = await Stage.SetAsync("<label>Size <select><option>Small<option>Large</select></label>", patience: 2);

        var reason = await stage.BreakAsync(Author.Select("Size", "Medium"));

        reason.Should().Be("The field on about:blank has no option 'Medium' that can be chosen. It has: 'Small', 'Large'.");
    }

    [Test, Covers("action", "check")]
    public async Task A_box_is_ticked_once_and_stays_ticked()
    {
        await using var stage = await Stage.SetAsync("<label><input type=checkbox id=f> Newsletter</label>");

        await stage.DoAsync(Author.Check("Newsletter"));
        await stage.DoAsync(Author.Check("Newsletter"));

        (await stage.Page.IsCheckedAsync("#f")).Should().BeTrue();
        (await stage.LogAsync()).Should().ContainSingle(line => line == "change f");
    }

    [Test]
    public async Task A_radio_button_is_chosen()
    {
        await using var stage = await Stage.SetAsync(
            "<label><input type=radio name=m> Standard</label><label><input type=radio name=m id=f> Express</label>"
        );

        await stage.DoAsync(Author.Check("Express"));

        (await stage.Page.IsCheckedAsync("#f")).Should().BeTrue();
    }

    [Test, Covers("action", "uncheck")]
    public async Task A_box_is_cleared()
    {
        await using var stage = await Stage.SetAsync("<label><input type=checkbox id=f checked> Newsletter</label>");

        await stage.DoAsync(Author.Uncheck("Newsletter"));

        (await stage.Page.IsCheckedAsync("#f")).Should().BeFalse();
    }

    [Test, Covers("action", "press")]
    public async Task A_key_goes_to_what_has_the_focus()
    {
        await using var stage = await Stage.SetAsync(
            "<form onsubmit=\"log.push('submitted'); return false\"><input aria-label=Search></form>"
        );

        await stage.DoAsync(Author.Fill("Search", "lamp"));
        await stage.DoAsync(Author.Press("Enter"));

        (await stage.LogAsync()).Should().Contain("submitted");
    }

    [Test]
    public async Task A_key_goes_to_the_element_that_is_named()
    {
        await using var stage = await Stage.SetAsync("<input id=a aria-label=First><input id=b aria-label=Second>");

        await stage.DoAsync(Author.Press("Tab", on: "First"));

        (await stage.LogAsync()).Should().Contain("keydown a");
        (await stage.Page.EvaluateAsync<string>("() => document.activeElement.id")).Should().Be("b");
    }

    [Test]
    public async Task A_key_that_does_not_exist_is_named()
    {
        await using var stage = await Stage.SetAsync("<input>");

        var reason = await stage.BreakAsync(Author.Press("Entre"));

        reason.Should().Be("There is no key 'Entre'. Write keys as in Enter, Tab, Escape, ArrowDown, a or Control+A.");
    }

    [Test, Covers("action", "upload")]
    public async Task A_file_beside_the_journey_is_put_into_a_hidden_field()
    {
        using var workspace = new TemporaryFolder();
        Directory.CreateDirectory(Path.Combine(workspace.Path, "journeys"));
        await File.WriteAllTextAsync(Path.Combine(workspace.Path, "journeys", "photo.txt"), "a photo");
        await using var stage = await Stage.SetAsync("<label>Your photo <input type=file id=f hidden></label>", workspace: workspace.Path);

        await stage.DoAsync(Author.Upload("Your photo", "photo.txt"));

        (await stage.Page.EvaluateAsync<string>("() => f.files[0].name")).Should().Be("photo.txt");
    }

    [Test]
    public async Task A_file_outside_of_the_workspace_is_refused()
    {
        await using var stage = await Stage.SetAsync("<label>Your photo <input type=file></label>", workspace: "/work-space");

        var reason = await stage.BreakAsync(Author.Upload("Your photo", "../../etc/passwd"));

        reason.Should().Be("The file '../../etc/passwd' lies outside of the workspace /work-space. Put it beside the journey.");
    }
}
