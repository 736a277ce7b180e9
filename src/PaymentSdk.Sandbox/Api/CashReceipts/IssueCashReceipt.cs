using PaymentSdk.Sandbox.Answers;
using PaymentSdk.Sandbox.Api.Pipeline;
using PaymentSdk.Sandbox.Stores;

namespace PaymentSdk.Sandbox.Api.CashReceipts;

/// <summary><c>POST /v1/cash-receipts</c> (docs/spec/payment-api.md §2.4).</summary>
internal sealed class IssueCashReceipt(CashReceiptStore books, SandboxClock clock)
{
    public ApiAnswer Answer(ApiRequest request)
    {
        var body = Fields.Parse(request.Body);
        var receipt = books.Issue((number, now) => new CashReceipt
        {
            Number = number,
            Merchant = request.Merchant,
            ReceiptKey = Identifiers.ReceiptKey(),
            IssueNumber = Identifiers.IssueNumber(),
            OrderId = body.RequiredText("orderId", 64),
            OrderName = body.RequiredText("orderName", 100),
            Type = body.RequiredText("type", 10),
            CustomerIdentityNumber = body.RequiredText("customerIdentityNumber", 30),
            Amount = body.RequiredAmount("amount"),
            TaxFreeAmount = body.Amount("taxFreeAmount") ?? 0,
            RequestedAt = now,
        } switch
        {
            var made when Refusal(made) is { } code => throw new RefusedException(code),
            var made => made,
        });
        return ApiAnswer.Ok(CashReceiptJson.Write(receipt, request.Base, new Words(request.English), clock.GetUtcNow()));
    }

    private static string? Refusal(CashReceipt receipt) => receipt switch
    {
        _ when !SessionRules.IsOrderId(receipt.OrderId) => "INVALID_REQUEST",
        { Type: not ("소득공제" or "지출증빙") } => "INVALID_CASH_RECEIPT_INFO",
        _ when receipt.CustomerIdentityNumber.AsSpan().ContainsAnyExceptInRange('0', '9') => "INVALID_CASH_RECEIPT_INFO",
        { Type: "지출증빙", CustomerIdentityNumber.Length: < 10 } => "INVALID_BUSINESS_NUMBER",
        _ when !SessionRules.IsAmount(receipt.Amount, 0) => "INVALID_REQUEST",
        _ when receipt.TaxFreeAmount < 0 || receipt.TaxFreeAmount > receipt.Amount => "INVALID_REQUEST",
        _ => null,
    };
}
