using TechMarket.Listings;
using TechMarket.Platform;

var builder = WebApplication.CreateBuilder(args);
PlatformHost.Add(builder);
ListingsService.Add(builder);
PlatformHost.Deliver(builder);
var app = builder.Build();
PlatformHost.Use(app);
ListingsService.Map(app);
return await PlatformHost.Run(app, args);
