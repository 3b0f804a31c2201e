using TechMarket.Identity;

namespace TechMarket.Standalone;

/// <summary>What happens once the market answers: demo accounts, the sample data, and the line that says it is ready.</summary>
static class FirstSteps
{
    public static async Task Take(WebApplication app, Settings settings, CancellationToken ct)
    {
        var address = new Uri($"http://127.0.0.1:{settings.Port}");
        if (settings.Profile == "demo")
        {
            var accounts = await IdentityService.EnsureDemoAccounts(app.Services, settings.DataFolder, ct);
            if (settings.SampleFolder is { } folder) await new SampleData(address, folder, settings.DataFolder, accounts).Load(Console.Out, ct);
            Show(accounts, settings);
        }
        Console.WriteLine($"Market ready: {address.ToString().TrimEnd('/')}");
        await Console.Out.FlushAsync(ct);
    }

    private static void Show(IReadOnlyList<DemoAccount> accounts, Settings settings)
    {
        Console.WriteLine();
        Console.WriteLine("Demo sign-ins (kept in " + Path.Combine(settings.DataFolder, "demo-accounts.json") + "):");
        foreach (var account in accounts)
            Console.WriteLine($"  {account.Role,-14} {account.Email,-40} {account.Password}   {account.Organisation}");
        Console.WriteLine();
    }
}
