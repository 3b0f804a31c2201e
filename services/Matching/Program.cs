using TechMarket.Matching;
using TechMarket.Platform;

var builder = WebApplication.CreateBuilder(args);
PlatformHost.Add(builder);
MatchingService.Add(builder);
PlatformHost.Deliver(builder);
var app = builder.Build();
PlatformHost.Use(app);
MatchingService.Map(app);
return await PlatformHost.Run(app, args);
