using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using PaymentSdk.Tests.Shared.Fuzzing;

namespace PaymentSdk.Sandbox.Tests;

/// <summary>Sends mutated requests to the gateway's API and controls. Each must be answered, and never with an internal error.</summary>
public sealed class FuzzTests
{
    private static readonly (HttpMethod Method, string Path, string Body)[] Requests =
    [
        (HttpMethod.Post, "/v1/payments/confirm", """{"paymentKey":"{key}","orderId":"order-000001","amount":15000}"""),
        (HttpMethod.Post, "/v1/payments/{key}/cancel", """{"cancelReason":"고객 변심","cancelAmount":1,"taxFreeAmount":0,"currency":"KRW","refundableAmount":15000,"refundReceiveAccount":{"bank":"88","accountNumber":"1","holderName":"김토스"}}"""),
        (HttpMethod.Post, "/v1/payments", """{"method":"CARD","amount":15000,"currency":"KRW","orderId":"order-000002","orderName":"양말","successUrl":"https://shop.example/s","failUrl":"https://shop.example/f","metadata":{"cart":"17"}}"""),
        (HttpMethod.Post, "/v1/payments/key-in", """{"amount":15000,"orderId":"order-000003","orderName":"양말","cardNumber":"4330123412341234","cardExpirationYear":"30","cardExpirationMonth":"12","customerIdentityNumber":"881212"}"""),
        (HttpMethod.Post, "/v1/virtual-accounts", """{"amount":15000,"orderId":"order-000004","orderName":"양말","customerName":"김토스","bank":"20","validHours":24,"dueDate":null}"""),
        (HttpMethod.Post, "/v1/billing/authorizations/card", """{"customerKey":"customer-1","cardNumber":"4330123412341234","cardExpirationYear":"30","cardExpirationMonth":"12","customerIdentityNumber":"881212"}"""),
        (HttpMethod.Post, "/v1/cash-receipts", """{"amount":15000,"orderId":"order-000005","orderName":"양말","customerIdentityNumber":"01012341234","type":"소득공제"}"""),
        (HttpMethod.Post, "/v1/settlements", """{"paymentKey":"{key}"}"""),
        (HttpMethod.Post, "/sandbox/payments", """{"orderId":"order-000006","amount":15000,"currency":"KRW","orderName":"양말","method":"CARD","taxFreeAmount":0,"type":"NORMAL"}"""),
        (HttpMethod.Post, "/sandbox/payments/{key}/cancel", """{"cancelAmount":1,"cancelReason":"사유"}"""),
        (HttpMethod.Post, "/sandbox/billing-auths", """{"customerKey":"customer-1"}"""),
        (HttpMethod.Post, "/sandbox/clock", """{"advance":"00:00:01"}"""),
        (HttpMethod.Put, "/sandbox/faults", """[{"operation":"cancel","kind":"nothing","count":1,"probability":0.5,"delay":"00:00:00"}]"""),
        (HttpMethod.Put, "/sandbox/webhooks", """{"url":null}"""),
        (HttpMethod.Post, "/sandbox/sellers/none/status", """{"status":"APPROVED"}"""),
    ];

    [Fact]
    public Task A_mutated_request_is_answered_and_never_as_a_failure_of_the_gateway() => FuzzSeeds.RunAsync(
        [601],
        seed => RunAsync(seed, 1_500),
        TestContext.Current.TestOutputHelper!.WriteLine,
        TestContext.Current.AddWarning);

    private static async Task<string> RunAsync(int seed, int count)
    {
        await using var shop = await TestGateway.StartAsync();
        var key = await shop.PayAsync();
        var mutator = new Mutator(seed);
        var statuses = new SortedDictionary<int, int>();
        for (var number = 0; number < count; number++)
        {
            var (method, path, text) = mutator.Pick(Requests);
            var body = mutator.Mutate(text.Replace("{key}", key, StringComparison.Ordinal));
            using var request = new HttpRequestMessage(method, path.Replace("{key}", key, StringComparison.Ordinal)) { Content = new ByteArrayContent(body) };
            request.Content.Headers.TryAddWithoutValidation("Content-Type", mutator.Pick(["application/json", "application/json", "application/json", "application/json", "application/json", "application/json", "application/json; charset=utf-16", "application/json; charset=what"]));
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes($"{TestGateway.SecretKey}:")));
            using var answer = await shop.Http.SendAsync(request, TestGateway.Token);
            var status = (int)answer.StatusCode;
            var reported = await answer.Content.ReadAsStringAsync(TestGateway.Token);
            // The real service returns this code for a customer key that is too long.
            Assert.True(status < 500 || reported.Contains("FAILED_DB_PROCESSING", StringComparison.Ordinal), $"seed {seed}, request {number}, {method} {path}: {status} {reported}\n{Convert.ToBase64String(body)}");
            statuses[status] = statuses.GetValueOrDefault(status) + 1;
        }

        return string.Create(CultureInfo.InvariantCulture, $"{count} requests, answered {string.Join(", ", statuses.Select(one => $"{one.Value} times {one.Key}"))}");
    }
}
