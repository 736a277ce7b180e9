using System.Net;
using System.Net.Sockets;
using System.Text;

namespace NativeConsole;

/// <summary>A payment API with fixed answers on a local socket, so that the console needs no other service.</summary>
internal sealed class CannedApi : IAsyncDisposable
{
    public const string Webhook = """{"eventType":"PAYMENT_STATUS_CHANGED","createdAt":"2026-11-22T12:00:00","data":{"paymentKey":"payment-1","orderId":"order-0001","status":"DONE","totalAmount":15000}}""";

    private const string Payment = """{"paymentKey":"payment-1","orderId":"order-0001","status":"DONE","totalAmount":15000,"method":"카드","card":{"cardType":"신용"}}""";

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _serving;

    public CannedApi()
    {
        _listener.Start();
        _serving = ServeAsync();
    }

    public string Address => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _serving;
        _stop.Dispose();
    }

    private static string AnswerTo(string path) => path switch
    {
        "/v1/payments/confirm" or "/v1/virtual-accounts" => Payment,
        "/v1/billing/authorizations/issue" => """{"billingKey":"billing-1","customerKey":"customer-1","method":"카드","authenticatedAt":"2026-11-22T12:00:00+09:00"}""",
        "/v1/transactions" => """[{"transactionKey":"t1","paymentKey":"payment-1","orderId":"order-0001","status":"DONE","amount":15000,"transactionAt":"2026-11-22T12:00:00+09:00"}]""",
        "/v1/settlements" => """[{"transactionKey":"t1","paymentKey":"payment-1","orderId":"order-0001","amount":15000,"payOutAmount":14670,"soldDate":"2026-11-23"}]""",
        "/v1/cash-receipts" => """{"hasNext":false,"lastCursor":1,"data":[{"receiptKey":"r1","type":"소득공제","issueStatus":"COMPLETED","amount":15000}]}""",
        "/v1/promotions" => """[{"payType":"NORMAL","type":"CARD_POINT","cardPoint":{"issuerCode":"61","dueDate":"2026-12-31"}}]""",
        "/v1/brandpay/payments/methods/customer-1" => """{"isIdentified":true,"cards":[],"accounts":[]}""",
        "/v2/sellers/seller-1" => """{"entityBody":{"id":"seller-1","businessType":"CORPORATE","status":"APPROVED"}}""",
        "/v2/payouts" => """{"entityBody":{"items":[{"id":"FPA_1","refPayoutId":"pay-1","destination":"seller-1","status":"IN_PROGRESS","amount":{"currency":"KRW","value":5000.0}}]}}""",
        _ => """{"code":"NOT_FOUND","message":"-"}""",
    };

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var connection = await _listener.AcceptTcpClientAsync(_stop.Token);
                await AnswerAsync(connection.GetStream());
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException or IOException)
        {
            // The console has finished.
        }
    }

    // Reads one complete request and closes the connection after the answer.
    private async Task AnswerAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
        var path = (await reader.ReadLineAsync(_stop.Token))!.Split(' ')[1].Split('?')[0];
        var length = 0;
        while (await reader.ReadLineAsync(_stop.Token) is { Length: > 0 } header)
        {
            if (header.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))
                length = int.Parse(header.AsSpan("Content-Length:".Length));
        }
        if (length > 0)
            await reader.ReadBlockAsync(new char[length], _stop.Token);
        var body = Encoding.UTF8.GetBytes(AnswerTo(path));
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n"), _stop.Token);
        await stream.WriteAsync(body, _stop.Token);
    }
}
