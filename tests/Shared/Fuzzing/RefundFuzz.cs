using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PaymentSdk.Ledger;
using Xunit;

namespace PaymentSdk.Tests.Shared.Fuzzing;

/// <summary>
/// A shop on a real ledger refunds part of each paid order and reads the list of transactions, while the answers to cancels, queries and lists
/// are mutated. Each refund is made once and recorded once, no refund is sent under two idempotency keys, and an unreadable list causes a
/// <see cref="PaymentException"/> and no other exception.
/// </summary>
public static class RefundFuzz
{
    private const int Concurrent = 8;

    /// <summary>Makes a number of refunds, and then reads the list of transactions the same number of times.</summary>
    /// <returns>A summary for the test's output.</returns>
    public static async Task<string> RunAsync(string connectionString, int seed, int count, ShiftedTime time)
    {
        var gateway = new Gateway(seed, time);
        await using var server = new LoopbackHttp(gateway.Answer);
        await using var shop = await ShopHost.StartAsync(server.Address, connectionString, time);
        var orders = new ConcurrentBag<OrderId>();
        await Parallel.ForEachAsync(Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = Concurrent }, async (number, _) =>
        {
            var orderId = await shop.OpenAsync();
            Assert.IsType<ConfirmOutcome.Paid>(await shop.ConfirmAsync(orderId, $"tviva_refund_{seed}_{number}"));
            orders.Add(orderId);
            gateway.IsHostile = true;
            var outcome = await shop.Refunds.RefundAsync(new RefundRequest { OrderId = orderId, RefundId = RefundId.Parse("r-1"), Reason = "변심", Amount = 5_000, Wait = TimeSpan.FromMinutes(1) }, CancellationToken.None);
            Assert.True(outcome is RefundOutcome.Done or RefundOutcome.Checking or RefundOutcome.Pending or RefundOutcome.PayoutFailed, $"seed {seed}, {number}: {outcome}");
        });

        var (reports, failures) = await ReconcileAsync(shop, gateway, seed, count);
        gateway.IsHostile = false;
        var first = await ProgressAsync(shop, orders);
        for (var round = 0; round < 40 && (await ProgressAsync(shop, orders)).Keys.Any(progress => progress is not RefundProgress.Done); round++)
        {
            time.Advance(round < 10 ? TimeSpan.FromMinutes(2) : TimeSpan.FromHours(25));
            await shop.DrainAsync();
        }

        foreach (var orderId in orders)
        {
            var entry = (await shop.Ledger.FindAsync("", orderId, CancellationToken.None))!;
            var refund = Assert.Single(await shop.Ledger.ReadRefundsAsync("", orderId, CancellationToken.None));
            // An answer whose balance was mutated to 0 is read as a full cancel.
            Assert.True(refund.State is RefundProgress.Done && entry.Attempt.State is AttemptState.PartlyCanceled or AttemptState.Canceled, $"seed {seed}, {entry.Attempt.PaymentKey}: refund {refund.State}, attempt {entry.Attempt.State}");
        }

        Assert.Empty(gateway.CanceledTwice);
        await ReconcileAsync(shop, gateway, seed, 1);
        return string.Create(CultureInfo.InvariantCulture, $"{count} refunds, {gateway.Mutated} mutated answers; after the refund {string.Join(", ", first.Select(one => $"{one.Value} {one.Key}"))}; {reports} lists compared, {failures} unreadable");
    }

    private static async Task<(int Reports, int Failures)> ReconcileAsync(ShopHost shop, Gateway gateway, int seed, int count)
    {
        var reconciliation = shop.Services.GetRequiredService<IReconciliation>();
        var (reports, failures) = (0, 0);
        for (var number = 0; number < count; number++)
        {
            try
            {
                var today = gateway.Today;
                await reconciliation.ReconcileAsync(new ReconciliationRange(today.AddDays(-1), today.AddDays(1)), CancellationToken.None);
                reports++;
            }
            catch (PaymentException)
            {
                failures++;
            }
            catch (Exception failure)
            {
                Assert.Fail($"seed {seed}, list {number}: {gateway.LastList}\n{failure}");
            }

            await shop.Ledger.ReadMovementsAsync("", DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue.AddDays(-2), CancellationToken.None);
            await reconciliation.ListBreaksAsync(withClosed: true, CancellationToken.None);
        }

        return (reports, failures);
    }

    private static async Task<SortedDictionary<RefundProgress, int>> ProgressAsync(ShopHost shop, IEnumerable<OrderId> orders)
    {
        var all = new SortedDictionary<RefundProgress, int>();
        foreach (var orderId in orders)
        {
            foreach (var refund in await shop.Ledger.ReadRefundsAsync("", orderId, CancellationToken.None))
                all[refund.State] = all.GetValueOrDefault(refund.State) + 1;
        }

        return all;
    }

    /// <summary>A gateway that takes and refunds money correctly, and whose answers about it are mutated while it is hostile.</summary>
    private sealed class Gateway(int seed, TimeProvider time)
    {
        private readonly Lock _gate = new();
        private readonly Dictionary<string, Paid> _payments = [];
        private readonly Dictionary<string, byte[]> _replays = [];
        private readonly Mutator _mutator = new(seed);

        public bool IsHostile { get; set; }

        public int Mutated { get; private set; }

        public List<string> CanceledTwice { get; } = [];

        public string LastList { get; private set; } = "";

        public DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().ToOffset(TimeSpan.FromHours(9)).DateTime);

        public LoopbackHttp.Answer Answer(LoopbackHttp.Ask ask)
        {
            lock (_gate)
                return LoopbackHttp.Answer.Of(200, Tell(ask));
        }

        private byte[] Tell(LoopbackHttp.Ask ask)
        {
            if (ask.Path.StartsWith("/v1/transactions", StringComparison.Ordinal))
                return List(ask.Path);
            if (ask.Path == "/v1/payments/confirm")
            {
                using var body = JsonDocument.Parse(ask.Body);
                var paid = new Paid(body.RootElement.GetProperty("paymentKey").GetString()!, body.RootElement.GetProperty("orderId").GetString()!, Text(time.GetUtcNow()));
                _payments.TryAdd(paid.PaymentKey, paid);
                return Encoding.UTF8.GetBytes(Payment(_payments[paid.PaymentKey]));
            }

            var payment = _payments[ask.Path.Split('/')[3]];
            return ask.Method == "GET" ? Maybe(Payment(payment), payment.Queries++ < 2) : Cancel(ask, payment);
        }

        private byte[] Cancel(LoopbackHttp.Ask ask, Paid payment)
        {
            if (_replays.TryGetValue(ask.Key!, out var replay))
                return replay;
            using var body = JsonDocument.Parse(ask.Body);
            if (payment.Cancel is not null)
                CanceledTwice.Add(payment.PaymentKey);
            payment.Cancel = $$"""
                {"cancelAmount":5000,"cancelReason":{{body.RootElement.GetProperty("cancelReason").GetRawText()}},"taxFreeAmount":0,"taxExemptionAmount":0,"refundableAmount":10000,"cardDiscountAmount":0,"transferDiscountAmount":0,
                 "easyPayDiscountAmount":0,"canceledAt":"{{Text(time.GetUtcNow())}}","transactionKey":"c-{{payment.OrderId}}","receiptKey":null,"cancelStatus":"DONE","cancelRequestId":null}
                """;
            return _replays[ask.Key!] = Maybe(Payment(payment), IsHostile);
        }

        private byte[] List(string path)
        {
            var day = Uri.UnescapeDataString(path.Split("startDate=")[1].Split('&')[0])[..10];
            if (day != Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
                return "[]"u8.ToArray();
            var rows = _payments.Values.Take(3).SelectMany(payment => (string[])[Row(payment, "t", "DONE", 15_000), .. payment.Cancel is null ? (string[])[] : [Row(payment, "c", "PARTIAL_CANCELED", 5_000)]]);
            var reported = Maybe($"[{string.Join(',', rows)}]", IsHostile);
            LastList = Encoding.UTF8.GetString(reported);
            return reported;
        }

        private byte[] Maybe(string truth, bool mutates)
        {
            if (!mutates || !IsHostile)
                return Encoding.UTF8.GetBytes(truth);
            Mutated++;
            return _mutator.Mutate(truth);
        }

        private string Row(Paid payment, string kind, string status, int amount) =>
            $$"""{"mId":"tosspayments","transactionKey":"{{kind}}-{{payment.OrderId}}","paymentKey":"{{payment.PaymentKey}}","orderId":"{{payment.OrderId}}","method":"카드","customerKey":null,"useEscrow":false,"receiptUrl":"https://dashboard.tosspayments.com/r","status":"{{status}}","transactionAt":"{{payment.ApprovedAt}}","currency":"KRW","amount":{{amount}}}""";

        private static string Payment(Paid payment) => $$"""
            {"version":"2022-11-16","mId":"tosspayments","paymentKey":"{{payment.PaymentKey}}","orderId":"{{payment.OrderId}}","orderName":"사과 한 상자","status":"{{(payment.Cancel is null ? "DONE" : "PARTIAL_CANCELED")}}","type":"NORMAL","method":"카드",
             "currency":"KRW","totalAmount":15000,"balanceAmount":{{(payment.Cancel is null ? 15_000 : 10_000)}},"suppliedAmount":13636,"vat":1364,"taxFreeAmount":0,"lastTransactionKey":"{{(payment.Cancel is null ? "t" : "c")}}-{{payment.OrderId}}",
             "requestedAt":"{{payment.ApprovedAt}}","approvedAt":"{{payment.ApprovedAt}}","useEscrow":false,"isPartialCancelable":true,"cancels":{{(payment.Cancel is { } cancel ? $"[{cancel}]" : "null")}},
             "card":{"issuerCode":"71","number":"12345678****000*","amount":15000},"virtualAccount":null,"receipt":{"url":"https://dashboard.tosspayments.com/receipt/1"},"failure":null,"secret":"ps_fake"}
            """;

        private static string Text(DateTimeOffset moment) => moment.ToOffset(TimeSpan.FromHours(9)).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

        private sealed class Paid(string paymentKey, string orderId, string approvedAt)
        {
            public string PaymentKey { get; } = paymentKey;

            public string OrderId { get; } = orderId;

            public string ApprovedAt { get; } = approvedAt;

            public string? Cancel { get; set; }

            public int Queries { get; set; }
        }
    }
}
