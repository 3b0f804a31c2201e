using TechMarket.Platform.Problems;

namespace TechMarket.Demands;

/// <summary>Every refusal of this service.</summary>
static class Problems
{
    public static readonly Problem NotFound = new("demands/not-found", 404, "There is no such need, or it is not yours to see.");
    public static readonly Problem IdTaken = new("demands/id-taken", 409, "Your organisation has another need under this id.");
    public static readonly Problem NotEditable = new("demands/not-editable", 409, "It is in review or under way; it cannot be edited now.");
    public static readonly Problem NotInState = new("demands/not-in-state", 409, "Its present state does not allow this.");
    public static readonly Problem Incomplete = new("demands/incomplete", 409, "Some fields are missing or not right; see fields.");
    public static readonly Problem ReasonUnknown = new("demands/reason-unknown", 400, "This is not a code of the list of return reasons.");
    public static readonly Problem DayPassed = new("demands/day-passed", 409, "The day until which it is valid lies in the past.");
    public static readonly Problem AchievementUnknown = new("demands/achievement-unknown", 404, "There is no such public achievement.");
    public static readonly Problem ShortlistFull = new("demands/shortlist-full", 409, "A shortlist holds at most fifty achievements.");
}
