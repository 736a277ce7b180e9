using System.Text.Json;
using PaymentSdk.Api.Wire;

namespace PaymentSdk.Api.Payouts;

/// <summary>Reads payouts and sellers from webhooks, and lists the members that every payout or seller in an answer must have.</summary>
internal static class PayoutReader
{
    public static string[] Required { get; } = ["id", "status"];

    /// <exception cref="UnreadableAnswerException">The JSON is not a payout; the message says why.</exception>
    public static Payout Payout(JsonElement body) => TolerantObject.Read(body, PayoutJson.Default.Payout, MemberRules.Require(Required), []);

    /// <exception cref="UnreadableAnswerException">The JSON is not a seller; the message says why.</exception>
    public static Seller Seller(JsonElement body) => TolerantObject.Read(body, PayoutJson.Default.Seller, MemberRules.Require(Required), []);
}
