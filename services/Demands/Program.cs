using TechMarket.Demands;
using TechMarket.Platform;

var builder = WebApplication.CreateBuilder(args);
PlatformHost.Add(builder);
DemandsService.Add(builder);
PlatformHost.Deliver(builder);
var app = builder.Build();
PlatformHost.Use(app);
DemandsService.Map(app);
return await PlatformHost.Run(app, args);
