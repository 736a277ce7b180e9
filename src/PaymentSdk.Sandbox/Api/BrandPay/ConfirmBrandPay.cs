using PaymentSdk.Sandbox.Answers;
using PaymentSdk.Sandbox.Api.Payments;
using PaymentSdk.Sandbox.Api.Pipeline;

namespace PaymentSdk.Sandbox.Api.BrandPay;

/// <summary><c>POST /v1/brandpay/payments/confirm</c>: confirms a payment of type BRANDPAY.</summary>
internal sealed class ConfirmBrandPay(PaymentOperations payments)
{
    public ApiAnswer Answer(ApiRequest request) =>
        payments.Confirm(request, Fields.Parse(request.Body).RequiredBrandPayCustomerKey());
}
