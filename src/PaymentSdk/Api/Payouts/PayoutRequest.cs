using System.Text;
using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>Money to pay out to a seller.</summary>
public sealed record PayoutRequest
{
    /// <summary>The shop's id, so that its answer can be told.</summary>
    public required string RefPayoutId { get; init; }

    /// <summary>The id of the seller.</summary>
    public required string Destination { get; init; }

    /// <summary>At once or on a day.</summary>
    public required PayoutSchedule ScheduleType { get; init; }

    /// <summary>The day, of a scheduled payout: a business day within a year.</summary>
    public DateOnly? PayoutDate { get; init; }

    /// <summary>How much; KRW only.</summary>
    [JsonConverter(typeof(MoneyConverter))]
    public required Money Amount { get; init; }

    /// <summary>What the account statement shows: 1 to 7 characters.</summary>
    public required string TransactionDescription { get; init; }

    /// <summary>The shop's own pairs.</summary>
    public IReadOnlyDictionary<string, string>? Metadata { get; init; }

    // Only what is neither personal nor secret is printed.
    private bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [RefPayoutId, Destination, Amount]);
}
