using Microsoft.Extensions.Logging;
using PaymentSdk.Checkout;
using PaymentSdk.Settings;

namespace PaymentSdk.Books;

/// <summary>What the books of one registration work with.</summary>
internal sealed record BooksContext(
    string Merchant,
    IOrderLedger Ledger,
    IPaymentClient Client,
    IPaymentSettingsSource Settings,
    TimeProvider Time,
    Adopting Adopting,
    ILogger Logger)
{
    /// <summary>The day it is in Asia/Seoul.</summary>
    public DateOnly Today => Values.KoreanTime.DayOf(Time.GetUtcNow());
}
