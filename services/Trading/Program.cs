using TechMarket.Trading;
using TechMarket.Platform;

var builder = WebApplication.CreateBuilder(args);
PlatformHost.Add(builder);
TradingService.Add(builder);
PlatformHost.Deliver(builder);
var app = builder.Build();
PlatformHost.Use(app);
TradingService.Map(app);
return await PlatformHost.Run(app, args);
