namespace PaymentSdk.Tests.Checkout;

/// <summary>A connection to the gateway on which every POST fails to connect once the test has cut it.</summary>
internal sealed class CutConnection
{
    private int _refused;
    private volatile bool _cut;

    public int Refused => Volatile.Read(ref _refused);

    public void CutConfirms() => _cut = true;

    public DelegatingHandler Handler() => new Cutting(this);

    private sealed class Cutting(CutConnection line) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (!line._cut || request.Method != HttpMethod.Post)
                return base.SendAsync(request, cancellationToken);
            Interlocked.Increment(ref line._refused);
            throw new HttpRequestException(HttpRequestError.ConnectionError, "No connection could be made.");
        }
    }
}
