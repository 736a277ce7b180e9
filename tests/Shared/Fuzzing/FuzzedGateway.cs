using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace PaymentSdk.Tests.Shared.Fuzzing;

/// <summary>
/// A gateway that approves every confirm and returns a mutated answer. Some of the first queries also get mutated answers; later queries get
/// true answers.
/// </summary>
public sealed class FuzzedGateway : IAsyncDisposable
{
    private readonly int _seed;
    private readonly LoopbackHttp _server;
    private readonly Lock _gate = new();
    private readonly ConcurrentDictionary<string, (string OrderId, int Queries)> _payments = new();
    private readonly ConcurrentDictionary<string, byte[]> _sent = new();

    public FuzzedGateway(int seed)
    {
        _seed = seed;
        _server = new LoopbackHttp(Answer);
    }

    public Uri Address => _server.Address;

    /// <summary>The number of mutated answers.</summary>
    public int Mutated { get; private set; }

    /// <summary>The idempotency key under which each payment was confirmed; a second idempotency key could charge the buyer twice.</summary>
    public ConcurrentDictionary<string, string> Keys { get; } = new();

    /// <summary>The payments that were confirmed under two idempotency keys.</summary>
    public ConcurrentBag<string> ConfirmedTwice { get; } = [];

    /// <summary>Returns the mutated answer to a confirm.</summary>
    public byte[] SentFor(string paymentKey) => _sent[paymentKey];

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private LoopbackHttp.Answer Answer(LoopbackHttp.Ask ask)
    {
        lock (_gate)
            return ask.Method == "POST" ? Confirm(ask) : Query(ask.Path.Split('/')[^1]);
    }

    private LoopbackHttp.Answer Confirm(LoopbackHttp.Ask ask)
    {
        using var asked = JsonDocument.Parse(ask.Body);
        var (paymentKey, orderId) = (asked.RootElement.GetProperty("paymentKey").GetString()!, asked.RootElement.GetProperty("orderId").GetString()!);
        if (Keys.GetOrAdd(paymentKey, ask.Key!) != ask.Key)
            ConfirmedTwice.Add(paymentKey);
        _payments.TryAdd(paymentKey, (orderId, 0));
        // A repeated confirm gets the same answer.
        return Mutate(_sent.GetOrAdd(paymentKey, _ => For(paymentKey, -1).Mutate(Payment(paymentKey, orderId))));
    }

    private LoopbackHttp.Answer Query(string paymentKey)
    {
        var (orderId, queries) = _payments[paymentKey];
        _payments[paymentKey] = (orderId, queries + 1);
        var truth = Payment(paymentKey, orderId);
        return queries < For(paymentKey, -2).Next(3) ? Mutate(For(paymentKey, queries).Mutate(truth)) : LoopbackHttp.Answer.Of(200, Encoding.UTF8.GetBytes(truth));
    }

    /// <summary>Returns the mutator of one answer; its changes do not depend on other requests.</summary>
    private Mutator For(string paymentKey, int answer) => new(paymentKey.Aggregate(unchecked((_seed * 397) ^ answer), (hash, letter) => unchecked((hash * 31) + letter)));

    private LoopbackHttp.Answer Mutate(byte[] body)
    {
        Mutated++;
        return LoopbackHttp.Answer.Of(200, body);
    }

    private static string Payment(string paymentKey, string orderId) => string.Create(CultureInfo.InvariantCulture, $$"""
        {"version":"2022-11-16","mId":"tosspayments","paymentKey":"{{paymentKey}}","orderId":"{{orderId}}","orderName":"사과 한 상자","status":"DONE","type":"NORMAL","method":"카드",
         "currency":"KRW","totalAmount":15000,"balanceAmount":15000,"suppliedAmount":13636,"vat":1364,"taxFreeAmount":0,"taxExemptionAmount":0,"lastTransactionKey":"t-{{orderId}}",
         "requestedAt":"2026-11-22T12:00:00+09:00","approvedAt":"2026-11-22T12:00:01+09:00","useEscrow":false,"cultureExpense":false,"isPartialCancelable":true,"cancels":null,
         "card":{"issuerCode":"71","acquirerCode":"71","number":"12345678****000*","installmentPlanMonths":0,"isInterestFree":false,"interestPayer":null,"approveNo":"00000000","cardType":"신용","amount":15000},
         "virtualAccount":null,"transfer":null,"easyPay":null,"receipt":{"url":"https://dashboard.tosspayments.com/receipt/1"},"checkout":{"url":"https://api.tosspayments.com/checkout"},
         "failure":null,"secret":"ps_fake","discount":null,"country":"KR","metadata":{"cart":"17"} }
        """);
}
