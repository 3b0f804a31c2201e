using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using TechMarket.Platform.Security;
using TechMarket.Platform.Web;
using TechMarket.Rules;

namespace TechMarket.Demands.Needs;

/// <summary>Reads a need by its number, its id, or its id at the data source. One shown to verified institutes alone is not there for others.</summary>
static class GetPublicDemand
{
    public static Task<IResult> ByNumber(
        string number, HttpRequest request, Visitor visitor, DemandsDb db, PublicPages pages, TimeProvider clock, CancellationToken ct) =>
        Answer(d => d.Number == number, request, visitor, db, pages, clock, ct);

    public static Task<IResult> ById(
        DemandId id, HttpRequest request, Visitor visitor, DemandsDb db, PublicPages pages, TimeProvider clock, CancellationToken ct) =>
        Answer(d => d.Id == id, request, visitor, db, pages, clock, ct);

    public static Task<IResult> ByExternal(
        string source, string externalId, HttpRequest request, Visitor visitor, DemandsDb db, PublicPages pages, TimeProvider clock, CancellationToken ct) =>
        Answer(d => d.Source == source && d.ExternalId == externalId, request, visitor, db, pages, clock, ct);

    private static async Task<IResult> Answer(
        Expression<Func<Demand, bool>> which, HttpRequest request, Visitor visitor, DemandsDb db, PublicPages pages, TimeProvider clock, CancellationToken ct)
    {
        var demand = await db.Demands.AsNoTracking().Where(which).SingleOrDefaultAsync(d => d.Number != null, ct);
        if (demand is null || !demand.MayBeSeenBy(visitor.Caller)) throw Problems.NotFound.Now();
        var passed = demand.Public!.ValidUntil < ChinaTime.DayOf(clock.GetUtcNow());
        return await pages.Answer(
            request, "demand:" + demand.Id, $"{demand.Version}{(passed ? "-passed" : "")}", () => PublicDemand.Of(demand, passed, db, ct),
            everyone: demand.Public.Visibility == DemandForm.Audience.Public);
    }
}
