using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Messages;
using TechMarket.Platform.Security;

namespace TechMarket.Contracts.Turnover;

/// <summary>A bureau's administrator sets the year's goal for its area or a part of it.</summary>
static class SetTurnoverTarget
{
    public sealed record Request([property: Required, StringLength(6, MinimumLength = 2)] string AreaCode, [property: Range(2000, 2100)] int Year, Money Amount);

    public sealed record Response(string AreaCode, int Year, Money Amount);

    public static async Task<Ok<Response>> Handle(Request request, Caller caller, ContractsDb db, TimeProvider clock, CancellationToken ct)
    {
        caller.RequireBureau(Roles.Administrator);
        if (request.Amount.Currency != "CNY" || request.Amount.Amount <= 0) throw Problems.TargetNotPositive.Now();
        var areaCode = TurnoverQuery.AreaFor(caller, request.AreaCode);
        var target = await db.Targets.FindAsync([areaCode, request.Year], ct);
        if (target is null) db.Targets.Add(target = BureauTarget.Of(areaCode, request.Year));
        var before = target.Amount;
        target.Set(request.Amount.Amount, caller.PersonName, clock.GetUtcNow());
        db.Audit(caller, "turnover", caller.OrganisationId, "set-target", before.ToString(System.Globalization.CultureInfo.InvariantCulture), data: request);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(new Response(areaCode, request.Year, Money.Yuan(target.Amount)));
    }
}
