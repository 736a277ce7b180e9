using PaymentSdk.Sandbox.Stores;

namespace PaymentSdk.Sandbox.Answers;

/// <summary>Splits what is left of a payment into its supplied amount and VAT (docs/spec/payment-api.md §3.1).</summary>
internal static class Vat
{
    public static decimal Of(Payment payment) => payment.Session.Currency == "KRW"
        ? Math.Round(Taxed(payment) / 11, MidpointRounding.AwayFromZero)
        : 0;

    public static decimal SuppliedAmount(Payment payment) => Taxed(payment) - Of(payment);

    /// <summary>What is left of the payment and is subject to VAT, VAT included.</summary>
    private static decimal Taxed(Payment payment) => payment.Balance - payment.TaxFreeBalance - payment.TaxExemptionBalance;
}
