using PaymentSdk.Api.Payments;
using PaymentSdk.Values;

namespace PaymentSdk.Api.Billing;

/// <summary>Rejects a request that the API would refuse, before anything is sent (docs/spec/payment-api.md §2.2).</summary>
internal static class BillingCheck
{
    public static void Check(BillingIssueRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        Rule.Key(request.IdempotencyKey);
        Rule.Text(request.AuthKey, 300);
        Rule.Customer(request.CustomerKey);
    }

    public static void Check(BillingCardRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        Rule.Key(request.IdempotencyKey);
        Rule.Customer(request.CustomerKey);
        CardRules.Card(request.CardNumber, request.CardExpirationYear, request.CardExpirationMonth);
        CardRules.Owner(request.CustomerIdentityNumber, request.CardPassword);
        Rule.AtMost(request.CustomerName, 100);
        Rule.AtMost(request.CustomerEmail, 100);
        CardRules.Verification(request.Vbv);
    }

    public static void Check(BillingApproveRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        Rule.Key(request.IdempotencyKey);
        Rule.Positive(request.Amount);
        Rule.Customer(request.CustomerKey);
        Rule.Given(request.OrderId);
        Rule.Text(request.OrderName, 100);
        Rule.AtMost(request.CustomerEmail, 100);
        Rule.AtMost(request.CustomerName, 100);
        Rule.NotNegative(request.TaxFreeAmount);
        Rule.NotNegative(request.TaxExemptionAmount);
        Rule.Sendable(request.CustomerIp);
        CardRules.Installments(request.CardInstallmentPlan);
    }
}
