using TechMarket.Identity;
using TechMarket.Platform;

var builder = WebApplication.CreateBuilder(args);
PlatformHost.Add(builder);
IdentityService.Add(builder);
PlatformHost.Deliver(builder);
var app = builder.Build();
PlatformHost.Use(app);
IdentityService.Map(app);
return await PlatformHost.Run(app, args);
