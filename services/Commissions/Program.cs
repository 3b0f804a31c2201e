using TechMarket.Commissions;
using TechMarket.Platform;

var builder = WebApplication.CreateBuilder(args);
PlatformHost.Add(builder);
CommissionsService.Add(builder);
PlatformHost.Deliver(builder);
var app = builder.Build();
PlatformHost.Use(app);
CommissionsService.Map(app);
return await PlatformHost.Run(app, args);
