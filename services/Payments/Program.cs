using TechMarket.Payments;
using TechMarket.Platform;

var builder = WebApplication.CreateBuilder(args);
PlatformHost.Add(builder);
PaymentsService.Add(builder);
PlatformHost.Deliver(builder);
var app = builder.Build();
PlatformHost.Use(app);
PaymentsService.Map(app);
return await PlatformHost.Run(app, args);
