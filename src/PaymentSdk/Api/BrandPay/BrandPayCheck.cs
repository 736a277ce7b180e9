using PaymentSdk.Api.Payments;
using PaymentSdk.Values;

namespace PaymentSdk.Api.BrandPay;

/// <summary>Rejects a request that the API would refuse, before anything is sent (docs/spec/payment-api.md §2.6).</summary>
internal static class BrandPayCheck
{
    /// <summary>The maximum length of a customer key when a buyer is registered with BrandPay. The rest of the API accepts longer keys.</summary>
    public const int LongestCustomerKey = 50;

    public static void Scope(IReadOnlyList<BrandPayScope> scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        if (scope.Count is < 1 or > 2)
            throw new ArgumentException("Scope must have one or two items.", nameof(scope));
    }

    public static void Check(BrandPayAgreement request)
    {
        ArgumentNullException.ThrowIfNull(request);
        Rule.Key(request.IdempotencyKey);
        Rule.Customer(request.CustomerKey, LongestCustomerKey);
        Scope(request.Scope);
        ArgumentNullException.ThrowIfNull(request.TermsId);
    }

    public static void Check(BrandPayTokenRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        Rule.Key(request.IdempotencyKey);
        Rule.Customer(request.CustomerKey, LongestCustomerKey);
        if (request.Code is null == request.RefreshToken is null)
            throw new ArgumentException("Set exactly one of Code and RefreshToken.", nameof(request));
        if (request.Code is { } code)
            Rule.Given(code, nameof(BrandPayTokenRequest.Code));
        else
            Rule.Given(request.RefreshToken.GetValueOrDefault().Value, nameof(BrandPayTokenRequest.RefreshToken));
        Check(request.CustomerIdentity);
    }

    public static void Check(BrandPayConfirmRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        Rule.Key(request.IdempotencyKey);
        Rule.Given(request.PaymentKey);
        Rule.Customer(request.CustomerKey);
        Rule.Given(request.OrderId);
        Rule.Positive(request.Amount);
    }

    public static void Check(BrandPayPaymentRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        Rule.Key(request.IdempotencyKey);
        Rule.Customer(request.CustomerKey);
        Rule.Given(request.MethodKey);
        Rule.Given(request.OrderId);
        Rule.Positive(request.Amount);
        Rule.Text(request.OrderName, 100);
        Rule.AtMost(request.CustomerEmail, 100);
        Rule.Sendable(request.DiscountCode);
        Rule.Sendable(request.CashReceipt?.RegistrationNumber, "CashReceipt.RegistrationNumber");
        Rule.NotNegative(request.TaxFreeAmount);
        CardRules.Installments(request.CardInstallmentPlan);
    }

    private static void Check(BrandPayIdentity? identity)
    {
        Rule.Sendable(identity?.Ci, "CustomerIdentity.Ci");
        Rule.Sendable(identity?.MobilePhone, "CustomerIdentity.MobilePhone");
        Rule.Sendable(identity?.Name, "CustomerIdentity.Name");
        Rule.Sendable(identity?.Rrn, "CustomerIdentity.Rrn");
    }
}
