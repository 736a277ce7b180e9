using System.Text.Json;
using PaymentSdk.Api.Json;

namespace PaymentSdk.Api.Payouts;

/// <summary>Reads payouts and sellers: of an answer or of a webhook.</summary>
internal static class PayoutReader
{
    public static string[] Required { get; } = ["id", "status"];

    /// <exception cref="UnreadableAnswerException">It is no payout; the message says why.</exception>
    public static Payout Payout(JsonElement body) => TolerantObject.Read(body, PayoutJson.Default.Payout, MemberRules.Require(Required), []);

    /// <exception cref="UnreadableAnswerException">It is no seller; the message says why.</exception>
    public static Seller Seller(JsonElement body) => TolerantObject.Read(body, PayoutJson.Default.Seller, MemberRules.Require(Required), []);
}
