using TechMarket.Gateway;
using TechMarket.Platform;

// The gateway as a process of its own: the same front as in the standalone host, with YARP behind it.
var builder = WebApplication.CreateBuilder(args);
PlatformHost.Add(builder);
GatewayFront.Add(builder);
Forwarding.Add(builder);
var app = builder.Build();
PlatformHost.Use(app, GatewayFront.Use);
GatewayFront.Map(app);
Forwarding.Map(app);
return await PlatformHost.Run(app, args);
