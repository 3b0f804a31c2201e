using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace TechMarket.WebTests;

/// <summary>What a person does in a part of a page, found by what it is called there and by nothing else.</summary>
static class Acting
{
    public static Task Press(this ILocator place, string button) => place.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).First.ClickAsync();

    /// <summary>Goes to a step of a long form.</summary>
    public static Task GoTo(this ILocator place, string step) =>
        place.GetByRole(AriaRole.List, new() { Name = "填写步骤" }).GetByRole(AriaRole.Button).Filter(new() { HasText = step }).ClickAsync();

    public static Task Follow(this ILocator place, string link) => place.GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).First.ClickAsync();

    public static Task Write(this ILocator place, string field, string text) => place.Labelled(field).FillAsync(text);

    /// <summary>Types words into a list, each confirmed by Enter.</summary>
    public static async Task WriteWords(this ILocator place, string field, params string[] words)
    {
        foreach (var word in words)
        {
            await place.Labelled(field).FillAsync(word);
            await place.Labelled(field).PressAsync("Enter");
        }
        await place.Labelled(field).PressAsync("Tab");
    }

    /// <summary>Opens a list by the keyboard, types what is looked for where the list is long, and takes the entry.</summary>
    public static async Task Choose(this ILocator place, string field, string entry, bool typed = false)
    {
        var input = place.Labelled(field);
        await input.FocusAsync();
        if (typed) await input.FillAsync(entry);
        else await input.PressAsync("ArrowDown");
        var option = place.Page.GetByRole(AriaRole.Option, new() { NameRegex = Beginning(entry) }).First;
        await option.ClickAsync();
        await option.WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Hidden });
    }

    public static async Task WriteDay(this ILocator place, string field, DateOnly day)
    {
        await place.Labelled(field).FillAsync(day.ToString("O"));
        await place.Labelled(field).PressAsync("Enter");
    }

    /// <summary>Takes one of several; the name is the beginning of what it says.</summary>
    public static Task Pick(this ILocator place, string choice) => place.GetByRole(AriaRole.Radio, new() { NameRegex = Beginning(choice) }).Switch();

    public static Task Tick(this ILocator place, string box) => place.GetByRole(AriaRole.Checkbox, new() { NameRegex = Beginning(box) }).Switch();

    // By the keyboard: the box one sees is drawn beside the real one.
    private static async Task Switch(this ILocator input)
    {
        if (!await input.IsCheckedAsync()) await input.PressAsync("Space");
        await Assertions.Expect(input).ToBeCheckedAsync();
    }

    /// <summary>Waits until the text can be read here.</summary>
    public static Task Shows(this ILocator place, string text) => place.GetByText(text).Locator("visible=true").First.WaitForAsync();

    public static ILocator Part(this ILocator place, string name) => place.GetByRole(AriaRole.Group, new() { Name = name, Exact = true });

    /// <summary>The field of that name, optional or not; a list that unfolds bears the name of its field, too.</summary>
    public static ILocator Labelled(this ILocator place, string field) =>
        place.GetByLabel(new Regex($"^{Regex.Escape(field)}( ?（选填）)?$", RegexOptions.None, TimeSpan.FromSeconds(1))).And(place.Page.Locator("input, textarea"));

    private static Regex Beginning(string text) => new("^" + Regex.Escape(text), RegexOptions.None, TimeSpan.FromSeconds(1));
}
