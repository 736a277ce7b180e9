using System.Globalization;
using System.Text.Json.Nodes;
using PaymentSdk.Sandbox.Stores;

namespace PaymentSdk.Sandbox.Api.Promotions;

/// <summary>
/// The promotions that this gateway plays (docs/spec/payment-api.md §3.10): one of each kind, valid until the end of the next month by its clock.
/// What a real shop sees depends on its contract.
/// </summary>
internal sealed class PromotionCatalog(SandboxClock clock)
{
    /// <summary>The last day, valid to its last second.</summary>
    private string DueDate
    {
        get
        {
            var today = Korea.Day(clock.GetUtcNow());
            return new DateOnly(today.Year, today.Month, 1).AddMonths(2).AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        }
    }

    /// <summary>A card's instant discount; the name of the code member depends on the object that it stands in.</summary>
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
