using TechMarket.Trading;
using TechMarket.Platform;

// Commands that need neither database nor web: anyone can replay a log and verify a dossier.
if (args is ["replay", ..]) return await TradingService.Replay(args[1..], Console.Out);
if (args is ["verify-dossier", ..]) return await TradingService.VerifyDossier(args[1..], Console.Out);

var builder = WebApplication.CreateBuilder(args);
PlatformHost.Add(builder);
TradingService.Add(builder);
PlatformHost.Deliver(builder);
var app = builder.Build();
PlatformHost.Use(app);
TradingService.Map(app);
return await PlatformHost.Run(app, args);
