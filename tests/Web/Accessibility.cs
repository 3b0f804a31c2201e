using Microsoft.Playwright;
using TechMarket.SystemTests.Running;

namespace TechMarket.WebTests;

/// <summary>What keeps people out: the rules of axe-core that are serious or critical.</summary>
static class Accessibility
{
    private static readonly Lazy<string> Rules = new(() => File.ReadAllText(Path.Combine(Product.Root, "web", "node_modules", "axe-core", "axe.min.js")));

    /// <summary>Each broken rule with the places that break it.</summary>
    public static async Task<string[]> Check(IPage page)
    {
        if (await page.EvaluateAsync<bool>("() => window.axe === undefined")) await page.EvaluateAsync(Rules.Value);
        return await page.EvaluateAsync<string[]>("""
            async () => {
              const found = await axe.run(document, { resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'], iframes: false })
              return found.violations
                .filter((rule) => rule.impact === 'serious' || rule.impact === 'critical')
                .map((rule) => `${rule.impact} ${rule.id}: ${rule.nodes.slice(0, 4).map((node) => `${node.target.join(' ')} [${node.html.slice(0, 160)}] ${(node.any[0] ?? node.all[0] ?? node.none[0])?.message ?? ''}`).join(' | ')}`)
            }
            """);
    }
}
