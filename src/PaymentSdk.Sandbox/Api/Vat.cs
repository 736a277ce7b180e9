using PaymentSdk.Sandbox.Books;

namespace PaymentSdk.Sandbox.Api;

/// <summary>Splits what is left of a payment into its supplied amount and VAT (payment-api.md §3.1).</summary>
internal static class Vat
{
    public static decimal Of(Payment payment) => payment.Session.Currency == "KRW"
        ? Math.Round((payment.Balance - payment.TaxFreeBalance) / 11, MidpointRounding.AwayFromZero)
        : 0;

    public static decimal SuppliedAmount(Payment payment) => payment.Balance - payment.TaxFreeBalance - Of(payment);
}
