using PaymentSdk.Api;
using PaymentSdk.Api.Billing;
using PaymentSdk.Api.Payments;

namespace PaymentSdk.Checkout.Charges;

/// <summary>Creates the API requests of charges, and checks them before anything is written.</summary>
internal static class ChargeRequests
{
    private static readonly IdempotencyKey AnyKey = IdempotencyKey.Parse("check");

    /// <summary>Checks everything for which the API client would refuse the request after the row was written.</summary>
    /// <exception cref="ArgumentException">A value is invalid; the message names it and the rule.</exception>
    public static void Check(Charge charge, OrderId orderId)
    {
        switch (charge)
        {
            case BillingCharge billing:
                Values.Rule.Given(billing.BillingKey);
                BillingCheck.Check(Of(billing, orderId, AnyKey));
                break;
            case KeyInCharge keyIn:
                RequestCheck.Check(Of(keyIn, orderId, AnyKey));
                break;
            default:
                throw new ArgumentException($"{charge.GetType()} is not a charge that can be sent.", nameof(charge));
        }
    }

    public static BillingApproveRequest Of(BillingCharge charge, OrderId orderId, IdempotencyKey key) => new()
    {
        Amount = charge.Amount.Value,
        CustomerKey = charge.CustomerKey,
        OrderId = orderId,
        OrderName = charge.OrderName,
        CustomerEmail = charge.CustomerEmail,
        CustomerName = charge.CustomerName,
        TaxFreeAmount = charge.TaxFreeAmount,
        CardInstallmentPlan = charge.CardInstallmentPlan,
        IdempotencyKey = key,
    };

    public static KeyInRequest Of(KeyInCharge charge, OrderId orderId, IdempotencyKey key) => new()
    {
        Amount = charge.Amount.Value,
        OrderId = orderId,
        OrderName = charge.OrderName,
        CardNumber = charge.CardNumber,
        CardExpirationYear = charge.CardExpirationYear,
        CardExpirationMonth = charge.CardExpirationMonth,
        CustomerIdentityNumber = charge.CustomerIdentityNumber,
        CardPassword = charge.CardPassword,
        CardInstallmentPlan = charge.CardInstallmentPlan,
        CustomerEmail = charge.CustomerEmail,
        CustomerName = charge.CustomerName,
        TaxFreeAmount = charge.TaxFreeAmount,
        IdempotencyKey = key,
    };
}
