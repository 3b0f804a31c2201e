using TechMarket.Listings.Achievements;
using TechMarket.Listings.Confidential;
using TechMarket.Listings.Imports;
using TechMarket.Listings.Reviews;
using TechMarket.Platform.Imports;
using TechMarket.Platform.Problems;
using TechMarket.Platform.Web;

namespace TechMarket.Listings;

/// <summary>Every address of this service.</summary>
static class Routes
{
    static readonly Problem[] Editing = [Problems.NotFound, Problems.NotEditable, PlatformProblems.ChangedMeanwhile];
    static readonly Problem[] Moving = [Problems.NotFound, Problems.NotInState, PlatformProblems.ChangedMeanwhile];

    public static void Map(RouteGroupBuilder listings)
    {
        var all = listings.MapGroup("/achievements");
        all.MapGet("", ListMyAchievements.Handle).WithSummary("The organisation's own achievements.");
        all.MapGet("/by-number/{number}", GetPublicAchievement.ByNumber).AllowAnonymous().Produces<PublicAchievement.Response>()
            .WithSummary("The public page's content by its readable number.").Refuses(Problems.NotFound);
        all.MapGet("/by-external/{source}/{externalId}", GetPublicAchievement.ByExternal).AllowAnonymous().Produces<PublicAchievement.Response>()
            .WithSummary("The public page's content by the record's id at its data source.").Refuses(Problems.NotFound);
        all.MapPut("/by-external/{source}/{externalId}", PutAchievementRow.Handle).WithSummary("Keeps one record of a data source or of a holder's own system.")
            .Refuses(ImportProblems.NotYourSource, ImportProblems.NotAllowed, ImportProblems.FieldInvalid, ImportProblems.FieldMissing, PlatformProblems.NotVerified, Problems.NotEditable);

        var one = all.MapGroup("/{id:guid}");
        one.MapGet("", GetAchievement.Handle).WithSummary("The text being edited, its state and what the caller may do.").Refuses(Problems.NotFound);
        one.MapGet("/public", GetPublicAchievement.ById).AllowAnonymous().Produces<PublicAchievement.Response>()
            .WithSummary("The public page's content by id.").Refuses(Problems.NotFound);
        one.MapPut("", SaveDraft.Handle).WithSummary("Saves the whole draft; opens the next version of a public one.").Refuses([.. Editing, Problems.IdTaken]);
        one.MapDelete("", DiscardDraft.Handle).WithSummary("Gives up a draft or a next version.").Refuses(Editing);
        one.MapPost("/submit", SubmitAchievement.Handle).WithSummary("Hands the draft to the first review.")
            .Refuses([.. Moving, Problems.Incomplete, PlatformProblems.NotVerified]);
        one.MapPost("/approve", ApproveAchievement.Handle).WithSummary("The unit stands for rights and secrecy.")
            .Refuses([.. Moving, Problems.OwnSubmission, Problems.HolderNotConfirmed, Problems.SecrecyNotCleared, PlatformProblems.NotVerified]);
        one.MapPost("/return", ReturnAchievement.Handle).WithSummary("A review sends it back with a reason.").Refuses([.. Moving, Problems.ReasonUnknown]);
        one.MapPost("/publish", PublishAchievement.Handle).WithSummary("The bureau makes it public and gives it its number.")
            .Refuses([.. Moving, Problems.SecrecyNotCleared]);
        one.MapPost("/suspend", SuspendAchievement.Handle).WithSummary("Off the market for a while.").Refuses(Moving);
        one.MapPost("/resume", ResumeAchievement.Handle).WithSummary("Back on the market.").Refuses(Moving);
        one.MapPost("/withdraw", WithdrawAchievement.Handle).WithSummary("Off the market for good.").Refuses(Moving);
        one.MapGet("/history", ListHistory.Handle).WithSummary("What happened and by whom.").Refuses(Problems.NotFound);
        one.MapGet("/access", GetAccess.Handle).WithSummary("Whether the caller may open the confidential detail.").Refuses(Problems.NotFound);
        one.MapGet("/confidential", OpenConfidential.Handle).WithSummary("Opens the confidential detail; the opening is logged.")
            .Refuses(Problems.NotFound, Problems.NoGrant);
        one.MapPut("/confidential", SaveConfidential.Handle).WithSummary("Writes the confidential detail.").Refuses(Editing);
        one.MapGet("/openings", ListOpenings.Handle).WithSummary("Who opened the confidential detail.").Refuses(Problems.NotFound);
        one.MapPost("/attachments", AddAttachment.Handle).DisableAntiforgery().WithSummary("Adds a public or confidential file.")
            .Refuses([.. Editing, Problems.TooManyFiles, PlatformProblems.FileRefused]);
        one.MapGet("/attachments/{fileId:guid}", GetAttachment.Handle).AllowAnonymous().WithSummary("Downloads a file.").Refuses(Problems.NotFound);
        one.MapDelete("/attachments/{fileId:guid}", RemoveAttachment.Handle).WithSummary("Takes a file away.").Refuses(Editing);

        listings.MapGet("/reviews", ListReviews.Handle).WithSummary("What waits for this caller's review.");
        listings.MapGet("/todo", ListTodo.Handle).WithSummary("What waits for this caller.");
        listings.MapImports<ListingsDb>("achievements", AchievementRow.Columns, ListingsService.SourceOf);
    }
}
