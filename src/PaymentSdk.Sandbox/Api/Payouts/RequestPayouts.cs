using PaymentSdk.Sandbox.Answers;
using PaymentSdk.Sandbox.Api.Pipeline;
using PaymentSdk.Sandbox.Stores;

namespace PaymentSdk.Sandbox.Api.Payouts;

/// <summary><c>POST /v2/payouts</c>: requests 1 to 100 payouts, all or none. Two calls without the same idempotency key pay twice.</summary>
internal sealed class RequestPayouts(PayoutStore store, SandboxClock clock)
{
    private const int _most = 100;

    public ApiAnswer Answer(ApiRequest request)
    {
        var bodies = Fields.ParseOneOrMany(request.Body);
        if (bodies.Count is < 1 or > _most)
            throw new RefusedException("INVALID_REQUEST");
        var now = clock.GetUtcNow();
        var payouts = store.Request([.. bodies.Select(body => body.RequiredPayout(request.Merchant, now))]);
        var words = new Words(request.English);
        return Envelope.List(payouts.Select(payout => PayoutJson.Write(payout, words)), hasNext: false, payouts[^1].Id);
    }
}
