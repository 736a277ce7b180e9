using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using PaymentSdk.Sandbox;
using PaymentSdk.Tests.Shared;

namespace PaymentSdk.Tests.Checkout;

/// <summary>
/// The meaning of answers (docs/spec/money.md §4) that the sandbox sends over real sockets: what the buyer receives, the final state of the
/// attempt, and the number of approvals.
/// </summary>
public sealed class AnswerClassTests
{
    public static TheoryData<SandboxFaultKind, string, AttemptState, int, int> Confirms => new()
    {
        // The columns: fault of the first confirm, answer to the buyer, final state, number of POSTs that the gateway received, number of approvals.
        { SandboxFaultKind.Status500, "Paid", AttemptState.Approved, 2, 1 },
        { SandboxFaultKind.Status429, "Paid", AttemptState.Approved, 2, 1 },
        { SandboxFaultKind.Html502, "Paid", AttemptState.Approved, 2, 1 },
        { SandboxFaultKind.CloseBeforeWork, "Paid", AttemptState.Approved, 2, 1 },
        { SandboxFaultKind.CloseAfterWork, "Paid", AttemptState.Approved, 2, 1 },
        { SandboxFaultKind.ResetAfterWork, "Paid", AttemptState.Approved, 2, 1 },
        { SandboxFaultKind.HalfBody, "Paid", AttemptState.Approved, 2, 1 },
        { SandboxFaultKind.Status500AfterWork, "Paid", AttemptState.Approved, 2, 1 },
        { SandboxFaultKind.Html502AfterWork, "Paid", AttemptState.Approved, 2, 1 },
        { SandboxFaultKind.UnknownCodeAfterWork, "Paid", AttemptState.Approved, 1, 1 },
        { SandboxFaultKind.WrongPayment, "Paid", AttemptState.Approved, 1, 1 },
        { SandboxFaultKind.WrongAmount, "NotOpen", AttemptState.Mismatch, 1, 1 },
        { SandboxFaultKind.UnknownCode, "Checking", AttemptState.Unknown, 1, 0 },
        { SandboxFaultKind.DuplicateOrderId, "Checking", AttemptState.Unknown, 1, 0 },
    };

    [Theory]
    [MemberData(nameof(Confirms))]
    public async Task A_fault_of_one_confirm_ends_where_the_rules_say(SandboxFaultKind fault, string reported, AttemptState ends, int posts, int approvals)
    {
        using var database = new TemporaryDatabase();
        await using var gateway = await SandboxGateway.StartAsync();
        await using var shop = await ShopHost.StartAsync(gateway, database);
        var orderId = await shop.OpenAsync();
        var paymentKey = gateway.AuthenticatePayment(orderId.Value, 15_000);
        await gateway.ArmAsync(new SandboxFault(SandboxOperation.Confirm, fault) { Count = 1 });

        var outcome = await shop.ConfirmAsync(orderId, paymentKey);

        Assert.Equal((reported, ends), (outcome.GetType().Name, await shop.StateAsync(orderId)));
        Assert.Equal(approvals, Approvals(gateway));
        var sent = gateway.ReadRequests().Where(request => request.Method == "POST").ToList();
        Assert.Equal(posts, sent.Count);
        Assert.Single(sent.Select(request => request.IdempotencyKey).Distinct());
    }

    public static TheoryData<string, string, AttemptState> Codes => new()
    {
        // A code of class U closes the attempt as declined; a code that rejects the secret key closes it as not sent. After any other code the
        // payment is queried.
        { "REJECT_CARD_PAYMENT", "Declined", AttemptState.Declined },
        { "INVALID_STOPPED_CARD", "Declined", AttemptState.Declined },
        { "FDS_ERROR", "Declined", AttemptState.Declined },
        { "UNAUTHORIZED_KEY", "NotCharged", AttemptState.NotSent },
        { "INVALID_API_KEY", "NotCharged", AttemptState.NotSent },
        { "INCORRECT_BASIC_AUTH_FORMAT", "NotCharged", AttemptState.NotSent },
        { "PROVIDER_ERROR", "Checking", AttemptState.Unknown },
        { "INVALID_REQUEST", "Checking", AttemptState.Unknown },
        { "ALREADY_PROCESSED_PAYMENT", "Checking", AttemptState.Unknown },
        { "FAILED_INTERNAL_SYSTEM_PROCESSING", "Checking", AttemptState.Unknown },
    };

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task An_error_code_of_the_first_send_is_classified_by_its_class(string code, string reported, AttemptState ends)
    {
        using var database = new TemporaryDatabase();
        await using var gateway = await SandboxGateway.StartAsync();
        await using var shop = await ShopHost.StartAsync(gateway, database, more: payments =>
            payments.HttpClient.AddHttpMessageHandler(() => new TestCode(code)));
        var orderId = await shop.OpenAsync();
        var paymentKey = gateway.AuthenticatePayment(orderId.Value, 15_000);

        var outcome = await shop.ConfirmAsync(orderId, paymentKey);

        Assert.Equal((reported, ends), (outcome.GetType().Name, await shop.StateAsync(orderId)));
        Assert.Equal(0, Approvals(gateway));
    }

    [Fact]
    public async Task A_gateway_that_refuses_connections_is_surely_not_charged_and_may_be_tried_again()
    {
        using var database = new TemporaryDatabase();
        // The socket is bound but does not listen: the system refuses every connection, and no other process can take the port.
        using var closed = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        closed.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        await using var shop = await ShopHost.StartAsync(new Uri($"http://{closed.LocalEndPoint}"), database.ConnectionString);
        var orderId = await shop.OpenAsync();

        var outcome = await shop.ConfirmAsync(orderId, "payment-key-of-a-window");

        Assert.IsType<ConfirmOutcome.NotCharged>(outcome);
        Assert.Equal(AttemptState.NotSent, await shop.StateAsync(orderId));
        Assert.IsType<OpenOutcome.Opened>(await shop.Checkout.OpenAgainAsync(orderId));
    }

    [Fact]
    public async Task An_outcome_that_stays_unclear_is_found_by_recovery_and_nothing_else_is_opened_meanwhile()
    {
        using var database = new TemporaryDatabase();
        await using var gateway = await SandboxGateway.StartAsync();
        await using var shop = await ShopHost.StartAsync(gateway, database);
        var orderId = await shop.OpenAsync();
        var paymentKey = gateway.AuthenticatePayment(orderId.Value, 15_000);
        await gateway.ArmAsync(
            new SandboxFault(SandboxOperation.Confirm, SandboxFaultKind.CloseAfterWork),
            new SandboxFault(SandboxOperation.Get, SandboxFaultKind.Status500));

        var outcome = await shop.ConfirmAsync(orderId, paymentKey);
        var again = await shop.Checkout.OpenAgainAsync(orderId);
        gateway.ClearFaults();

        Assert.IsType<ConfirmOutcome.Checking>(outcome);
        Assert.Equal(PaymentOrderStatus.Checking, Assert.IsType<OpenOutcome.NotOpen>(again).Live.Status);
        await shop.UntilAsync(orderId, AttemptState.Approved);
        Assert.Equal(1, Approvals(gateway));
    }

    [Fact]
    public async Task The_answer_to_a_confirm_that_was_sent_again_is_not_final_before_a_query_shows_the_same()
    {
        using var database = new TemporaryDatabase();
        await using var gateway = await SandboxGateway.StartAsync();
        await using var shop = await ShopHost.StartAsync(gateway, database, more: payments =>
            payments.HttpClient.AddHttpMessageHandler(() => new AfterLostAnswer(request => gateway.CancelAtDashboard(gateway.ReadPayments().Single().PaymentKey))));
        var orderId = await shop.OpenAsync();
        var paymentKey = gateway.AuthenticatePayment(orderId.Value, 15_000);
        await gateway.ArmAsync(new SandboxFault(SandboxOperation.Confirm, SandboxFaultKind.CloseAfterWork) { Count = 1 });

        // The second send gets the answer to the first one: DONE, although the money has been refunded since.
        var outcome = await shop.ConfirmAsync(orderId, paymentKey);

        Assert.Equal(2, gateway.ReadRequests().Count(request => request.Method == "POST"));
        Assert.IsNotType<ConfirmOutcome.Paid>(outcome);
        Assert.NotEqual(AttemptState.Approved, await shop.StateAsync(orderId));
    }

    private static int Approvals(SandboxGateway gateway) =>
        gateway.ReadPayments().Sum(payment => payment.Executions.Count(execution => execution.Operation == "approve"));

    /// <summary>Runs an action after each POST whose answer is lost, before the POST can be sent again.</summary>
    private sealed class AfterLostAnswer(Action<HttpRequestMessage> act) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            try
            {
                return await base.SendAsync(request, cancellationToken);
            }
            catch (HttpRequestException) when (request.Method == HttpMethod.Post)
            {
                act(request);
                throw;
            }
        }
    }

    /// <summary>Makes the gateway answer every POST with this code.</summary>
    private sealed class TestCode(string code) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.Method == HttpMethod.Post)
                request.Headers.TryAddWithoutValidation("TossPayments-Test-Code", code);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
