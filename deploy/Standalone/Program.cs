using TechMarket.Platform;
using TechMarket.Platform.Postgres;
using TechMarket.Standalone;

// The whole market in one process: the gateway's front, every service, and a PostgreSQL of its own unless one is given.
var settings = Settings.Parse(args);
if (settings is null) return 64;
if (settings.Command is "help")
{
    Console.WriteLine(Settings.Usage);
    return 0;
}

try
{
    await using var market = await Market.Build(settings);
    return settings.Command is { Length: > 0 } command
        ? await PlatformHost.Run(market.App, [command])
        : await market.Run();
}
catch (PostgresSetupException missing)
{
    Console.Error.WriteLine(missing.Message);
    return 1;
}
