using PaymentSdk.Sandbox.Answers;
using PaymentSdk.Sandbox.Api.Pipeline;
using PaymentSdk.Sandbox.Stores;

namespace PaymentSdk.Sandbox.Api.Payouts;

/// <summary><c>POST /v2/payouts/{id}/cancel</c>: cancels a payout that was requested and is not in progress yet.</summary>
internal sealed class CancelPayout(PayoutStore store)
{
    public ApiAnswer Answer(ApiRequest request, string id) => PayoutJson.Answer(store.Cancel(request.Merchant, id), new Words(request.English));
}
