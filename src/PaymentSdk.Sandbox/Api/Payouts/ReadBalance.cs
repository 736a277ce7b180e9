using System.Text.Json.Nodes;
using PaymentSdk.Sandbox.Answers;
using PaymentSdk.Sandbox.Api.Pipeline;
using PaymentSdk.Sandbox.Stores;

namespace PaymentSdk.Sandbox.Api.Payouts;

/// <summary><c>GET /v2/balances</c>: returns the balance. In test mode only the available amount is set (docs/spec/payment-api.md §8).</summary>
internal sealed class ReadBalance(PayoutStore store)
{
    public ApiAnswer Answer(ApiRequest request) => Envelope.Entity("balance", new JsonObject
    {
        ["pendingAmount"] = PayoutJson.Amount(0),
        ["availableAmount"] = PayoutJson.Amount(store.Available(request.Merchant)),
    });
}
