using System.Globalization;
using System.Text.Json.Nodes;
using PaymentSdk.Sandbox.Stores;

namespace PaymentSdk.Sandbox.Api.Promotions;

/// <summary>
/// The promotions of this gateway (docs/spec/payment-api.md §3.10): one of each kind, valid until the end of the next month by the gateway's clock.
/// The promotions of a real shop depend on its contract.
/// </summary>
internal sealed class PromotionCatalog(SandboxClock clock)
{
    /// <summary>The last day of the promotions. They are valid until its last second.</summary>
    private string DueDate
    {
        get
        {
            var today = Korea.Day(clock.GetUtcNow());
            return new DateOnly(today.Year, today.Month, 1).AddMonths(2).AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        }
    }

    /// <summary>
    /// Returns the instant discount of a card. The name of the member with the card company's code depends on the enclosing object.
    /// </summary>
    public JsonObject CardDiscount(string codeMember) => new()
    {
        [codeMember] = Stores.CardDiscount.CompanyCode,
        ["discountAmount"] = Stores.CardDiscount.Amount,
        ["balance"] = 1_000_000,
        ["discountCode"] = Stores.CardDiscount.Code,
        ["dueDate"] = DueDate,
        ["minimumPaymentAmount"] = Stores.CardDiscount.Least,
        ["maximumPaymentAmount"] = Stores.CardDiscount.Most,
        ["currency"] = "KRW",
    };

    public JsonObject CardInterestFree(string codeMember) => new()
    {
        [codeMember] = "41",
        ["minimumPaymentAmount"] = 50_000,
        ["currency"] = "KRW",
        ["dueDate"] = DueDate,
        ["installmentFreeMonths"] = new JsonArray(2, 3, 4, 5, 6),
    };

    public JsonObject CardPoint(string codeMember) => new()
    {
        [codeMember] = "11",
        ["minimumPaymentAmount"] = 10_000,
        ["currency"] = "KRW",
        ["dueDate"] = DueDate,
    };

    public JsonObject BankDiscount() => new()
    {
        ["type"] = "FIXED_RATE",
        ["bankCode"] = "88",
        ["discountAmount"] = null,
        ["discountRate"] = 0.05m,
        ["minimumPaymentAmount"] = 10_000,
        ["maximumPaymentAmount"] = 500_000,
        ["currency"] = "KRW",
        ["discountCode"] = Stores.CardDiscount.Code,
        ["dueDate"] = DueDate,
    };
}
