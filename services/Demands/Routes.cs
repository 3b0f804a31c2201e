using TechMarket.Demands.Imports;
using TechMarket.Demands.Needs;
using TechMarket.Demands.Reviews;
using TechMarket.Platform.Imports;
using TechMarket.Platform.Problems;
using TechMarket.Platform.Web;

namespace TechMarket.Demands;

/// <summary>Every address of this service.</summary>
static class Routes
{
    static readonly Problem[] Editing = [Problems.NotFound, Problems.NotEditable, PlatformProblems.ChangedMeanwhile];
    static readonly Problem[] Moving = [Problems.NotFound, Problems.NotInState, PlatformProblems.ChangedMeanwhile];

    public static void Map(RouteGroupBuilder demands)
    {
        demands.MapGet("", ListMyDemands.Handle).WithSummary("The organisation's own needs.");
        demands.MapGet("/by-number/{number}", GetPublicDemand.ByNumber).AllowAnonymous().Produces<PublicDemand.Response>()
            .WithSummary("The public page's content by its readable number.").Refuses(Problems.NotFound);
        demands.MapGet("/by-external/{source}/{externalId}", GetPublicDemand.ByExternal).AllowAnonymous().Produces<PublicDemand.Response>()
            .WithSummary("The public page's content by the record's id at its data source.").Refuses(Problems.NotFound);
        demands.MapPut("/by-external/{source}/{externalId}", PutDemandRow.Handle).WithSummary("Keeps one record of a data source or of an enterprise's own system.")
            .Refuses(ImportProblems.NotYourSource, ImportProblems.NotAllowed, ImportProblems.FieldInvalid, ImportProblems.FieldMissing, PlatformProblems.NotVerified, Problems.NotEditable);

        var one = demands.MapGroup("/{id:guid}");
        one.MapGet("", GetDemand.Handle).WithSummary("The text being edited, its state and what the caller may do.").Refuses(Problems.NotFound);
        one.MapGet("/public", GetPublicDemand.ById).AllowAnonymous().Produces<PublicDemand.Response>()
            .WithSummary("The public page's content by id.").Refuses(Problems.NotFound);
        one.MapPut("", SaveDraft.Handle).WithSummary("Saves the whole draft; opens the next version of an open one.").Refuses([.. Editing, Problems.IdTaken]);
        one.MapDelete("", DiscardDraft.Handle).WithSummary("Gives up a draft or a next version.").Refuses(Editing);
        one.MapPost("/submit", SubmitDemand.Handle).WithSummary("Hands the draft to the bureau.").Refuses([.. Moving, Problems.Incomplete, PlatformProblems.NotVerified]);
        one.MapPost("/return", ReturnDemand.Handle).WithSummary("The bureau sends it back with a reason.").Refuses([.. Moving, Problems.ReasonUnknown]);
        one.MapPost("/publish", PublishDemand.Handle).WithSummary("The bureau opens it and gives it its number.").Refuses(Moving);
        one.MapPost("/renew", RenewDemand.Handle).WithSummary("An expired one is open again.").Refuses([.. Moving, Problems.DayPassed]);
        one.MapPost("/withdraw", WithdrawDemand.Handle).WithSummary("The enterprise takes it back.").Refuses(Moving);
        one.MapPost("/solve", SolveDemand.Handle).WithSummary("The enterprise accepts what the contract brought.").Refuses(Moving);
        one.MapPut("/shortlist/{achievementId:guid}", ShortlistAchievement.Add).WithSummary("Puts an achievement on the shortlist.")
            .Refuses([.. Moving, Problems.AchievementUnknown, Problems.ShortlistFull]);
        one.MapDelete("/shortlist/{achievementId:guid}", ShortlistAchievement.Remove).WithSummary("Takes an achievement off the shortlist.").Refuses(Moving);
        one.MapGet("/history", ListHistory.Handle).WithSummary("What happened and by whom.").Refuses(Problems.NotFound);

        demands.MapGet("/reviews", ListReviews.Handle).WithSummary("What waits for the bureau's review.");
        demands.MapGet("/todo", ListTodo.Handle).WithSummary("What waits for this caller.");
        demands.MapImports<DemandsDb>("demands", DemandRow.Columns, DemandsService.SourceOf);
    }
}
