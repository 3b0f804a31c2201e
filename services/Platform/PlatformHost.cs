using Microsoft.Extensions.Logging;
using MassTransit;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using TechMarket.Platform.Audit;
using TechMarket.Platform.Data;
using TechMarket.Platform.Documents;
using TechMarket.Platform.Files;
using TechMarket.Platform.Messaging;
using TechMarket.Platform.Problems;
using TechMarket.Platform.Security;

namespace TechMarket.Platform;

/// <summary>What every process does the same: problems, sign-in, health, telemetry, delivery. The host calls it; services do not.</summary>
public static class PlatformHost
{
    /// <summary>Before the services are added.</summary>
    public static void Add(WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.TryAddSingleton(TimeProvider.System);
        services.ConfigureHttpJsonOptions(json =>
        {
            Json.Configure(json.SerializerOptions);
            // A field without a default in its request record must be sent.
            json.SerializerOptions.RespectRequiredConstructorParameters = true;
        });
        services.AddProblemDetails(problems => problems.CustomizeProblemDetails = ProblemWriter.Complete);
        services.AddExceptionHandler<ProblemWriter>();
        services.AddSingleton<MarketConnections>();
        services.AddSingleton<ReactionRunner>();
        services.AddSingleton<ReactionNames>();
        services.AddSingleton<FileStore>();
        services.AddSingleton<PdfPrinter>();
        services.AddHealthChecks();
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning);
        // A failed command throws; logging it as well would also report the first look at a schema that does not exist yet.
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore.Database.Command", LogLevel.None);
        builder.Logging.AddFilter("MassTransit", LogLevel.Warning);
        services.Configure<HostOptions>(host => host.ServicesStartConcurrently = true);
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        AddSignIn(builder);
        Telemetry.Add(builder);
    }

    /// <summary>After the services are added: RabbitMQ when <c>Bus:RabbitMq</c> names a broker, otherwise in process.</summary>
    public static void Deliver(WebApplicationBuilder builder)
    {
        var reactions = builder.Services.Where(s => s.ServiceType == typeof(ReactionRegistration))
            .Select(s => (ReactionRegistration)s.ImplementationInstance!).ToList();
        if (builder.Configuration["Bus:RabbitMq"] is { Length: > 0 } broker)
        {
            builder.Services.AddSingleton<IDelivery, BrokerDelivery>();
            builder.Services.AddMassTransit(bus =>
            {
                foreach (var reaction in reactions) bus.AddConsumer(reaction.Consumer);
                bus.UsingRabbitMq((context, rabbit) =>
                {
                    rabbit.Host(new Uri(broker));
                    BrokerTopology.DeclareHearers(rabbit);
                    foreach (var reaction in reactions)
                    {
                        rabbit.ReceiveEndpoint(reaction.Queue, endpoint =>
                        {
                            endpoint.SetQuorumQueue();
                            endpoint.PrefetchCount = 16;
                            // The runner retries and keeps dead letters; what still comes here (the database is away) waits. The policy holds every
                            // interval in memory; the broker hands the message out anew (consumer_timeout, 30 minutes) long before they are used up.
                            endpoint.UseMessageRetry(retry => retry.Interval(10_000, TimeSpan.FromSeconds(2)));
                            endpoint.ConfigureConsumer(context, reaction.Consumer);
                        });
                    }
                });
            });
        }
        else
        {
            builder.Services.AddSingleton<IDelivery, InProcessDelivery>();
            builder.Services.AddMediator(mediator =>
            {
                foreach (var reaction in reactions) mediator.AddConsumer(reaction.Consumer);
            });
        }
    }

    /// <summary>First in the pipeline of a process.</summary>
    /// <param name="front">What stands before sign-in: the gateway, in the hosts that hold it.</param>
    public static void Use(WebApplication app, Action<WebApplication>? front = null)
    {
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        front?.Invoke(app);
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready").AllowAnonymous();
        app.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
    }

    /// <summary>Runs the process, or one of its commands: <c>verify-audit</c>.</summary>
    public static async Task<int> Run(WebApplication app, string[] args)
    {
        if (args is ["verify-audit", ..]) return await AuditVerification.Run(app.Services, Console.Out);
        await app.RunAsync();
        return 0;
    }

    private static void AddSignIn(WebApplicationBuilder builder)
    {
        builder.Services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer(jwt =>
        {
            jwt.MapInboundClaims = false;
            jwt.Authority = builder.Configuration["Identity:Authority"];
            jwt.Audience = "techmarket";
            jwt.RequireHttpsMetadata = false;
            jwt.TokenValidationParameters.NameClaimType = MarketClaims.PersonName;
            jwt.TokenValidationParameters.RoleClaimType = MarketClaims.Role;
            jwt.TokenValidationParameters.ValidAlgorithms = ["ES256"];
            jwt.TokenValidationParameters.ClockSkew = TimeSpan.FromSeconds(30);
        });
        builder.Services.AddAuthorization();
    }
}
