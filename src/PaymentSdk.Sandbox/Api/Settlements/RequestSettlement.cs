using System.Text.Json.Nodes;
using PaymentSdk.Sandbox.Answers;
using PaymentSdk.Sandbox.Api.Pipeline;
using PaymentSdk.Sandbox.Stores;

namespace PaymentSdk.Sandbox.Api.Settlements;

/// <summary><c>POST /v1/settlements</c>: asks to acquire one payment now (docs/spec/payment-api.md §2.3).</summary>
internal sealed class RequestSettlement(PaymentStore books)
{
    public ApiAnswer Answer(ApiRequest request)
    {
        books.RequestAcquire(request.Merchant, Fields.Parse(request.Body).RequiredText("paymentKey", 200));
        return ApiAnswer.Ok(new JsonObject { ["result"] = true });
    }
}
