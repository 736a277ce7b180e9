using PaymentSdk.Sandbox.Answers;
using PaymentSdk.Sandbox.Api.Pipeline;
using PaymentSdk.Sandbox.Stores;

namespace PaymentSdk.Sandbox.Api.CashReceipts;

/// <summary><c>POST /v1/cash-receipts/{receiptKey}/cancel</c>: without an amount all of it.</summary>
internal sealed class CancelCashReceipt(CashReceiptStore books, SandboxClock clock)
{
    public ApiAnswer Answer(ApiRequest request, string receiptKey)
    {
        var amount = request.Body.IsEmpty ? null : Fields.Parse(request.Body).Amount("amount");
        var cancel = books.Cancel(request.Merchant, receiptKey, amount);
        return ApiAnswer.Ok(CashReceiptJson.Write(cancel, request.Base, new Words(request.English), clock.GetUtcNow()));
    }
}
