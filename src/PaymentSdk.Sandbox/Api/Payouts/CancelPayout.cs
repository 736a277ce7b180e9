using PaymentSdk.Sandbox.Answers;
using PaymentSdk.Sandbox.Api.Pipeline;
using PaymentSdk.Sandbox.Stores;

namespace PaymentSdk.Sandbox.Api.Payouts;

/// <summary><c>POST /v2/payouts/{id}/cancel</c>: cancels a payout that is requested and not yet in progress.</summary>
internal sealed class CancelPayout(PayoutStore store)
{
    public ApiAnswer Answer(ApiRequest request, string id) => PayoutJson.Answer(store.Cancel(request.Merchant, id), new Words(request.English));
}
