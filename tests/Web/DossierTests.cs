using System.IO.Compression;
using Microsoft.Playwright;
using TechMarket.SystemTests.Telling;

namespace TechMarket.WebTests;

/// <summary>One click on the page of the deal, and a page from the disk that says whether the file is whole.</summary>
[Collection(BrowsingTests.Name)]
public sealed class DossierTests(Browsing browsing)
{
    [Theory]
    [InlineData("approver", Story.University, 1440)]
    [InlineData("purchaser", Story.Enterprise, 390)]
    public async Task The_dossier_is_exported_from_the_page_of_the_deal(string role, string organisation, int width)
    {
        var story = await browsing.Told();
        await using var window = await browsing.Open(width);
        await window.SignIn(role, organisation);
        await window.Visit($"/workbench/trading/deals/{story.DealId}");
        var panel = window.Page.Locator("[data-test=dossier]");
        var zip = await window.Download($"dossier-{role}.zip", () => panel.Press("导出勤勉尽责档案"));
        await Assertions.Expect(panel.GetByText("档案指纹").First).ToBeVisibleAsync();
        await window.Look($"dossier-{role}-{width}");
        window.Faults.ShouldBeEmpty();

        var folder = Directory.CreateDirectory(Path.Combine(Browsing.Output, $"dossier-{role}")).FullName;
        ZipFile.ExtractToDirectory(new MemoryStream(zip), folder, overwriteFiles: true);
        await window.Page.GotoAsync(new Uri(Path.Combine(folder, "index.html")).AbsoluteUri);
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Heading, new() { Name = "勤勉尽责档案" })).ToBeVisibleAsync();
        await window.Keep($"dossier-index-{role}-{width}");
        foreach (var link in await window.Page.Locator("a").EvaluateAllAsync<string[]>("all => all.map((a) => a.getAttribute('href'))")) File.Exists(Path.Combine(folder, link)).ShouldBeTrue(link);
        window.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_bureau_exports_it_from_the_registration_and_in_English()
    {
        var story = await browsing.Told();
        await using var window = await browsing.Open(1440, "en-US");
        await window.Visit("/");
        await window.On.GetByText("English", new() { Exact = true }).First.ClickAsync();
        await Assertions.Expect(window.Page.Locator("html[lang=en]")).ToHaveCountAsync(1);
        await window.SignIn("registrar", Story.City);
        await window.Visit($"/workbench/contracts/registrations/{story.RegistrationId}/desk");
        var panel = window.Page.Locator("[data-test=dossier]");
        await window.Download("dossier-registrar.zip", () => panel.Press("Export the evidence dossier"));
        await Assertions.Expect(panel.GetByText("Fingerprint").First).ToBeVisibleAsync();
        await window.Look("dossier-registrar");

        // Whoever is given it asks whether the market made it.
        var fingerprint = await panel.Locator("code").First.InnerTextAsync();
        await panel.Follow("Check a dossier somebody gave you");
        await window.At("/dossiers/check");
        await window.On.Write("Fingerprint (64 characters)", fingerprint);
        await window.On.GetByRole(AriaRole.Main).Press("Check");
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Heading, new() { Name = "This market made it" })).ToBeVisibleAsync();
        await window.Look("dossier-check");
        window.Allow(404, new string('0', 64));
        await window.Visit($"/dossiers/check/{new string('0', 64)}");
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Heading, new() { Name = "There is no such dossier" })).ToBeVisibleAsync();
        window.Faults.ShouldBeEmpty();
    }
}
