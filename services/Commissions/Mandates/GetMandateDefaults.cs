using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Platform.Security;
using TechMarket.Rules;

namespace TechMarket.Commissions.Mandates;

/// <summary>A broker starts a proposal from what the region proposes; every party may agree otherwise.</summary>
static class GetMandateDefaults
{
    public sealed record Response(ScheduleInput Schedule, EarnEvent EarnEvent, decimal WarnRate, DateOnly ValidFrom, DateOnly ValidUntil, string LeadValidityZh, string LeadValidityEn);

    public static Ok<Response> Handle(Caller caller, RegionProfile profile, TimeProvider clock)
    {
        caller.Require(Roles.Broker);
        var now = clock.GetUtcNow();
        var rules = profile.At(now);
        var today = ChinaTime.DayOf(now);
        var validity = rules.LeadValidity.Words();
        return TypedResults.Ok(new Response(
            ScheduleInput.From(rules.CommissionSchedule), rules.EarnEvent, rules.CommissionWarnRate, today, today.AddYears(1).AddDays(-1), validity.Zh, validity.En));
    }
}
