using TechMarket.Payments.Bills;
using TechMarket.Payments.Deposits;
using TechMarket.Payments.Escrows;
using TechMarket.Payments.Ledger;
using TechMarket.Payments.Movements;
using TechMarket.Payments.Parties;
using TechMarket.Payments.Payouts;
using TechMarket.Payments.Providers.Stripe;
using TechMarket.Payments.Todo;
using TechMarket.Platform.Problems;
using TechMarket.Platform.Web;

namespace TechMarket.Payments;

/// <summary>Every address of this service.</summary>
static class Routes
{
    public static void Map(RouteGroupBuilder payments)
    {
        payments.MapGet("/todo", GetTodo.Handle);
        payments.MapGet("/my-money", GetMyMoney.Handle).Refuses(PlatformProblems.OrganisationNeeded);
        payments.MapPut("/my-account", ChangeAccount.Handle).Refuses(PlatformProblems.OrganisationNeeded);

        payments.MapGet("/bills", ListBills.Handle);
        payments.MapPost("/bills/{id}/online-payments", PayOnline.Handle).Refuses(
            Problems.BillNotFound, Problems.BillClosed, Problems.MethodNotOffered, Problems.AttemptIdReused, Problems.ProviderRefused);
        payments.MapGet("/deposits", ListDeposits.Handle);

        MapEscrows(payments);
        MapMovements(payments);
        MapPayouts(payments);
        MapLedger(payments);

        payments.MapPost("/stripe/events", ReceiveStripeEvent.Handle).AllowAnonymous()
            .Refuses(Problems.NotConfigured, Problems.SignatureRefused, PlatformProblems.TooLarge);
    }

    private static void MapEscrows(RouteGroupBuilder payments)
    {
        payments.MapGet("/escrows", ListEscrows.Handle);
        var escrow = payments.MapGroup("/escrows/{id:guid}");
        escrow.MapGet("", GetEscrow.Handle).Refuses(Problems.EscrowNotFound);
        escrow.MapPost("/milestones/{number}/bill", BillMilestone.Handle).Refuses(
            Problems.EscrowNotFound, Problems.EscrowWrongState, Problems.MilestoneNotFound, Problems.MilestoneWrongState, Problems.PriceExceeded);
        escrow.MapPost("/milestones/{number}/acceptance", AcceptMilestone.Handle).Refuses(
            Problems.EscrowNotFound, Problems.EscrowOnHold, Problems.MilestoneNotFound, Problems.MilestoneWrongState, Problems.NotEnoughHeld);
        escrow.MapPost("/hold", HoldEscrow.Hold).Refuses(Problems.EscrowNotFound, Problems.EscrowWrongState);
        escrow.MapPost("/resumption", HoldEscrow.Resume).Refuses(Problems.EscrowNotFound, Problems.EscrowWrongState);
        escrow.MapPost("/refunds", RefundEscrow.Handle).Refuses(
            Problems.EscrowNotFound, Problems.MilestoneNotFound, Problems.MilestoneWrongState, Problems.RefundRefused, Problems.RefundIdReused);
    }

    private static void MapMovements(RouteGroupBuilder payments)
    {
        payments.MapPost("/statements", UploadStatement.Handle).DisableAntiforgery().Refuses(Problems.StatementUnreadable, PlatformProblems.TooLarge);
        payments.MapGet("/statements", ListStatements.Handle);
        payments.MapGet("/statements/sample.csv", SampleStatement.Handle).Refuses(PlatformProblems.NotFound);
        payments.MapGet("/statements/{id:guid}", GetStatement.Handle).Refuses(PlatformProblems.NotFound);
        payments.MapGet("/movements", ListMovements.Handle);
        payments.MapPost("/movements/{id}/match", MatchMovement.Handle).Refuses(
            Problems.MovementNotFound, Problems.MovementSettled, Problems.BillNotFound, Problems.BillClosed, Problems.PayoutNotFound, Problems.PayoutWrongState,
            Problems.AmountDiffers, Problems.CurrencyDiffers, Problems.DirectionDiffers);
        payments.MapPost("/movements/{id}/return", ReturnMovement.Handle).Refuses(Problems.MovementNotFound, Problems.MovementSettled, Problems.DirectionDiffers);
        payments.MapPost("/movements/{id}/settlement", SettleProvider.Handle).Refuses(
            Problems.MovementNotFound, Problems.MovementSettled, Problems.DirectionDiffers, Problems.NotEnoughHeld);
        payments.MapPost("/movements/{id}/park", ParkMovement.Park).Refuses(Problems.MovementNotFound, Problems.MovementSettled);
        payments.MapPost("/movements/{id}/resumption", ParkMovement.Resume).Refuses(Problems.MovementNotFound, Problems.MovementSettled);
    }

    private static void MapPayouts(RouteGroupBuilder payments)
    {
        payments.MapGet("/payouts", ListPayouts.Handle);
        payments.MapPost("/payouts", OrderPayout.Handle).Refuses(
            Problems.PayoutIdReused, Problems.AccountNotFound, Problems.AccountUnfit, Problems.CurrencyDiffers, Problems.NotEnoughHeld);
        payments.MapGet("/payouts/file.xlsx", ExportPayouts.Workbook);
        payments.MapGet("/payouts/file.csv", ExportPayouts.Csv);
        payments.MapGet("/payouts/{id}", GetPayout.Handle).Refuses(Problems.PayoutNotFound);
        payments.MapPost("/payouts/{id}/preparation", PreparePayout.Handle)
            .Refuses(Problems.PayoutNotFound, Problems.PayoutWrongState, Problems.ReceiverMissing, PlatformProblems.ChangedMeanwhile);
        payments.MapPost("/payouts/{id}/release", ReleasePayout.Handle)
            .Refuses(Problems.PayoutNotFound, Problems.PayoutWrongState, Problems.SecondPersonNeeded, PlatformProblems.ChangedMeanwhile);
        payments.MapPost("/payouts/{id}/execution", ExecutePayout.Handle).Refuses(
            Problems.PayoutNotFound, Problems.PayoutWrongState, Problems.BankReferenceUsed, Problems.ExecutedInFuture, Problems.ExecutedBeforeRelease,
            Problems.ExecutedByProvider, Problems.NotEnoughHeld);
        payments.MapPost("/payouts/{id}/return", StopPayout.SendBack).Refuses(Problems.PayoutNotFound, Problems.PayoutWrongState, Problems.ExecutedByProvider);
        payments.MapPost("/payouts/{id}/cancellation", StopPayout.Cancel).Refuses(Problems.PayoutNotFound, Problems.PayoutWrongState, Problems.PayoutOwed);
    }

    private static void MapLedger(RouteGroupBuilder payments)
    {
        var ledger = payments.MapGroup("/ledger");
        ledger.MapGet("/entries", ListEntries.Handle).Refuses(Problems.PeriodRefused);
        ledger.MapGet("/entries.xlsx", ListEntries.Workbook).Refuses(Problems.PeriodRefused);
        ledger.MapGet("/accounts", ListAccounts.Handle);
        ledger.MapGet("/accounts/{id}", GetAccount.Handle).Refuses(Problems.AccountNotFound, Problems.PeriodRefused);
        ledger.MapGet("/accounts/{id}/statement.xlsx", GetAccount.Workbook).Refuses(Problems.AccountNotFound, Problems.PeriodRefused);
        ledger.MapGet("/checks", InspectLedger.List);
        ledger.MapPost("/checks", InspectLedger.Now);
    }
}
