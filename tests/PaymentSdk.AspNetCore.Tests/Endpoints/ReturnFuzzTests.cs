using System.Globalization;
using System.Net;
using PaymentSdk.AspNetCore.Tests.Webhooks;
using PaymentSdk.Tests.Shared.Fuzzing;

namespace PaymentSdk.AspNetCore.Tests.Endpoints;

/// <summary>Mutated returns from the payment window: each request must be answered, and never with an internal error of the shop.</summary>
public sealed class ReturnFuzzTests
{
    private static readonly string[] Odd =
    [
        "", "%00", "%ED%A0%80", "%FF", "%", "%2", "%uD83D", "..", "%2E%2E", "%2F", "%5C", "{orderId}", "%7BorderId%7D", "15000", "-1", "1e400", "1e28", "NaN", "15,000", "%2015000", "15000.00001",
        "79228162514264337593543950336", "%0D%0ASet-Cookie:%20a=b", "javascript:alert(1)", "%EC%82%AC%EA%B3%BC", "REJECT_CARD_PAYMENT", "PAY_PROCESS_CANCELED", new string('x', 201), new string('9', 400), new string('y', 3_000),
    ];

    [Fact]
    public Task A_mutated_return_from_the_window_is_answered() => FuzzSeeds.RunAsync(
        [701],
        seed => RunAsync(seed, 800),
        TestContext.Current.TestOutputHelper!.WriteLine,
        TestContext.Current.AddWarning);

    private static async Task<string> RunAsync(int seed, int count)
    {
        using var faults = new LoggedFaults();
        await using var shop = await PayingShop.StartAsync(log: faults);
        var orderId = await shop.OpenAsync();
        var paymentKey = shop.Authenticate(orderId);
        var mutator = new Mutator(seed);
        var statuses = new SortedDictionary<int, int>();
        for (var number = 0; number < count; number++)
        {
            using var request = Make(mutator, shop.Address, orderId, paymentKey);
            using var answer = await shop.Page.SendAsync(request, TestContext.Current.CancellationToken);
            var status = (int)answer.StatusCode;
            Assert.True(status < 500, $"seed {seed}, request {number}: {status} to {request.Method} {request.RequestUri!.OriginalString}");
            Assert.True(answer.StatusCode != HttpStatusCode.SeeOther || answer.Headers.Location is { } to && to.OriginalString.StartsWith('/'), $"{answer.Headers.Location}");
            statuses[status] = statuses.GetValueOrDefault(status) + 1;
        }

        Assert.True(faults.Lines.IsEmpty, $"seed {seed}: {string.Join('\n', faults.Lines.Take(3))}");
        return string.Create(CultureInfo.InvariantCulture, $"{count} requests, answered {string.Join(", ", statuses.Select(one => $"{one.Value} times {one.Key}"))}; {shop.Approvals} approved");
    }

    private static HttpRequestMessage Make(Mutator mutator, Uri address, string orderId, string paymentKey)
    {
        string One(string right) => mutator.Next(2) == 0 ? right : mutator.Pick(Odd);
        switch (mutator.Next(4))
        {
            case 0:
                var body = mutator.Mutate($$"""{"paymentKey":"{{paymentKey}}","orderId":"{{orderId}}","amount":15000,"paymentType":"NORMAL"}""");
                var post = new HttpRequestMessage(HttpMethod.Post, new Uri(address, "/payments/confirm")) { Content = new ByteArrayContent(body) };
                post.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
                return post;
            case 1:
                return Get(address, $"/payments/fail/{One(orderId)}?code={One("REJECT_CARD_PAYMENT")}&message={One("m")}&code={One("x")}");
            case 2:
                return Get(address, $"/payments/orders/{One(orderId)}");
            default:
                return Get(address, $"/payments/success?paymentKey={One(paymentKey)}&orderId={One(orderId)}&amount={One("15000")}&paymentType={One("NORMAL")}{(mutator.Next(4) == 0 ? $"&{mutator.Pick(Odd)}={mutator.Pick(Odd)}" : "")}");
        }
    }

    private static HttpRequestMessage Get(Uri address, string path) =>
        new(HttpMethod.Get, new Uri(address.AbsoluteUri.TrimEnd('/') + path, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
}
