using PaymentSdk.Api;

namespace PaymentSdk.Tests.Client.Resources;

/// <summary>An answer that does not match the request is an unknown outcome, and never "paid".</summary>
public sealed class ChargeAnswerTests
{
    public static TheoryData<string, string, string> Differences => new()
    {
        { "POST /v1/payments/confirm", "\"orderId\":\"order-0001\"", "it has a different order id" },
        { "POST /v1/payments/confirm", "\"totalAmount\":15000", "it has a different amount" },
        { "POST /v1/payments/confirm", "\"paymentKey\":\"tviva_fake_payment\"", "it has a different payment key" },
        { "POST /v1/payments/tviva_fake_payment/cancel", "\"paymentKey\":\"tviva_fake_payment\"", "it has a different payment key" },
        { "POST /v1/payments/tviva_fake_payment/cancel", "\"currency\":\"KRW\"", "it has a different currency" },
        { "POST /v1/payments/tviva_fake_payment/cancel", "\"cancelAmount\":1000", "it has no cancel of this amount" },
        { "POST /v1/payments/key-in", "\"orderId\":\"order-0001\"", "it has a different order id" },
        { "POST /v1/payments/key-in", "\"totalAmount\":15000", "it has a different amount" },
        { "POST /v1/virtual-accounts", "\"totalAmount\":15000", "it has a different amount" },
        { "POST /v1/billing/authorizations/issue", "\"customerKey\":\"customer-1\"", "it has a different customer key" },
        { "POST /v1/billing/authorizations/card", "\"customerKey\":\"customer-1\"", "it has a different customer key" },
        { "POST /v1/billing/Z_t5vOvQxrj4499PeiJcjen28-V2RyqgYTwN44Rdzk0%3D", "\"orderId\":\"order-0001\"", "it has a different order id" },
        { "POST /v1/billing/Z_t5vOvQxrj4499PeiJcjen28-V2RyqgYTwN44Rdzk0%3D", "\"totalAmount\":15000", "it has a different amount" },
        { "POST /v1/brandpay/payments/confirm", "\"paymentKey\":\"tviva_fake_payment\"", "it has a different payment key" },
        { "POST /v1/brandpay/payments", "\"totalAmount\":15000", "it has a different amount" },
        { "POST /v2/payouts", "\"refPayoutId\":\"pay-1\"", "it has a different payout" },
        { "POST /v2/payouts", "\"value\":5000.0", "it has a different amount" },
        { "POST /v2/payouts", "\"destination\":\"seller-1\"", "it has a different seller" },
        { "POST /v2/payouts/FPA_1/cancel", "\"id\":\"FPA_1\"", "it has a different payout" },
        { "POST /v2/sellers/seller-1", "\"id\":\"seller-1\"", "it has a different seller" },
    };

    [Theory]
    [MemberData(nameof(Differences))]
    public async Task A_difference_between_answer_and_question_is_an_unknown_outcome(string operation, string member, string reason)
    {
        var row = Operations.Named(operation);
        Assert.Contains(member, row.Answer, StringComparison.Ordinal);
        await using var wire = new OperationWire(row, row.Answer!.Replace(member, Other(member), StringComparison.Ordinal));

        var failure = await Assert.ThrowsAsync<PaymentException>(() => row.Call(wire.Shop.Client));

        Assert.Equal(PaymentFailureKind.Unknown, failure.Kind);
        Assert.Contains($"it does not match the request: {reason}", failure.Message, StringComparison.Ordinal);
        Assert.Single(wire.Server.Requests);
    }

    [Fact]
    public async Task A_payout_that_is_missing_in_the_answer_is_missed()
    {
        var row = Operations.Named("POST /v2/payouts");
        await using var wire = new OperationWire(row, Golden.EntityList(""));

        var failure = await Assert.ThrowsAsync<PaymentException>(() => row.Call(wire.Shop.Client));

        Assert.Contains("it has a different number of payouts", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_payout_may_be_answered_as_itself_instead_of_as_a_list()
    {
        var row = Operations.Named("POST /v2/payouts");
        await using var wire = new OperationWire(row, Golden.Entity(Golden.Payout, "payout"));

        Assert.Equal("FPA_1", Assert.IsType<Payout>(await row.Call(wire.Shop.Client)).Id);
    }

    private static string Other(string member) => member.EndsWith('"') ? member[..^1] + "x\"" : member.Replace(":", ":9", StringComparison.Ordinal);
}
