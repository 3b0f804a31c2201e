using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TechMarket.Platform.Data;
using TechMarket.Platform.Deadlines;
using TechMarket.Platform.Messaging;
using TechMarket.Platform.Operations;
using TechMarket.Platform.Problems;
using TechMarket.Platform.Web;

namespace TechMarket.Platform;

/// <summary>What a service says in its <c>Add</c> and <c>Map</c>.</summary>
public static class ServiceRegistration
{
    /// <summary>The service's database with its outbox dispatcher, deadline worker, migrations and OpenAPI document.</summary>
    /// <param name="service">Lower case: the schema, the connection string's name, the OpenAPI document's name.</param>
    public static void AddMarketService<TDb>(this WebApplicationBuilder builder, string service)
        where TDb : MarketDb
    {
        var services = builder.Services;
        services.AddSingleton(new DbRegistration(service, typeof(TDb)));
        services.AddDbContext<TDb>((provider, options) =>
        {
            if (EF.IsDesignTime) options.UseNpgsql(History(service));
            else options.UseNpgsql(provider.GetRequiredService<MarketConnections>().For(service), History(service));
        });
        services.AddHostedService<Migrator<TDb>>();
        services.AddHostedService<OutboxDispatcher<TDb>>();
        services.AddHostedService<DeadlineWorker<TDb>>();
        services.AddHealthChecks().AddCheck<DatabaseCheck<TDb>>(service);
        OpenApiDocuments.Add(services, service);
    }

    /// <summary>Lets a reaction hear a fact, in a queue of its own.</summary>
    public static void AddReaction<TDb, TReaction, TFact>(this WebApplicationBuilder builder, string queue)
        where TDb : MarketDb
        where TReaction : class, IReaction<TFact>
        where TFact : class =>
        builder.Services.AddSingleton(new ReactionRegistration(
            queue, typeof(TFact), typeof(TReaction), typeof(TDb), typeof(ReactionConsumer<TDb, TReaction, TFact>)));

    /// <summary>Lets an action happen when a deadline of this kind is due.</summary>
    public static void AddDeadline<TDb, TAction>(this WebApplicationBuilder builder, string kind)
        where TDb : MarketDb
        where TAction : class, IDeadline =>
        builder.Services.AddSingleton(new DeadlineRegistration(kind, typeof(TAction), typeof(TDb)));

    /// <summary><c>/api/{service}</c>: every route below demands a signed-in caller unless it says <c>AllowAnonymous</c>.</summary>
    public static RouteGroupBuilder MapMarketService(this IEndpointRouteBuilder routes, string service)
    {
        var group = routes.MapGroup("/api/" + service).WithGroupName(service).WithTags(service).RequireAuthorization().AddEndpointFilter(RefusalFilter.Invoke);
        DeadLetters.Map(group, service);
        AuditTrail.Map(group, service);
        return group;
    }

    private static Action<Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure.NpgsqlDbContextOptionsBuilder> History(string service) =>
        npgsql => npgsql.MigrationsHistoryTable("migrations", service);
}
