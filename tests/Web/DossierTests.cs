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
        window.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_verifier_page_works_from_the_disk_without_a_network()
    {
        var story = await browsing.Told();
        var folder = Directory.CreateDirectory(Path.Combine(Browsing.Output, "dossier-verify")).FullName;
        var (whole, changed) = (Path.Combine(folder, "whole.zip"), Path.Combine(folder, "changed.zip"));
        var zip = await story.Dossier(story.Approver);
        await File.WriteAllBytesAsync(whole, zip);
        ZipFile.ExtractToDirectory(new MemoryStream(zip), folder, overwriteFiles: true);
        zip[zip.Length / 3] ^= 1;
        await File.WriteAllBytesAsync(changed, zip);

        await using var window = await browsing.Open(1024);
        await window.Page.Context.SetOfflineAsync(true);
        await window.Page.GotoAsync(new Uri(Path.Combine(folder, "verify.html")).AbsoluteUri);
        await window.Page.SetInputFilesAsync("#file", whole);
        await Assertions.Expect(window.Page.GetByText("核验通过")).ToBeVisibleAsync();
        await window.Keep("dossier-verify-whole");
        await window.Page.SetInputFilesAsync("#file", changed);
        await Assertions.Expect(window.Page.GetByText("核验未通过")).ToBeVisibleAsync();
        await window.Keep("dossier-verify-changed");
        window.Faults.ShouldBeEmpty();
    }
}
