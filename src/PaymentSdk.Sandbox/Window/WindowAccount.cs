using PaymentSdk.Sandbox.Stores;

namespace PaymentSdk.Sandbox.Window;

/// <summary>What the page asked of transfers, or of virtual accounts.</summary>
internal sealed record WindowAccount(int? ValidHours, bool UseEscrow, bool CultureExpense, WindowCashReceipt? CashReceipt)
{
    public MethodRequest Wish => new() { ValidHours = ValidHours, UseEscrow = UseEscrow, CultureExpense = CultureExpense, CashReceiptType = CashReceipt?.Type };
}

/// <summary>The cash receipt that the page asked for.</summary>
internal sealed record WindowCashReceipt(string? Type);
