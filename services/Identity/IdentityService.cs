using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TechMarket.Identity.Demo;
using TechMarket.Identity.Organisations;
using TechMarket.Identity.People;
using TechMarket.Identity.Sessions;
using TechMarket.Identity.Tokens;
using TechMarket.Platform;
using TechMarket.Platform.Security;
using TechMarket.Rules;

namespace TechMarket.Identity;

/// <summary>The Identity service's only public surface.</summary>
public static class IdentityService
{
    public static void Add(WebApplicationBuilder builder)
    {
        builder.AddMarketService<IdentityDb>("identity");
        builder.Services.AddValidation();
        builder.Services.Configure<IdentityOptions>(builder.Configuration.GetSection("Identity"));
        builder.Services.TryAddSingleton(RegionProfiles.Get(builder.Configuration["Market:Profile"] ?? "CN"));
        builder.Services.AddHttpContextAccessor();
        var keys = Directory.CreateDirectory(
            builder.Configuration["Identity:KeysFolder"] ?? Path.Combine(AppContext.BaseDirectory, "keys"),
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        builder.Services.AddDataProtection().SetApplicationName("techmarket").PersistKeysToFileSystem(keys);
        // It warns at every start that the folder itself is not encrypted; the guide says how to guard it.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        builder.Services.AddSingleton<SecretBox>();
        builder.Services.AddSingleton<Passwords>();
        builder.Services.AddSingleton<KeyRing>();
        builder.Services.AddSingleton<TokenIssuer>();
        builder.Services.AddSingleton<LocalSessionExchange>();
        builder.Services.AddSingleton<ISessionExchange>(services => services.GetRequiredService<LocalSessionExchange>());
        builder.Services.AddScoped<DemoAccounts>();
        builder.Services.AddScoped<FirstBureau>();
        builder.Services.AddSingleton<Housekeeping>();
        builder.Services.AddHostedService(services => services.GetRequiredService<Housekeeping>());
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
        Routes.Map(routes.MapMarketService("identity"));
        Routes.MapStandard(routes);
    }

    /// <summary>
    /// With a demonstration profile: verified organisations with a person for every role, once. Their passwords are drawn at random and
    /// written to <c>demo-accounts.json</c> in the data folder. A second call changes nothing; with another profile nothing happens at all.
    /// </summary>
    public static async Task<IReadOnlyList<DemoAccount>> EnsureDemoAccounts(IServiceProvider services, string dataFolder, CancellationToken ct)
    {
        if (!services.GetRequiredService<RegionProfile>().IsDemonstration) return [];
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<DemoAccounts>().Ensure(dataFolder, ct);
    }
}
