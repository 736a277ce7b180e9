using System.Net;
using System.Text;
using Microsoft.AspNetCore.Hosting;
using Moq;

namespace PaymentSdk.AspNetCore.Tests.Endpoints;

/// <summary>The requests that <c>confirm</c> accepts, and the answers to all others.</summary>
public sealed class ConfirmRequestTests
{
    private const string Good = """{"paymentKey":"tgen_fake","orderId":"order-1001","amount":15000}""";

    [Theory]
    [InlineData("", "The body is empty. Send {\"paymentKey\", \"orderId\", \"amount\"} as JSON.")]
    [InlineData("{", "The body is not valid JSON (line 1, byte 2).")]
    [InlineData("orderId=order-1001", "The body is not valid JSON (line 1, byte 1).")]
    [InlineData("""{"paymentKey":"k","orderId":"order-1001",}""", "The body is not valid JSON (line 1, byte 42).")]
    [InlineData("null", "The body is not a JSON object.")]
    [InlineData("[]", "The body is not a JSON object.")]
    [InlineData("\"text\"", "The body is not a JSON object.")]
    [InlineData("{}", "The member paymentKey is not usable: A payment key is required.")]
    [InlineData("""{"paymentKey":"k"}""", "The member orderId is not usable: An order id is required.")]
    [InlineData("""{"paymentKey":"k","orderId":"a b c d e"}""", "The member orderId is not usable: An order id must have only the characters A-Z, a-z, 0-9, '-', '_' and '='.")]
    [InlineData("""{"paymentKey":"k","orderId":"abc"}""", "The member orderId is not usable: An order id must have 6 to 64 characters; this one has 3.")]
    [InlineData("""{"paymentKey":"열쇠","orderId":"order-1001"}""", "The member paymentKey is not usable: A payment key must have only printable ASCII characters and no spaces.")]
    [InlineData("""{"PaymentKey":"k","orderId":"order-1001"}""", "The member paymentKey is not usable: A payment key is required.")]
    [InlineData("""{"paymentKey":1,"orderId":"order-1001"}""", "The member paymentKey is not usable: write a string.")]
    [InlineData("""{"paymentKey":null,"orderId":"order-1001"}""", "The member paymentKey is not usable: write a string.")]
    [InlineData("""{"paymentKey":"k","orderId":["order-1001"]}""", "The member orderId is not usable: write a string.")]
    [InlineData("""{"paymentKey":"k","orderId":"order-1001","amount":true}""", "The member amount is not usable: write a number, or a number in a string.")]
    [InlineData("""{"paymentKey":"k","orderId":"order-1001","amount":{}}""", "The member amount is not usable: write a number, or a number in a string.")]
    [InlineData("""{"paymentKey":"k","orderId":"order-1001","amount":"15,000"}""", "The member amount is not usable: write a number such as 15000 or 10.50, without separators or currency.")]
    [InlineData("""{"paymentKey":"k","orderId":"order-1001","amount":""}""", "The member amount is not usable: write a number such as 15000 or 10.50, without separators or currency.")]
    [InlineData("""{"paymentKey":"k","orderId":"order-1001","amount":1e99}""", "The member amount is not usable: write a number such as 15000 or 10.50, without separators or currency.")]
    [InlineData("""{"paymentKey":"k","orderId":"order-1001","amount":"１５０００"}""", "The member amount is not usable: write a number such as 15000 or 10.50, without separators or currency.")]
    [InlineData("""{"paymentKey":"k","orderId":"order-1001","paymentType":7}""", "The member paymentType is not usable: write a string.")]
    [InlineData("""{"paymentKey":"k","orderId":"order-1001","paymentType":"a b"}""", "The member paymentType is not usable: it must have 1 to 50 characters of A-Z, a-z, 0-9, '-' and '_'.")]
    [InlineData("""{"paymentKey":"k","orderId":"order-1001","orderId":"order-1002"}""", "The member orderId is given twice.")]
    [InlineData("""{"paymentKey":"k","orderId":"order-1001","order\u0049d":"order-1002"}""", "The member orderId is given twice.")]
    [InlineData("""{"a\nb":1,"a\nb":2,"paymentKey":"k","orderId":"order-1001"}""", "A member of the body is given twice.")]
    [InlineData("""{"paymentKey":"\ud800","orderId":"order-1001"}""", "The body is not valid JSON: a string in it is not Unicode text.")]
    [InlineData("""{"\ud800":1,"paymentKey":"k","orderId":"order-1001"}""", "The body is not valid JSON: a string in it is not Unicode text.")]
    public async Task Malformed_body_gets_the_same_error_in_every_environment(string body, string detail)
    {
        foreach (var environment in (string[])["Development", "Production"])
        {
            await using var host = await PaymentHost.StartAsync(environment: environment);
            using var content = new StringContent(body, Encoding.UTF8, "application/json");

            var response = await host.Page.PostAsync("/payments/confirm", content, TestContext.Current.CancellationToken);

            Assert.Equal(
                $$"""
                400
                Cache-Control: no-store
                Content-Type: application/problem+json
                Vary: Origin
                X-Content-Type-Options: nosniff

                {"type":"urn:paymentsdk:problem:malformed-request","title":"The request cannot be understood.","status":400,"detail":{{Json(detail)}}}
                """,
                await Answer.ReadAsync(response));
        }
    }

    [Fact]
    public async Task Bytes_that_are_not_text_are_malformed()
    {
        await using var host = await PaymentHost.StartAsync();

        foreach (var bytes in (byte[][])[[0xFF, 0xFE, 0x7B, 0x00, 0x7D, 0x00], [.. "{\"paymentKey\":\""u8, 0xC3, 0x28, .. "\"}"u8]])
            Assert.Equal("400 malformed-request", await Answer.ProblemAsync(await PostAsync(host, bytes)));
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/jsonp")]
    [InlineData("application/ld+json")]
    [InlineData("")]
    public async Task Body_of_another_media_type_is_415(string mediaType)
    {
        await using var host = await PaymentHost.StartAsync();

        Assert.Equal("415 unsupported-media-type", await Answer.ProblemAsync(await PostAsync(host, Encoding.UTF8.GetBytes(Good), mediaType)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Body_over_16_KiB_is_413_whether_declared_or_chunked(bool chunked)
    {
        await using var host = await PaymentHost.StartAsync();
        var body = Padded(16 * 1024 + 1);

        Assert.Equal("413 body-too-large", await Answer.ProblemAsync(await PostAsync(host, body, chunked: chunked)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Body_of_exactly_16_KiB_is_read(bool chunked)
    {
        await using var host = await PaymentHost.StartAsync();
        Expect(host, _ => true);

        var response = await PostAsync(host, Padded(16 * 1024), chunked: chunked);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Server_with_a_lower_limit_of_its_own_answers_413_too()
    {
        await using var host = await PaymentHost.StartAsync(services: builder => builder.WebHost.UseKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = 100));

        Assert.Equal("413 body-too-large", await Answer.ProblemAsync(await PostAsync(host, Padded(200))));
    }

    [Theory]
    [InlineData("15000", "15000")]
    [InlineData("\"15000\"", "15000")]
    [InlineData("15000.00", "15000.00")]
    [InlineData("1.5e4", "15000")]
    [InlineData("\"10.5\"", "10.5")]
    [InlineData("-1", "-1")]
    public async Task Amount_is_a_number_or_a_number_in_a_string_in_any_culture(string written, string read)
    {
        await using var host = await PaymentHost.StartAsync();
        var amount = decimal.Parse(read, System.Globalization.CultureInfo.InvariantCulture);
        Expect(host, payment => payment.Amount == amount);

        var response = await PostAsync(host, Encoding.UTF8.GetBytes($$"""{"paymentKey":"tgen_fake","orderId":"order-1001","amount":{{written}}}"""));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("""{"paymentKey":"tgen_fake","orderId":"order-1001"}""")]
    [InlineData("""{"paymentKey":"tgen_fake","orderId":"order-1001","amount":null,"paymentType":null}""")]
    public async Task Amount_and_payment_type_may_be_left_out(string body)
    {
        await using var host = await PaymentHost.StartAsync();
        Expect(host, payment => payment is { Amount: null, PaymentType: null, PaymentKey.Value: "tgen_fake", OrderId.Value: "order-1001" });

        Assert.Equal(HttpStatusCode.OK, (await PostAsync(host, Encoding.UTF8.GetBytes(body))).StatusCode);
    }

    [Fact]
    public async Task Byte_order_mark_and_unknown_members_do_no_harm()
    {
        await using var host = await PaymentHost.StartAsync();
        Expect(host, payment => payment is { PaymentType: "NORMAL", Wait: null });

        var response = await PostAsync(host, [0xEF, 0xBB, 0xBF, .. """{"paymentKey":"tgen_fake","orderId":"order-1001","paymentType":"NORMAL","amount":15000,"cart":[1]}"""u8]);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Browser_that_leaves_ends_the_waiting()
    {
        await using var host = await PaymentHost.StartAsync();
        var begun = new TaskCompletionSource();
        var ended = new TaskCompletionSource();
        host.Checkout.Setup(checkout => checkout.ConfirmAsync(It.IsAny<PaymentConfirmation>(), It.IsAny<CancellationToken>()))
            .Returns(async (PaymentConfirmation _, CancellationToken left) =>
            {
                begun.SetResult();
                left.Register(ended.SetResult);
                await Task.Delay(Timeout.Infinite, left);
                return new ConfirmOutcome.Paid(Orders.Paid);
            });
        using var leaving = new CancellationTokenSource();
        using var content = new StringContent(Good, Encoding.UTF8, "application/json");
        var request = host.Page.PostAsync("/payments/confirm", content, leaving.Token);
        await begun.Task.WaitAsync(TestContext.Current.CancellationToken);

        await leaving.CancelAsync();

        await ended.Task.WaitAsync(TestContext.Current.CancellationToken);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => request);
    }

    private static void Expect(PaymentHost host, Func<PaymentConfirmation, bool> payment) =>
        host.Checkout.Setup(checkout => checkout.ConfirmAsync(It.Is<PaymentConfirmation>(given => payment(given)), It.IsAny<CancellationToken>())).ReturnsAsync(new ConfirmOutcome.Paid(Orders.Paid));

    private static byte[] Padded(int length) => Encoding.UTF8.GetBytes(Good.PadRight(length));

    private static async Task<HttpResponseMessage> PostAsync(PaymentHost host, byte[] body, string mediaType = "application/json", bool chunked = false)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/payments/confirm") { Content = new ByteArrayContent(body) };
        request.Headers.TransferEncodingChunked = chunked;
        request.Content.Headers.TryAddWithoutValidation("Content-Type", mediaType);
        return await host.Page.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static string Json(string text) =>
        $"\"{System.Text.Encodings.Web.JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All).Encode(text)}\"";
}
