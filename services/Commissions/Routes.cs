using TechMarket.Commissions.Deals;
using TechMarket.Commissions.Earnings;
using TechMarket.Commissions.Leads;
using TechMarket.Commissions.Mandates;
using TechMarket.Commissions.Organisations;
using TechMarket.Commissions.Rewards;
using TechMarket.Commissions.Statements;
using TechMarket.Commissions.Todo;
using TechMarket.Platform.Problems;
using TechMarket.Platform.Web;

namespace TechMarket.Commissions;

/// <summary>Every address of this service.</summary>
static class Routes
{
    public static void Map(RouteGroupBuilder commissions)
    {
        commissions.MapGet("/todo", GetTodo.Handle);
        commissions.MapGet("/organisations", FindOrganisations.Handle);

        commissions.MapGet("/mandate-defaults", GetMandateDefaults.Handle);
        commissions.MapPost("/previews", PreviewCommission.Handle)
            .Refuses(Problems.AmountRefused, Problems.CurrencyUnfit, Problems.ScheduleRefused, Problems.SharesRefused);
        commissions.MapGet("/mandates", ListMandates.Handle);
        commissions.MapPost("/mandates", ProposeMandate.Handle).Refuses(
            Problems.MandateNotFound, Problems.MandateIdReused, Problems.ClientUnfit, Problems.BrokerUnfit, Problems.NotAmongBrokers, Problems.SharesRefused,
            Problems.ScheduleRefused, Problems.BaseUnfit, Problems.EarnEventUnfit, Problems.ValidityRefused, Problems.CurrencyUnfit, PlatformProblems.NotVerified);
        commissions.MapGet("/mandates/{id}", GetMandate.Handle).Refuses(Problems.MandateNotFound);
        commissions.MapPost("/mandates/{id}/accept", AcceptMandate.Handle)
            .Refuses(Problems.MandateNotFound, Problems.MandateWrongState, PlatformProblems.NotVerified, PlatformProblems.ChangedMeanwhile);
        commissions.MapPost("/mandates/{id}/decline", DeclineMandate.Handle)
            .Refuses(Problems.MandateNotFound, Problems.MandateWrongState, PlatformProblems.ChangedMeanwhile);
        commissions.MapPost("/mandates/{id}/end", EndMandate.Handle)
            .Refuses(Problems.MandateNotFound, Problems.MandateWrongState, PlatformProblems.ChangedMeanwhile);

        commissions.MapGet("/lead-drafts/{achievementId:guid}", PrepareLead.Handle).Refuses(Problems.AchievementNotOpen);
        commissions.MapGet("/leads", ListLeads.Handle);
        commissions.MapPost("/leads", RecordLead.Handle).Refuses(
            Problems.LeadNotFound, Problems.LeadIdReused, Problems.MandateNotFound, Problems.MandateNotInForce, Problems.AchievementNotOpen, Problems.DemandUnfit,
            Problems.IntroducedToNeeded, Problems.IntroducedToUnfit, Problems.LeadTaken, PlatformProblems.NotVerified);
        commissions.MapGet("/leads/{id}", GetLead.Handle).Refuses(Problems.LeadNotFound);
        commissions.MapPost("/leads/{id}/accept", AcceptLead.Handle).Refuses(
            Problems.LeadNotFound, Problems.LeadAnswered, Problems.DoubleAgencyConsentNeeded, Problems.PayerConsentNeeded, PlatformProblems.NotVerified);
        commissions.MapPost("/leads/{id}/dispute", DisputeLead.Handle).Refuses(Problems.LeadNotFound, Problems.LeadAnswered, Problems.LeadAnswerLate);
        commissions.MapGet("/claims", ListClaims.Handle);

        commissions.MapGet("/commissions", ListCommissions.Handle);
        commissions.MapGet("/commissions/{id}", GetCommission.Handle).Refuses(Problems.CommissionNotFound);
        commissions.MapPost("/commissions/{id}/dispute", DisputeCommission.Handle).Refuses(Problems.CommissionNotFound, Problems.CommissionWrongState);
        commissions.MapPost("/commissions/{id}/resolve", ResolveDispute.Handle).Refuses(Problems.CommissionNotFound, Problems.CommissionWrongState);
        commissions.MapGet("/payouts", ListPayouts.Handle);
        commissions.MapPut("/payouts/{id:guid}/invoice", NoteInvoice.Handle)
            .Refuses(Problems.PayoutNotFound, Problems.PayoutWrongState, Problems.InvoiceUnfit, Problems.PaidInFuture);
        commissions.MapPut("/payouts/{id:guid}/payment", MarkPaid.Handle).Refuses(
            Problems.PayoutNotFound, Problems.PayoutWrongState, Problems.AlreadyPaid, Problems.AmountDiffers, Problems.BankReferenceUsed,
            Problems.CommissionDisputed, Problems.PaidInFuture);

        var statement = commissions.MapGroup("/brokers/{brokerId:guid}");
        statement.MapGet("/statement", GetStatement.Handle).Refuses(Problems.StatementNotFound, Problems.PeriodRefused);
        statement.MapGet("/statement.html", PrintStatement.Html).Refuses(Problems.StatementNotFound, Problems.PeriodRefused);
        statement.MapGet("/statement.pdf", PrintStatement.Pdf)
            .Refuses(Problems.StatementNotFound, Problems.PeriodRefused, PlatformProblems.PrintingUnavailable);
        statement.MapGet("/statement.xlsx", PrintStatement.Workbook).Refuses(Problems.StatementNotFound, Problems.PeriodRefused);

        MapRewards(commissions);
    }

    private static void MapRewards(RouteGroupBuilder commissions)
    {
        commissions.MapGet("/reward-deals", ListRewardDeals.Handle);
        commissions.MapPost("/reward-previews", PreviewReward.Handle).Refuses(Problems.RewardDealNotFound, Problems.RewardContractMissing, Problems.RewardCurrencyUnfit);
        commissions.MapGet("/reward-plans", ListRewardPlans.Handle);
        commissions.MapPost("/reward-plans", CreateRewardPlan.Handle).Refuses(
            Problems.RewardPlanNotFound, Problems.RewardPlanIdReused, Problems.RewardPlanExists, Problems.RewardDealNotFound, Problems.RewardContractMissing,
            Problems.RewardPublicOnly, Problems.RewardCurrencyUnfit, Problems.RewardDeductionUnfit, Problems.RewardShareTwice, PlatformProblems.NotVerified);

        var plan = commissions.MapGroup("/reward-plans/{id}");
        plan.MapGet("", GetRewardPlan.Handle).Refuses(Problems.RewardPlanNotFound);
        plan.MapPut("", EditRewardPlan.Handle).Refuses(
            Problems.RewardPlanNotFound, Problems.RewardPlanWrongState, Problems.RewardContractMissing, Problems.RewardCurrencyUnfit, Problems.RewardDeductionUnfit,
            Problems.RewardShareTwice, PlatformProblems.ChangedMeanwhile, PlatformProblems.NotVerified);
        plan.MapPost("/submit", SubmitRewardPlan.Handle).Refuses(
            Problems.RewardPlanNotFound, Problems.RewardPlanWrongState, Problems.RewardNetIncomeNone, Problems.RewardSharesOpen, Problems.RewardBelowFloor,
            PlatformProblems.ChangedMeanwhile, PlatformProblems.NotVerified);
        plan.MapPost("/return", ReturnRewardPlan.Handle)
            .Refuses(Problems.RewardPlanNotFound, Problems.RewardPlanWrongState, PlatformProblems.ChangedMeanwhile, PlatformProblems.NotVerified);
        plan.MapPost("/approve", ApproveRewardPlan.Handle).Refuses(
            Problems.RewardPlanNotFound, Problems.RewardPlanWrongState, Problems.RewardOwnPlan, PlatformProblems.ChangedMeanwhile, PlatformProblems.NotVerified);
        plan.MapPost("/publish", PublishRewardNotice.Handle).Refuses(
            Problems.RewardPlanNotFound, Problems.RewardPlanWrongState, Problems.RewardNotRegistered, Problems.RewardContractChanged, PlatformProblems.ChangedMeanwhile,
            PlatformProblems.NotVerified);
        plan.MapPost("/withdraw", WithdrawRewardPlan.Handle)
            .Refuses(Problems.RewardPlanNotFound, Problems.RewardPlanWrongState, PlatformProblems.ChangedMeanwhile, PlatformProblems.NotVerified);
        plan.MapPost("/objections/{objectionId:guid}/decide", DecideRewardObjection.Handle).Refuses(
            Problems.RewardPlanNotFound, Problems.RewardNoticeNotRunning, Problems.RewardObjectionNotFound, Problems.RewardObjectionDecided, Problems.RewardOwnPlan,
            PlatformProblems.NotVerified);
        plan.MapGet("/document.html", PrintRewardPlan.Html).Refuses(Problems.RewardPlanNotFound);
        plan.MapGet("/document.pdf", PrintRewardPlan.Pdf).Refuses(Problems.RewardPlanNotFound, PlatformProblems.PrintingUnavailable);
        commissions.MapPut("/reward-dues/{id:guid}/payment", PayReward.Handle).Refuses(
            Problems.RewardDueNotFound, Problems.AlreadyPaid, Problems.AmountDiffers, Problems.RewardNotPayable, Problems.PaidInFuture, PlatformProblems.NotVerified);

        commissions.MapGet("/reward-notices", ListRewardNotices.Handle).AllowAnonymous();
        commissions.MapGet("/reward-notices/{number}", GetRewardNotice.Handle).AllowAnonymous().Refuses(Problems.RewardNoticeNotFound);
        commissions.MapPut("/reward-notices/{number}/objections/{objectionId:guid}", ObjectToReward.Handle).AllowAnonymous()
            .Refuses(Problems.RewardNoticeNotFound, Problems.RewardNoticeNotRunning, Problems.RewardObjectionIdReused);
    }
}
