using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using PaymentSdk.Simulation.Histories;
using PaymentSdk.Simulation.Ledger;
using PaymentSdk.Simulation.Processes;
using PaymentSdk.Simulation.Worlds;

namespace PaymentSdk.Simulation.Command;

/// <summary>A history whose gateway approves every confirm. It measures the speed of the simulator itself.</summary>
internal static class StubHistory
{
    private static readonly string[] Names = ["shop-1", "shop-2", "shop-3"];

    public static HistoryResult Run(ulong seed, HistoryOptions options)
    {
        var world = new World(seed, new DateTimeOffset(2026, 11, 30, 0, 0, 0, TimeSpan.Zero), new Parts(options.LeftOut)) { Trace = options.Trace };
        var ledger = new LedgerModel(world);
        var settings = ShopSettings.Compile("", shop =>
        {
            shop.SecretKey = "test_sk_a";
            shop.ClientKey = "test_ck_a";
            shop.ApiBaseAddress = "http://gateway.test";
        });
        var shop = new Shop(world, ledger) { Settings = settings, Connect = life => new StubGateway(world, life) };
        using var twin = options.WithSqlite ? new SqliteTwin(world) : null;
        shop.Network.Twin = twin?.Ledger;
        var processes = Names.Select(shop.Process).ToList();
        processes.ForEach(process => process.Start());
        var paid = 0;
        for (var number = 0; number < 30; number++)
        {
            var (process, name) = (processes[number % processes.Count], number.ToString(CultureInfo.InvariantCulture));
            world.After(world.Random.Between(TimeSpan.Zero, TimeSpan.FromMinutes(5)), world.Itself, () => _ = BuyAsync(process, name));
        }

        while (world.Step(world.Began + TimeSpan.FromDays(2)))
        {
        }

        processes.ForEach(process => process.Dispose());
        return new HistoryResult
        {
            Seed = seed,
            Profile = "stub",
            Purchases = 30,
            Violations = paid == 30 ? [] : [new Violation("not-paid", world.Now, "", $"{paid} of 30 purchases are paid.")],
            JournalHash = world.Journal.ToString(),
            Length = world.Now - world.Began,
            Parts = world.Parts.Happened,
            Coverage = world.Coverage,
        };

        async Task BuyAsync(ShopProcess process, string name)
        {
            var opened = (OpenOutcome.Opened)await process.Checkout.OpenAsync(new NewPurchase { Amount = Money.Krw(1000), OrderName = "apple", PurchaseId = PurchaseId.Parse("p" + name) });
            var outcome = await process.Checkout.ConfirmAsync(new PaymentConfirmation { OrderId = opened.Order.OrderId, PaymentKey = PaymentKey.Parse("tgen_" + name), Amount = 1000 });
            paid += outcome is ConfirmOutcome.Paid ? 1 : 0;
        }
    }

    private sealed class StubGateway(World world, Life life) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await world.ParkAsync(TimeSpan.FromMilliseconds(300), life);
            if (request.Content is null)
                return new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent("[]"u8.ToArray()) };
            var body = JsonDocument.Parse(await request.Content.ReadAsByteArrayAsync(cancellationToken)).RootElement;
            var (key, orderId) = (body.GetProperty("paymentKey").GetString(), body.GetProperty("orderId").GetString());
            var answer = $$"""{"paymentKey":"{{key}}","orderId":"{{orderId}}","status":"DONE","currency":"KRW","totalAmount":1000,"balanceAmount":1000,"method":"카드","approvedAt":"2026-11-30T09:00:00+09:00","requestedAt":"2026-11-30T09:00:00+09:00","lastTransactionKey":"t-{{key}}"}""";
            return new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(answer)) };
        }
    }
}
