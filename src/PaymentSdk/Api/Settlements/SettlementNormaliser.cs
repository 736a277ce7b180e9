using PaymentSdk.Values;

namespace PaymentSdk.Api.Settlements;

/// <summary>Gives a settlement the form that callers may rely on: amounts in the form of the currency, the fee base under one name (docs/spec/payment-api.md, appendix B).</summary>
internal static class SettlementNormaliser
{
    public static MerchantSettlement Normalise(MerchantSettlement row) => row with
    {
        Amount = WireAmount.Of(row.Currency, row.Amount),
        InterestFee = WireAmount.Of(row.Currency, row.InterestFee),
        SupplyAmount = WireAmount.Of(row.Currency, row.SupplyAmount ?? row.SuppliedAmount),
        Vat = WireAmount.Of(row.Currency, row.Vat),
        Fee = WireAmount.Of(row.Currency, row.Fee),
        PayOutAmount = WireAmount.Of(row.Currency, row.PayOutAmount),
        Fees = row.Fees?.Select(fee => fee with { Fee = WireAmount.Of(row.Currency, fee.Fee) }).ToArray(),
    };
}
