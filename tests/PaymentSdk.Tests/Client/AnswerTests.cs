using PaymentSdk.Api;

namespace PaymentSdk.Tests.Client;

/// <summary>The meaning of answers (docs/spec/money.md §4), and how often the request is sent.</summary>
public sealed class AnswerTests
{
    [Theory]
    [InlineData(400, "REJECT_CARD_PAYMENT")]
    [InlineData(403, "REJECT_CARD_COMPANY")]
    [InlineData(404, "NOT_FOUND_PAYMENT_SESSION")]
    [InlineData(401, "UNAUTHORIZED_KEY")]
    [InlineData(403, "INCORRECT_BASIC_AUTH_FORMAT")]
    [InlineData(400, "INVALID_API_KEY")]
    [InlineData(400, "A_CODE_OF_NEXT_YEAR")]
    [InlineData(409, "SOME_CONFLICT")]
    public async Task A_refusal_of_the_first_send_is_refused_with_its_code_status_and_trace(int status, string code)
    {
        await using var server = RawServer.Always(status, Answers.Error(code), "x-tosspayments-trace-id: trace-1\r\n");
        await using var shop = new Shop(server.Address);

        var failure = await Assert.ThrowsAsync<PaymentException>(() => shop.ConfirmAsync());

        Assert.Equal(PaymentFailureKind.Refused, failure.Kind);
        Assert.Equal(code, failure.Code.Value);
        Assert.Equal(status, failure.StatusCode);
        Assert.Equal("trace-1", failure.TraceId);
        Assert.DoesNotContain("secret-in-the-message", failure.ToString());
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task The_error_of_a_v2_envelope_is_read_too()
    {
        await using var server = RawServer.Always(400, """{"version":"2022-11-16","traceId":"t","error":{"code":"INVALID_CARD_NUMBER","message":"m"}}""");
        await using var shop = new Shop(server.Address);

        var failure = await Assert.ThrowsAsync<PaymentException>(() => shop.ConfirmAsync());

        Assert.Equal("INVALID_CARD_NUMBER", failure.Code.Value);
        Assert.Equal(PaymentFailureKind.Refused, failure.Kind);
    }

    [Theory]
    [InlineData(500, """{"code":"FAILED_INTERNAL_SYSTEM_PROCESSING","message":"m"}""")]
    [InlineData(502, "<html>bad gateway</html>")]
    [InlineData(503, "")]
    [InlineData(429, """{"code":"TOO_MANY","message":"m"}""")]
    public async Task A_5xx_or_429_is_unknown_a_confirm_is_sent_once_more_and_a_cancel_never(int status, string body)
    {
        await using var server = RawServer.Always(status, body);
        await using var shop = new Shop(server.Address);

        var confirm = await Assert.ThrowsAsync<PaymentException>(() => shop.ConfirmAsync());
        var confirms = server.Requests;
        var cancel = await Assert.ThrowsAsync<PaymentException>(() => shop.CancelAsync());

        Assert.Equal((PaymentFailureKind.Unknown, status), (confirm.Kind, confirm.StatusCode));
        Assert.Equal((PaymentFailureKind.Unknown, status), (cancel.Kind, cancel.StatusCode));
        Assert.Equal(2, confirms.Count);
        Assert.Single(confirms.Select(request => (request.Key, request.Body)).Distinct());
        Assert.Single(server.Requests.Skip(2));
    }

    [Theory]
    [InlineData(500, 3)]
    [InlineData(429, 1)]
    [InlineData(404, 1)]
    public async Task A_query_is_repeated_on_a_5xx_only(int status, int requests)
    {
        await using var server = RawServer.Always(status, Answers.Error("SOME_CODE"));
        await using var shop = new Shop(server.Address);

        var failure = await Assert.ThrowsAsync<PaymentException>(() => shop.GetAsync());

        Assert.Equal(status == 404 ? PaymentFailureKind.Refused : PaymentFailureKind.Unknown, failure.Kind);
        Assert.Equal(requests, server.Requests.Count);
    }

    [Fact]
    public async Task A_confirm_that_is_still_in_flight_is_sent_again_under_the_same_key_until_it_is_done()
    {
        await using var server = new RawServer((connection, request) => request < 4
            ? connection.SendAsync(409, Answers.InFlight)
            : connection.SendAsync(200, Answers.Paid));
        await using var shop = new Shop(server.Address);

        var payment = await shop.ConfirmAsync();

        Assert.Equal(PaymentStatus.Done, payment.Status);
        Assert.Equal(4, server.Requests.Count);
        Assert.Single(server.Requests.Select(request => (request.Key, request.Body)).Distinct());
    }

    [Theory]
    [InlineData("lost")]
    [InlineData("in flight")]
    [InlineData("500")]
    public async Task A_refusal_after_a_send_that_may_have_worked_leaves_the_outcome_unknown(string first)
    {
        await using var server = new RawServer((connection, request) => (request, first) switch
        {
            (1, "lost") => connection.CloseAsync(),
            (1, "in flight") => connection.SendAsync(409, Answers.InFlight),
            (1, _) => connection.SendAsync(500, "{}"),
            _ => connection.SendAsync(403, Answers.Error("REJECT_CARD_COMPANY")),
        });
        await using var shop = new Shop(server.Address);

        var failure = await Assert.ThrowsAsync<PaymentException>(() => shop.ConfirmAsync());

        Assert.Equal(PaymentFailureKind.Unknown, failure.Kind);
        Assert.Equal(("REJECT_CARD_COMPANY", 403), (failure.Code.Value, failure.StatusCode));
        Assert.Equal(2, server.Requests.Count);
    }

    [Theory]
    [InlineData(200, "", "it is empty")]
    [InlineData(200, "<html>welcome to the hotel wifi</html>", "it is not JSON")]
    [InlineData(200, "[]", "it is not a JSON object")]
    [InlineData(200, """{"code":"COMMON_ERROR","message":"m"}""", "it has no paymentKey, orderId, status, totalAmount")]
    [InlineData(200, """{"paymentKey":"k","orderId":"order-0001","status":null}""", "it has no status, totalAmount")]
    [InlineData(200, """{"paymentKey":"k","orderId":"order-0001","status":"DONE","totalAmount":"secret-number"}""", "its member $.totalAmount cannot be read")]
    [InlineData(204, "", "it is empty")]
    [InlineData(302, "", "HTTP 302")]
    [InlineData(400, "not json", "HTTP 400, no error code")]
    [InlineData(404, """{"message":"no route"}""", "HTTP 404, no error code")]
    [InlineData(400, """{"code":400,"message":"m"}""", "HTTP 400, no error code")]
    public async Task An_unusable_answer_is_unknown_with_a_reason(int status, string body, string why)
    {
        await using var server = RawServer.Always(status, body, "Location: /elsewhere\r\n");
        await using var shop = new Shop(server.Address);

        var failure = await Assert.ThrowsAsync<PaymentException>(() => shop.ConfirmAsync());

        Assert.Equal(PaymentFailureKind.Unknown, failure.Kind);
        Assert.Equal(status, failure.StatusCode);
        Assert.Contains(why, failure.Message);
        Assert.Contains("Query the payment", failure.Message);
        Assert.DoesNotContain("secret-number", failure.ToString());
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_body_over_2_MiB_is_not_read_and_not_requested_again()
    {
        await using var server = RawServer.Always(200, Answers.Paid + new string(' ', 3 * 1024 * 1024));
        await using var shop = new Shop(server.Address);

        var failure = await Assert.ThrowsAsync<PaymentException>(() => shop.ConfirmAsync());

        Assert.Equal(PaymentFailureKind.Unknown, failure.Kind);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Texts_from_the_network_are_cut_and_escaped_in_messages()
    {
        await using var server = RawServer.Always(400, $$"""{"code":"BAD\nFORGED LINE{{new string('x', 500)}}"}""");
        await using var shop = new Shop(server.Address);

        var failure = await Assert.ThrowsAsync<PaymentException>(() => shop.ConfirmAsync());

        Assert.DoesNotContain("\n", failure.Message);
        Assert.InRange(failure.Message.Length, 1, 400);
    }
}
