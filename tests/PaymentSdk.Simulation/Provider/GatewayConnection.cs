using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using PaymentSdk.Simulation.Worlds;

namespace PaymentSdk.Simulation.Provider;

/// <summary>
/// The primary handler of one process, connected to the gateway. Requests that have left arrive even if the process dies.
/// </summary>
internal sealed class GatewayConnection(GatewayModel gateway, Life life, int process) : HttpMessageHandler
{
    private static readonly Dictionary<string, string> Secrets = new(StringComparer.Ordinal);
    private static readonly Lock Reading = new();

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        gateway.World.CheckThread();
        var (operation, paymentKey, orderId, token) = Route(request);
        var body = Body(request);
        var fields = RequestFields.Read(body);
        paymentKey ??= fields.PaymentKey;
        orderId ??= fields.OrderId;
        var subject = gateway.SubjectOf(operation, paymentKey, orderId, operation == GatewayOperation.KeyIn ? fields.CardNumber : token);
        var (call, fault) = gateway.Next(operation, subject, process);
        var send = new Send
        {
            Number = gateway.NextNumber(),
            At = gateway.World.Now,
            From = life,
            Process = process,
            Operation = operation,
            Url = request.RequestUri!.OriginalString,
            Secret = SecretOf(request.Headers.Authorization),
            Key = request.Headers.TryGetValues("Idempotency-Key", out var keys) ? keys.First() : null,
            Body = body,
            PaymentKey = paymentKey,
            OrderId = orderId,
            Amount = operation == GatewayOperation.Cancel ? fields.CancelAmount : fields.Amount,
            RefundableAmount = fields.RefundableAmount,
            Reason = fields.CancelReason,
            Fields = fields,
            Subject = subject,
            Fault = fault,
        };
        return new Exchange(gateway, life, send, gateway.ChanceOf(call)).RunAsync(cancellationToken);
    }

    private static (GatewayOperation Operation, string? PaymentKey, string? OrderId, string? Token) Route(HttpRequestMessage request)
    {
        var path = request.RequestUri!.OriginalString;
        path = path[path.IndexOf("/v1/", StringComparison.Ordinal)..];
        var question = path.IndexOf('?', StringComparison.Ordinal);
        var parts = (question < 0 ? path : path[..question]).Split('/');
        var isPost = request.Method == HttpMethod.Post;
        return (isPost, parts) switch
        {
            (true, ["", "v1", "payments", "confirm"]) => (GatewayOperation.Confirm, null, null, null),
            (true, ["", "v1", "payments", "key-in"]) => (GatewayOperation.KeyIn, null, null, null),
            (true, ["", "v1", "payments", var key, "cancel"]) => (GatewayOperation.Cancel, Uri.UnescapeDataString(key), null, null),
            (true, ["", "v1", "brandpay", "payments", "confirm"]) => (GatewayOperation.BrandPayConfirm, null, null, null),
            (true, ["", "v1", "billing", var key]) => (GatewayOperation.BillingApprove, null, null, Uri.UnescapeDataString(key)),
            (false, ["", "v1", "payments", "orders", var order]) => (GatewayOperation.GetByOrderId, null, Uri.UnescapeDataString(order), null),
            (false, ["", "v1", "payments", var key]) => (GatewayOperation.Get, Uri.UnescapeDataString(key), null, null),
            (false, ["", "v1", "transactions"]) => (GatewayOperation.Transactions, null, null, null),
            _ => (GatewayOperation.Other, null, null, null),
        };
    }

    private static byte[] Body(HttpRequestMessage request) =>
        request.Content is { } content ? content.ReadAsByteArrayAsync(CancellationToken.None).GetAwaiter().GetResult() : [];

    private static string SecretOf(AuthenticationHeaderValue? authorization)
    {
        if (authorization?.Parameter is not { } parameter)
            return "";
        lock (Reading)
        {
            if (!Secrets.TryGetValue(parameter, out var secret))
                Secrets[parameter] = secret = Encoding.UTF8.GetString(Convert.FromBase64String(parameter)).TrimEnd(':');
            return secret;
        }
    }
}

/// <summary>The failures of a wire, as measured on real sockets (docs/spec/failures.md §3).</summary>
internal static class WireFailures
{
    public static Exception Of(WireFaultKind kind) => kind switch
    {
        WireFaultKind.ConnectionRefused => new HttpRequestException(HttpRequestError.ConnectionError, "Connection refused", new SocketException((int)SocketError.ConnectionRefused)),
        WireFaultKind.NameNotFound => new HttpRequestException(HttpRequestError.NameResolutionError, "Name or service not known", new SocketException((int)SocketError.HostNotFound)),
        WireFaultKind.ProxyRefused => new HttpRequestException(HttpRequestError.ProxyTunnelError, "The proxy tunnel request failed with status code '502'.", null, HttpStatusCode.BadGateway),
        WireFaultKind.TlsRefused => new HttpRequestException(HttpRequestError.SecureConnectionError, "The SSL connection could not be established."),
        WireFaultKind.ResetBeforeWork or WireFaultKind.ResetAfterWork =>
            new HttpRequestException(HttpRequestError.Unknown, "An error occurred while sending the request.", new IOException("Connection reset", new SocketException((int)SocketError.ConnectionReset))),
        WireFaultKind.Garbage => new HttpRequestException(HttpRequestError.InvalidResponse, "Received an invalid status line"),
        _ => new HttpRequestException(HttpRequestError.ResponseEnded, "The response ended prematurely.", new HttpIOException(HttpRequestError.ResponseEnded)),
    };
}
