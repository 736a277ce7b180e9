using PaymentSdk.Api.Payments;
using PaymentSdk.Values;

namespace PaymentSdk.Api.BrandPay;

/// <summary>Refuses a request that the API could only refuse, before anything is sent (docs/spec/payment-api.md §2.6).</summary>
internal static class BrandPayCheck
{
    public static void Scope(IReadOnlyList<BrandPayScope> scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        if (scope.Count is < 1 or > 2)
            throw new ArgumentException("Scope has one or two items: at most one sign-up item and one method item.", nameof(scope));
    }

    public static void Check(BrandPayAgreement request)
    {
        ArgumentNullException.ThrowIfNull(request);
        Rule.Key(request.IdempotencyKey);
        Rule.Given(request.CustomerKey);
        Scope(request.Scope);
        ArgumentNullException.ThrowIfNull(request.TermsId);
    }

    public static void Check(BrandPayTokenRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        Rule.Key(request.IdempotencyKey);
        Rule.Given(request.CustomerKey);
        if (request.Code is null == request.RefreshToken is null)
            throw new ArgumentException("Code and RefreshToken exclude each other: set exactly one of them.", nameof(request));
    }

    public static void Check(BrandPayConfirmRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        Rule.Key(request.IdempotencyKey);
        Rule.Given(request.PaymentKey);
        Rule.Given(request.CustomerKey);
        Rule.Given(request.OrderId);
        Rule.Positive(request.Amount);
    }

    public static void Check(BrandPayPaymentRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        Rule.Key(request.IdempotencyKey);
        Rule.Given(request.CustomerKey);
        Rule.Given(request.MethodKey);
        Rule.Given(request.OrderId);
        Rule.Positive(request.Amount);
        Rule.Text(request.OrderName, 100);
        Rule.AtMost(request.CustomerEmail, 100);
        Rule.NotNegative(request.TaxFreeAmount);
        CardRules.Instalments(request.CardInstallmentPlan);
    }
}
