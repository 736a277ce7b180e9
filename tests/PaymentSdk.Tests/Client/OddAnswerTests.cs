using System.Diagnostics.Metrics;
using System.Text;
using PaymentSdk.Api;
using PaymentSdk.Tests.Shared.Fuzzing;

namespace PaymentSdk.Tests.Client;

/// <summary>
/// Answers with unexpected values, over a real socket. A wrong descriptive field is dropped; a wrong deciding field makes the answer unreadable.
/// </summary>
public sealed class OddAnswerTests
{
    [Theory]
    [InlineData("\"requestedAt\":\"0001-01-01\"")]
    [InlineData("\"requestedAt\":\"9999-12-31T23:59:59Z\"")]
    [InlineData("\"approvedAt\":\"9999-12-31T23:59:59.9999999-14:00\"")]
    [InlineData("\"virtualAccount\":{\"accountNumber\":\"1\",\"dueDate\":\"0001-01-01\"}")]
    [InlineData("\"virtualAccount\":{\"accountNumber\":\"1\",\"dueDate\":\"9999-12-31\"}")]
    [InlineData("\"cancels\":[null]")]
    [InlineData("\"cashReceipts\":[null,7,{}]")]
    [InlineData("\"receipt\":{\"url\":\"https://a.example/\\u0000\"}")]
    [InlineData("\"receipt\":{\"url\":\"javascript:alert(1)\"}")]
    [InlineData("\"checkout\":{\"url\":\"http://evil.example/\"}")]
    [InlineData("\"orderName\":\"사과\\ud83d\"")]
    [InlineData("\"metadata\":{\"a\\ud800\":\"\\udc00\"}")]
    [InlineData("\"suppliedAmount\":1e400")]
    [InlineData("\"vat\":99999999999999999999999999999999999")]
    [InlineData("\"taxFreeAmount\":\"NaN\"")]
    [InlineData("\"card\":{\"installmentPlanMonths\":99999999999,\"amount\":true}")]
    [InlineData("\"card\":{\"amount\":1},\"card\":{\"amount\":2}")]
    [InlineData("\"useEscrow\":\"maybe\"")]
    [InlineData("\"balanceAmount\":{\"value\":15000}")]
    [InlineData("\"currency\":\"KRW\",\"currency\":\"KRW\"")]
    [InlineData("\"totalAmount\":15000.0")]
    public async Task An_unexpected_descriptive_member_does_not_hide_an_approval(string member)
    {
        await using var server = new LoopbackHttp(_ => Answered(Payment(member)));
        await using var shop = new Shop(server.Address.ToString());

        var payment = await shop.ConfirmAsync();

        Assert.Equal((PaymentStatus.Done, 15_000m, Shop.Key), (payment.Status, payment.TotalAmount, payment.PaymentKey));
        Assert.True(payment.Receipt?.Url is null && payment.Checkout?.Url is null);
    }

    [Theory]
    [InlineData("\"status\":\"CANCELED\"", "status given twice: DONE and CANCELED")]
    [InlineData("\"paymentKey\":\"tviva_other\"", "paymentKey given twice: tviva_fake_payment and tviva_other")]
    [InlineData("\"orderId\":\"order-0002\"", "orderId given twice: order-0001 and order-0002")]
    [InlineData("\"totalAmount\":1", "totalAmount given twice: 15000 and 1")]
    [InlineData("\"totalAmount\":null", "totalAmount given twice: 15000 and null")]
    [InlineData("\"currency\":\"KRW\",\"currency\":\"US\\u0000\"", "currency given twice: KRW and US\uFFFD")]
    [InlineData("\"balanceAmount\":15000,\"balanceAmount\":\"0\"", "balanceAmount given twice: 15000 and 0")]
    [InlineData("\"cancels\":[{\"cancelAmount\":1,\"cancelAmount\":2}]", "cancels[].cancelAmount given twice: 1 and 2")]
    [InlineData("\"cancels\":[{\"cancelStatus\":\"DONE\",\"cancelStatus\":\"ABORTED\"}]", "cancels[].cancelStatus given twice: DONE and ABORTED")]
    [InlineData("\"cancels\":[{},{\"transactionKey\":\"key-a\",\"transactionKey\":\"key-b\"}]", "cancels[].transactionKey given twice: key-a and key-b")]
    [InlineData("\"cancels\":[],\"cancels\":[{\"cancelReason\":\"김철수\"}]", "cancels given twice: a list of 0 and a list of 1")]
    [InlineData("\"virtualAccount\":{\"refundStatus\":\"NONE\",\"refundStatus\":\"FAILED\"}", "virtualAccount.refundStatus given twice: NONE and FAILED")]
    public async Task An_answer_that_gives_a_deciding_member_twice_is_void_and_names_both_values(string member, string contradiction)
    {
        var sends = 0;
        await using var server = new LoopbackHttp(_ =>
        {
            sends++;
            return Answered(Payment(member));
        });
        await using var shop = new Shop(server.Address.ToString());

        var failure = await Assert.ThrowsAsync<PaymentException>(() => shop.ConfirmAsync());

        Assert.Equal((PaymentFailureKind.Unknown, contradiction), (failure.Kind, failure.Contradiction));
        Assert.DoesNotContain(contradiction[contradiction.IndexOf(':', StringComparison.Ordinal)..], failure.Message, StringComparison.Ordinal);
        Assert.Equal(1, sends);
    }

    [Theory]
    [InlineData("\"cancels\":\"none\"")]
    [InlineData("\"cancels\":[{\"cancelAmount\":{\"value\":1}}]")]
    [InlineData("\"virtualAccount\":[]")]
    public async Task A_member_without_which_the_answer_would_say_something_else_makes_it_unusable(string member)
    {
        await using var server = new LoopbackHttp(_ => Answered(Payment(member)));
        await using var shop = new Shop(server.Address.ToString());

        var failure = await Assert.ThrowsAsync<PaymentException>(() => shop.GetAsync());

        Assert.Contains("cannot be read", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"code\":\"REJECT_CARD_PAYMENT\\ud800\",\"message\":\"m\"}", "REJECT_CARD_PAYMENT\\ud800")]
    [InlineData("{\"code\":\"REJECT_CARD_PAYMENT\",\"message\":\"\\udc00\"}", "REJECT_CARD_PAYMENT")]
    [InlineData("{\"\\ud800\":1,\"code\":\"REJECT_CARD_PAYMENT\"}", "REJECT_CARD_PAYMENT")]
    [InlineData("{\"code\":\"REJECT_CARD_PAYMENT\",\"code\":\"PROVIDER_ERROR\"}", "")]
    [InlineData("{\"code\":\"\\u0000\"}", "\\u0000")]
    [InlineData("{\"code\":[\"REJECT_CARD_PAYMENT\"]}", "")]
    [InlineData("{\"error\":{\"code\":\"INVALID_REQUEST\"},\"error\":{\"code\":\"REJECT_CARD_PAYMENT\"}}", "")]
    [InlineData("[[[[[[", "")]
    public async Task An_error_answer_is_read_or_not_and_the_confirm_is_sent_once(string body, string code)
    {
        var sends = 0;
        await using var server = new LoopbackHttp(_ =>
        {
            sends++;
            return LoopbackHttp.Answer.Of(400, Encoding.UTF8.GetBytes(body));
        });
        await using var shop = new Shop(server.Address.ToString());

        var failure = await Assert.ThrowsAsync<PaymentException>(() => shop.ConfirmAsync());

        Assert.Equal((code, code.Length > 0 ? PaymentFailureKind.Refused : PaymentFailureKind.Unknown, 1), (failure.Code.Value, failure.Kind, sends));
    }

    [Fact]
    public async Task A_dropped_value_is_counted_by_its_path()
    {
        var counted = new List<string>();
        using var listener = new MeterListener { InstrumentPublished = (instrument, self) => self.EnableMeasurementEvents(instrument) };
        listener.SetMeasurementEventCallback<long>((instrument, _, tags, _) =>
        {
            if (instrument.Name != "paymentsdk.client.drift")
                return;
            var named = tags.ToArray().ToDictionary(tag => tag.Key, tag => tag.Value?.ToString());
            lock (counted)
                counted.Add($"{named["paymentsdk.kind"]} {named["paymentsdk.path"]}");
        });
        listener.Start();
        await using var server = new LoopbackHttp(_ => Answered(Payment("\"vat\":\"much\",\"country\":\"KR\",\"country\":\"US\",\"cancels\":[null],\"card\":{\"amount\":[]}")));
        await using var shop = new Shop(server.Address.ToString());

        await shop.ConfirmAsync();

        lock (counted)
            Assert.Superset(new HashSet<string> { "unreadable vat", "twice country", "unreadable cancels[]", "unreadable card.amount" }, counted.ToHashSet());
    }

    private static LoopbackHttp.Answer Answered(string body) => LoopbackHttp.Answer.Of(200, Encoding.UTF8.GetBytes(body));

    private static string Payment(string member) =>
        $$"""{"paymentKey":"tviva_fake_payment","orderId":"order-0001","status":"DONE","totalAmount":15000,"method":"카드",{{member}}}""";
}
