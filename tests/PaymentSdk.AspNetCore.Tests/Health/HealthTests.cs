using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using PaymentSdk.AspNetCore.Tests.Endpoints;
using PaymentSdk.Ledger;
using PaymentSdk.Sandbox;
using PaymentSdk.Tests.Shared;

namespace PaymentSdk.AspNetCore.Tests.Health;

/// <summary>The results of a host's health checks for payments.</summary>
public sealed class HealthTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_shop_without_problems_is_healthy_and_so_is_each_of_its_registrations()
    {
        await using var shop = await PayingShop.StartAsync(second: "b", more: Add);

        var report = await shop.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(Ct);

        Assert.Equal(["payment", "payment-b"], report.Entries.Keys.Order());
        Assert.All(report.Entries.Values, entry => Assert.Equal((HealthStatus.Healthy, "Payments work, and nothing waits for an operator."), (entry.Status, entry.Description)));
        Assert.Equal(0, report.Entries["payment"].Data["attention"]);
    }

    [Fact]
    public async Task A_database_that_answers_but_cannot_be_used_is_unhealthy_with_its_own_message()
    {
        await using var shop = await PayingShop.StartAsync(more: payments =>
        {
            Add(payments);
            ControlledLedger.Wrap(payments);
        });
        ControlledLedger.Of(shop.Services).Figures = figures => figures with { Faults = ["The server is read-only.", "A pooler is in between."] };

        var entry = (await shop.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(Ct)).Entries["payment"];

        Assert.Equal((HealthStatus.Unhealthy, "The server is read-only. A pooler is in between."), (entry.Status, entry.Description));
    }

    [Fact]
    public async Task Commits_that_the_database_refused_because_of_their_data_degrade_and_are_counted()
    {
        await using var shop = await PayingShop.StartAsync(more: payments =>
        {
            Add(payments);
            ControlledLedger.Wrap(payments);
        });
        var health = shop.Services.GetRequiredService<HealthCheckService>();
        Assert.Equal(0, (await health.CheckHealthAsync(Ct)).Entries["payment"].Data["commitsRefused"]);

        ControlledLedger.Of(shop.Services).DataRefusals = 1;
        await shop.Services.GetRequiredService<ICheckout>().OpenAsync(new NewPurchase { Amount = Money.Krw(1_000), OrderName = "사과 한 상자" }, Ct);

        var entry = (await health.CheckHealthAsync(Ct)).Entries["payment"];
        Assert.Equal(HealthStatus.Degraded, entry.Status);
        Assert.StartsWith("Since this process started, the database has refused 1 commit because of the data in it. The last refusal was 0 minutes ago.", entry.Description, StringComparison.Ordinal);
        Assert.Equal(1, entry.Data["commitsRefused"]);
    }

    public static TheoryData<string, string> Worries => new()
    {
        { nameof(LedgerStatistics.OldestUnknownSince), "The outcome of a payment has been unknown for 16 minutes: check that the payment API is reachable and that the keys are right." },
        { nameof(LedgerStatistics.Attention), "1 order needs an operator." },
        { nameof(LedgerStatistics.DuplicatePayments), "2 duplicate payments are still to be canceled." },
        { nameof(LedgerStatistics.FailedPayouts), "3 refunds could not be paid out to the buyer's account." },
        { nameof(LedgerStatistics.OpenBreaks), "Reconciliation found 1 discrepancy that is still open." },
        { nameof(LedgerStatistics.OldestUndeliveredSince), "An order event has not been delivered for 20 minutes: a handler fails or hangs; the log says why." },
        { nameof(LedgerStatistics.WaitingWebhooks), "6000 webhooks wait to be handled; from 10000 on they are refused with 503." },
        { "all", "1 order needs an operator. Reconciliation found 1 discrepancy that is still open." },
    };

    [Theory]
    [MemberData(nameof(Worries))]
    public async Task Orders_that_need_attention_degrade_the_health_and_the_message_says_so(string worry, string sentence)
    {
        await using var shop = await PayingShop.StartAsync(more: payments =>
        {
            Add(payments);
            ControlledLedger.Wrap(payments);
            payments.AddOrderEventHandler<DeafHandler>();
        });
        ControlledLedger.Of(shop.Services).Figures = figures => worry switch
        {
            nameof(LedgerStatistics.OldestUnknownSince) => figures with { OldestUnknownSince = figures.Now.AddMinutes(-16) },
            nameof(LedgerStatistics.Attention) => figures with { Attention = 1 },
            nameof(LedgerStatistics.DuplicatePayments) => figures with { DuplicatePayments = 2 },
            nameof(LedgerStatistics.FailedPayouts) => figures with { FailedPayouts = 3 },
            nameof(LedgerStatistics.OpenBreaks) => figures with { OpenBreaks = 1 },
            nameof(LedgerStatistics.OldestUndeliveredSince) => figures with { OldestUndeliveredSince = figures.Now.AddMinutes(-20) },
            nameof(LedgerStatistics.WaitingWebhooks) => figures with { WaitingWebhooks = 6_000 },
            _ => figures with { Attention = 1, OpenBreaks = 1, OldestUnknownSince = figures.Now.AddMinutes(-14) },
        };

        var entry = await EntryAsync(shop.Services);

        Assert.Equal((HealthStatus.Degraded, sentence), (entry.Status, entry.Description));
    }

    [Fact]
    public async Task Undelivered_events_do_not_degrade_the_health_without_a_handler()
    {
        await using var shop = await PayingShop.StartAsync(more: payments =>
        {
            Add(payments);
            ControlledLedger.Wrap(payments);
        });
        ControlledLedger.Of(shop.Services).Figures = figures => figures with { OldestUndeliveredSince = figures.Now.AddDays(-20) };

        Assert.Equal(HealthStatus.Healthy, (await EntryAsync(shop.Services)).Status);
    }

    [Fact]
    public async Task An_order_with_another_amount_is_shown_as_needing_attention()
    {
        await using var shop = await PayingShop.StartAsync(more: Add);
        await shop.Gateway.ArmAsync(new SandboxFault(SandboxOperation.Confirm, SandboxFaultKind.WrongAmount) { Count = 1 }, new SandboxFault(SandboxOperation.Get, SandboxFaultKind.WrongAmount) { Count = 100 });
        var orderId = await shop.OpenAsync();
        await shop.ConfirmAsync(orderId, shop.Authenticate(orderId));
        await Until.TrueAsync(async () => await shop.StateAsync(orderId) == AttemptState.Mismatch, () => "the amount is not seen");

        await Until.TrueAsync(async () => (await EntryAsync(shop.Services)).Description == "1 order needs an operator.", () => "the health check does not report it");
    }

    [Fact]
    public async Task An_unavailable_ledger_is_unhealthy_until_it_is_back()
    {
        await using var shop = await PayingShop.StartAsync(more: payments =>
        {
            Add(payments);
            ControlledLedger.Wrap(payments);
        });
        ControlledLedger.Of(shop.Services).IsUnavailable = true;

        var entry = await EntryAsync(shop.Services);
        Assert.Equal(HealthStatus.Unhealthy, entry.Status);
        Assert.Equal("The payment ledger does not answer: no payment is begun until it does. Check its database.", entry.Description);

        ControlledLedger.Of(shop.Services).IsUnavailable = false;
        Assert.Equal(HealthStatus.Healthy, (await EntryAsync(shop.Services)).Status);
    }

    [Fact]
    public async Task An_unavailable_payment_API_degrades_the_health_until_it_is_back_and_every_outcome_is_known()
    {
        await using var shop = await PayingShop.StartAsync(more: Add);
        await shop.Gateway.ArmAsync(
            new SandboxFault(SandboxOperation.Confirm, SandboxFaultKind.CloseAfterWork) { Count = 100 }, new SandboxFault(SandboxOperation.Get, SandboxFaultKind.Html502) { Count = 100_000 });
        var orderId = await shop.OpenAsync();
        await shop.ConfirmAsync(orderId, shop.Authenticate(orderId));

        await Until.TrueAsync(async () => (await EntryAsync(shop.Services)).Status == HealthStatus.Degraded, () => "the health check does not report it");
        Assert.StartsWith("The payment API has not worked for a minute", (await EntryAsync(shop.Services)).Description, StringComparison.Ordinal);

        shop.Gateway.ClearFaults();
        await shop.OrderUntilAsync(orderId, "paid");
        Assert.Equal(HealthStatus.Healthy, (await EntryAsync(shop.Services)).Status);
    }

    [Fact]
    public async Task A_refused_card_is_not_an_outage_of_the_payment_API()
    {
        await using var shop = await PayingShop.StartAsync(more: Add);
        for (var buyer = 0; buyer < 4; buyer++)
        {
            var orderId = await shop.OpenAsync();
            await shop.ConfirmAsync(orderId, shop.Authenticate(orderId, confirmFailure: "REJECT_CARD_COMPANY"));
        }

        var entry = await EntryAsync(shop.Services);
        Assert.Equal((HealthStatus.Healthy, 0), (entry.Status, (int)entry.Data["apiFailures"]));
    }

    [Fact]
    public async Task Settings_that_became_invalid_degrade_a_host_that_has_no_ledger()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration["Payment:SecretKey"] = "test_gsk_fake_shop";
        builder.Configuration["Payment:ClientKey"] = "test_gck_fake_shop";
        builder.Services.AddPaymentSdk();
        builder.Services.AddHealthChecks().AddPaymentSdk().AddPaymentSdk("nobody");
        await using var app = builder.Build();
        Assert.Equal(HealthStatus.Healthy, (await EntryAsync(app.Services)).Status);

        app.Configuration["Payment:SecretKey"] = "wrong";
        ((IConfigurationRoot)app.Configuration).Reload();

        var entry = await EntryAsync(app.Services);
        Assert.Equal((HealthStatus.Degraded, "The payment settings were changed and are not valid; the last good ones stay in use. The log names each fault."), (entry.Status, entry.Description));
        var report = await app.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(Ct);
        Assert.Equal("There is no registration named 'nobody'. Add it with AddPaymentSdk.", report.Entries["payment-nobody"].Description);
    }

    private static void Add(PaymentSdkBuilder payments) => payments.Services.AddHealthChecks().AddPaymentSdk(payments.Name);

    private static async Task<HealthReportEntry> EntryAsync(IServiceProvider services) =>
        (await services.GetRequiredService<HealthCheckService>().CheckHealthAsync(Ct)).Entries["payment"];

    internal sealed class DeafHandler : IOrderEventHandler
    {
        public Task HandleAsync(OrderEvent happened, CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
