using PaymentSdk.Values;

namespace PaymentSdk.Api.Payments;

/// <summary>Normalises a payment, so that callers see the same form in every version of the API.</summary>
internal static class PaymentNormaliser
{
    /// <summary>Writes amounts in the form of the currency and copies the transaction key to its new name (docs/spec/payment-api.md §1.4).</summary>
    public static Payment Normalise(Payment payment)
    {
        var currency = payment.Currency;
        return payment with
        {
            LastTransactionKey = payment.LastTransactionKey ?? payment.TransactionKey,
            TotalAmount = WireAmount.Of(currency, payment.TotalAmount),
            BalanceAmount = WireAmount.Of(currency, payment.BalanceAmount),
            SuppliedAmount = WireAmount.Of(currency, payment.SuppliedAmount),
            Vat = WireAmount.Of(currency, payment.Vat),
            TaxFreeAmount = WireAmount.Of(currency, payment.TaxFreeAmount),
            TaxExemptionAmount = WireAmount.Of(currency, payment.TaxExemptionAmount),
            EasyPayAmount = WireAmount.Of(currency, payment.EasyPayAmount),
            EasyPayDiscountAmount = WireAmount.Of(currency, payment.EasyPayDiscountAmount),
            Cancels = payment.Cancels?.Select(cancel => Normalise(cancel, currency)).ToArray(),
            Card = payment.Card is { } card ? card with { Amount = WireAmount.Of(currency, card.Amount) } : null,
            EasyPay = payment.EasyPay is { } easyPay ? Normalise(easyPay, currency) : null,
            CashReceipt = payment.CashReceipt is { } receipt ? Normalise(receipt, currency) : null,
            CashReceipts = payment.CashReceipts?.Select(entry => Normalise(entry, currency)).ToArray(),
            Discount = payment.Discount is { } discount ? discount with { Amount = WireAmount.Of(currency, discount.Amount) } : null,
        };
    }

    private static PaymentCancel Normalise(PaymentCancel cancel, Currency currency) => cancel with
    {
        CancelAmount = WireAmount.Of(currency, cancel.CancelAmount),
        TaxFreeAmount = WireAmount.Of(currency, cancel.TaxFreeAmount),
        TaxExemptionAmount = WireAmount.Of(currency, cancel.TaxExemptionAmount),
        RefundableAmount = WireAmount.Of(currency, cancel.RefundableAmount),
        CardDiscountAmount = WireAmount.Of(currency, cancel.CardDiscountAmount),
        TransferDiscountAmount = WireAmount.Of(currency, cancel.TransferDiscountAmount),
        EasyPayDiscountAmount = WireAmount.Of(currency, cancel.EasyPayDiscountAmount),
    };

    private static EasyPay Normalise(EasyPay easyPay, Currency currency) => easyPay with
    {
        Amount = WireAmount.Of(currency, easyPay.Amount),
        DiscountAmount = WireAmount.Of(currency, easyPay.DiscountAmount),
    };

    private static PaymentCashReceipt Normalise(PaymentCashReceipt receipt, Currency currency) => receipt with
    {
        Amount = WireAmount.Of(currency, receipt.Amount),
        TaxFreeAmount = WireAmount.Of(currency, receipt.TaxFreeAmount),
    };

    private static PaymentCashReceiptEntry Normalise(PaymentCashReceiptEntry entry, Currency currency) => entry with
    {
        Amount = WireAmount.Of(currency, entry.Amount),
        TaxFreeAmount = WireAmount.Of(currency, entry.TaxFreeAmount),
    };
}
