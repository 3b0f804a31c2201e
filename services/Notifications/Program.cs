using TechMarket.Notifications;
using TechMarket.Platform;

var builder = WebApplication.CreateBuilder(args);
PlatformHost.Add(builder);
NotificationsService.Add(builder);
PlatformHost.Deliver(builder);
var app = builder.Build();
PlatformHost.Use(app);
NotificationsService.Map(app);
return await PlatformHost.Run(app, args);
