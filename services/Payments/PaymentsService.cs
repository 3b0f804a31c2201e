using Microsoft.Extensions.DependencyInjection.Extensions;
using TechMarket.Messages;
using TechMarket.Payments.Bills;
using TechMarket.Payments.Deposits;
using TechMarket.Payments.Escrows;
using TechMarket.Payments.Ledger;
using TechMarket.Payments.Movements;
using TechMarket.Payments.Parties;
using TechMarket.Payments.Payouts;
using TechMarket.Payments.Providers;
using TechMarket.Payments.Providers.Stripe;
using TechMarket.Platform;
using TechMarket.Rules;

namespace TechMarket.Payments;

/// <summary>The Payments service's only public surface.</summary>
public static class PaymentsService
{
    public static void Add(WebApplicationBuilder builder)
    {
        builder.AddMarketService<PaymentsDb>("payments");
        builder.AddReaction<PaymentsDb, OnOrganisationChanged, OrganisationChanged>("payments.organisation-changed");
        builder.AddReaction<PaymentsDb, OnDepositDemanded, DepositDemanded>("payments.deposit-demanded");
        builder.AddReaction<PaymentsDb, OnDepositDecided, DepositDecided>("payments.deposit-decided");
        builder.AddReaction<PaymentsDb, OnDealConcluded, DealConcluded>("payments.deal-concluded");
        builder.AddReaction<PaymentsDb, OnContractEffective, ContractEffective>("payments.contract-effective");
        builder.AddReaction<PaymentsDb, OnContractPaymentConfirmed, ContractPaymentConfirmed>("payments.contract-payment-confirmed");
        builder.AddReaction<PaymentsDb, OnContractEnded, ContractEnded>("payments.contract-ended");
        builder.AddReaction<PaymentsDb, OnCommissionPayable, CommissionPayable>("payments.commission-payable");
        builder.AddReaction<PaymentsDb, OnCommissionPaid, CommissionPaid>("payments.commission-paid");
        builder.AddDeadline<PaymentsDb, CheckLedgerNightly>(CheckLedgerNightly.Deadline);
        builder.AddDeadline<PaymentsDb, SendPayout>(SendPayout.Deadline);
        builder.AddDeadline<PaymentsDb, ReconcileStripe>(ReconcileStripe.Deadline);
        var services = builder.Services;
        services.Configure<PaymentsOptions>(builder.Configuration.GetSection("Payments"));
        services.Configure<StripeOptions>(builder.Configuration.GetSection("Payments:Stripe"));
        services.AddScoped<Journal>();
        services.AddScoped<PayoutDesk>();
        services.AddScoped<BillDesk>();
        services.AddScoped<Intake>();
        services.AddScoped<StripeEvents>();
        services.AddHttpClient<StripeClient>(http => http.Timeout = TimeSpan.FromSeconds(20));
        services.AddScoped<IOnlineProvider, StripeProvider>();
        services.AddHostedService<Scheduling>();
        services.AddValidation();
        services.TryAddSingleton(RegionProfiles.Get(builder.Configuration["Market:Profile"] ?? "CN"));
        services.AddOptions<PaymentsOptions>().PostConfigure<RegionProfile>((options, profile) => options.PlayBankIn(profile));
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
        var payments = routes.MapMarketService("payments");
        Routes.Map(payments);
    }
}
