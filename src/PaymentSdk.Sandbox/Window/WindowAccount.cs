using PaymentSdk.Sandbox.Stores;

namespace PaymentSdk.Sandbox.Window;

/// <summary>The page's options for transfers or for virtual accounts.</summary>
internal sealed record WindowAccount(int? ValidHours, bool UseEscrow, bool CultureExpense, WindowCashReceipt? CashReceipt)
{
    public MethodRequest Wish => new() { ValidHours = ValidHours, UseEscrow = UseEscrow, CultureExpense = CultureExpense, CashReceiptType = CashReceipt?.Type };
}

/// <summary>The cash receipt that the page requested.</summary>
internal sealed record WindowCashReceipt(string? Type);
