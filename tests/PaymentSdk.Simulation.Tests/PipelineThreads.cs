using System.Net;
using PaymentSdk.Simulation.Ledger;
using PaymentSdk.Simulation.Processes;
using PaymentSdk.Simulation.Worlds;
using Xunit;

namespace PaymentSdk.Simulation.Tests;

/// <summary>
/// The real HTTP pipeline over a simulated wire: every wait must stay on the thread of the history, otherwise the world fails.
/// </summary>
public sealed class PipelineThreads
{
    public static TheoryData<string> Wires => ["silent", "in-flight", "server-error", "refused", "closed", "slow-body", "stalled-body", "oversized"];

    [Theory]
    [MemberData(nameof(Wires))]
    public void A_confirm_stays_on_the_thread_of_its_history(string wire)
    {
        var world = new World(1, new DateTimeOffset(2026, 11, 30, 0, 0, 0, TimeSpan.Zero));
        var shop = new Shop(world, new LedgerModel(world))
        {
            Connect = life => new Wire(world, life, wire),
            Settings = ShopSettings.Compile("", options =>
            {
                options.SecretKey = "test_sk_a";
                options.ClientKey = "test_ck_a";
                options.ApiBaseAddress = "http://gateway.test";
            }),
        };
        using var process = shop.Process("shop-1");
        process.Start();

        var buyer = BuyAsync(process);
        while (world.Step(world.Began + TimeSpan.FromHours(3)))
        {
        }

        Assert.True(buyer.IsCompletedSuccessfully, $"{buyer.Status} {buyer.Exception}");
        Assert.True(Wire.Asked > 0);
    }

    private static async Task<ConfirmOutcome> BuyAsync(ShopProcess process)
    {
        var opened = (OpenOutcome.Opened)await process.Checkout.OpenAsync(new NewPurchase { Amount = Money.Krw(1_000), OrderName = "사과" });
        return await process.Checkout.ConfirmAsync(new PaymentConfirmation { OrderId = opened.Order.OrderId, PaymentKey = PaymentKey.Parse("tgen_1") });
    }

    private sealed class Wire(World world, Life life, string kind) : HttpMessageHandler
    {
        [ThreadStatic]
        private static int t_asked;

        public static int Asked => t_asked;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            t_asked++;
            switch (kind)
            {
                case "silent":
                    var silent = new TaskCompletionSource<HttpResponseMessage>();
                    await using (cancellationToken.UnsafeRegister(_ => silent.TrySetCanceled(cancellationToken), null))
                        return await silent.Task;
                case "in-flight":
                    await world.ParkAsync(TimeSpan.FromMilliseconds(1_700), life);
                    return Json(HttpStatusCode.Conflict, """{"code":"IDEMPOTENT_REQUEST_PROCESSING","message":"처리 중"}""");
                case "server-error":
                    await world.ParkAsync(TimeSpan.FromMilliseconds(100), life);
                    return Json(HttpStatusCode.InternalServerError, """{"code":"FAILED_INTERNAL_SYSTEM_PROCESSING","message":"오류"}""");
                case "refused":
                    await world.ParkAsync(TimeSpan.FromMilliseconds(10), life);
                    throw new HttpRequestException(HttpRequestError.ConnectionError, "refused");
                case "closed":
                    await world.ParkAsync(TimeSpan.FromSeconds(20), life);
                    throw new HttpRequestException(HttpRequestError.ResponseEnded, "closed");
                case "oversized":
                    await world.ParkAsync(TimeSpan.FromMilliseconds(10), life);
                    return new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(new byte[3 * 1024 * 1024]) };
                default:
                    return new HttpResponseMessage(HttpStatusCode.OK) { Content = new SlowContent(world, life, kind == "stalled-body") };
            }
        }

        private static HttpResponseMessage Json(HttpStatusCode status, string body) => new(status) { Content = new StringContent(body) };
    }

    /// <summary>A body that arrives in pieces, and can stall before its end.</summary>
    private sealed class SlowContent(World world, Life life, bool stalls) : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, default);

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
        {
            for (var piece = 0; piece < 3; piece++)
            {
                await world.ParkAsync(TimeSpan.FromSeconds(1), life);
                await stream.WriteAsync("{ \"half\": "u8.ToArray(), cancellationToken);
            }

            if (!stalls)
                return;
            var stalled = new TaskCompletionSource();
            await using (cancellationToken.UnsafeRegister(_ => stalled.TrySetCanceled(cancellationToken), null))
                await stalled.Task;
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
