using PaymentSdk.Sandbox.Stores;

namespace PaymentSdk.Sandbox.Window;

/// <summary>The page's options for cards and wallets.</summary>
internal sealed record WindowCard(
    string? CardCompany, string? EasyPay, int? CardInstallmentPlan, int? MaxCardInstallmentPlan, bool UseCardPoint, string? DiscountCode, bool UseEscrow, decimal TaxExemptionAmount)
{
    public MethodRequest Wish => new()
    {
        CardCompany = CardCompany,
        EasyPay = EasyPay,
        CardInstallmentPlan = CardInstallmentPlan,
        MaxCardInstallmentPlan = MaxCardInstallmentPlan,
        UseCardPoint = UseCardPoint,
        DiscountCode = DiscountCode,
        UseEscrow = UseEscrow,
        TaxExemptionAmount = TaxExemptionAmount,
    };
}
