using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace PaymentSdk.Sandbox.Tests.Payouts;

/// <summary>Calls of version 2 of the API, encrypted where required.</summary>
internal static class PayoutShop
{
    public const string Seller =
        """{"refSellerId":"my-seller-1","businessType":"CORPORATE","company":{"name":"토스","representativeName":"김토스","businessRegistrationNumber":"1234567890","email":"a@b.co","phone":"0212345678"},"account":{"bankCode":"092","accountNumber":"100123456789","holderName":"김토스"},"metadata":{"grade":"gold"}}""";

    /// <summary>Posts an encrypted body and decrypts the answer, which must be encrypted too.</summary>
    public static async Task<Answer> PostSealedAsync(this TestGateway shop, string path, string body, string? idempotencyKey = null)
    {
        var answer = await shop.PostTokenAsync(path, SecretBody.Seal(body), idempotencyKey);
        Assert.Equal("text/plain", answer.Headers["Content-Type"]);
        return answer with { Text = SecretBody.Open(answer.Text).Json };
    }

    /// <summary>Posts a token unchanged.</summary>
    public static Task<Answer> PostTokenAsync(this TestGateway shop, string path, string token, string? idempotencyKey = null, bool encrypted = true)
    {
        var content = new ByteArrayContent(Encoding.ASCII.GetBytes(token));
        content.Headers.ContentType = new MediaTypeHeaderValue("text/plain");
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        if (encrypted)
            request.Headers.Add("TossPayments-api-security-mode", "ENCRYPTION");
        if (idempotencyKey is not null)
            request.Headers.Add("Idempotency-Key", idempotencyKey);
        return shop.SendAsync(request);
    }

    public static async Task<string> RegisterAsync(this TestGateway shop, string seller = Seller) =>
        Body(await shop.PostSealedAsync("/v2/sellers", seller)).GetProperty("id").GetString()!;

    public static Task<Answer> PayOutAsync(this TestGateway shop, string seller, decimal amount = 5000, string? day = null, string? idempotencyKey = null) =>
        shop.PostSealedAsync("/v2/payouts", Payout(seller, amount, day), idempotencyKey);

    public static string Payout(string seller, decimal amount = 5000, string? day = null) =>
        $$"""{"refPayoutId":"my-payout-1","destination":"{{seller}}","scheduleType":"{{(day is null ? "EXPRESS" : "SCHEDULED")}}",{{(day is null ? "" : $"\"payoutDate\":\"{day}\",")}}"amount":{"currency":"KRW","value":{{amount.ToString(CultureInfo.InvariantCulture)}}},"transactionDescription":"정산"}""";

    /// <summary>Returns the first working day on or after this many days from now.</summary>
    public static string WorkingDay(this TestGateway shop, int ahead = 1)
    {
        var day = shop.Gateway.Now.ToOffset(TimeSpan.FromHours(9)).AddDays(ahead);
        while (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
            day = day.AddDays(1);
        return day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    public static JsonElement Body(Answer answer) => JsonDocument.Parse(answer.Text).RootElement.GetProperty("entityBody");

    public static JsonElement Item(Answer answer) => Assert.Single(Body(answer).GetProperty("items").EnumerateArray());

    public static string? Code(Answer answer) => JsonDocument.Parse(answer.Text).RootElement.GetProperty("error").GetProperty("code").GetString();

    public static string? Text(JsonElement json, string member) => json.GetProperty(member).ToString();
}
