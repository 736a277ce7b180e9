using System.Text;
using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>The request for one payout to a seller.</summary>
public sealed record PayoutRequest
{
    /// <summary>The shop's own id of the payout, by which the answer is matched. It must be unique within one call.</summary>
    public required string RefPayoutId { get; init; }

    /// <summary>The id of the seller who receives the payout.</summary>
    public required string Destination { get; init; }

    /// <summary>Whether the payout is made at once or on a given day.</summary>
    public required PayoutSchedule ScheduleType { get; init; }

    /// <summary>The day of a scheduled payout, which must be a business day within one year; null for an express payout.</summary>
    public DateOnly? PayoutDate { get; init; }

    /// <summary>The amount to pay out. It must be in KRW.</summary>
    [JsonConverter(typeof(MoneyConverter))]
    public required Money Amount { get; init; }

    /// <summary>The text on the seller's account statement: 1 to 7 characters.</summary>
    public required string TransactionDescription { get; init; }

    /// <summary>The shop's own key-value pairs: at most 5, with keys of at most 40 and values of at most 500 characters.</summary>
    public IReadOnlyDictionary<string, string>? Metadata { get; init; }

    // Prints only members that are neither personal nor secret.
    private bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [RefPayoutId, Destination, Amount]);
}
