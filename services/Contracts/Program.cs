using TechMarket.Contracts;
using TechMarket.Platform;

var builder = WebApplication.CreateBuilder(args);
PlatformHost.Add(builder);
ContractsService.Add(builder);
PlatformHost.Deliver(builder);
var app = builder.Build();
PlatformHost.Use(app);
ContractsService.Map(app);
return await PlatformHost.Run(app, args);
