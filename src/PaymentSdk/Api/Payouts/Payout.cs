using System.Text;
using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>A payout to a seller.</summary>
public sealed record Payout : ApiObject
{
    /// <summary>The API's id of the payout, <c>FPA_…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The shop's own id of the payout.</summary>
    public string? RefPayoutId { get; init; }

    /// <summary>The id of the seller who receives the payout.</summary>
    public string? Destination { get; init; }

    /// <summary>Whether the payout is made at once or on a given day.</summary>
    public PayoutSchedule? ScheduleType { get; init; }

    /// <summary>The day of a scheduled payout; null for an express payout.</summary>
    public DateOnly? PayoutDate { get; init; }

    /// <summary>The amount of the payout, always in KRW.</summary>
    [JsonConverter(typeof(MoneyConverter))]
    public Money? Amount { get; init; }

    /// <summary>The text on the seller's account statement, at most 7 characters.</summary>
    public string? TransactionDescription { get; init; }

    /// <summary>The time at which the payout was requested.</summary>
    public DateTimeOffset? RequestedAt { get; init; }

    /// <summary>The status of the payout.</summary>
    public required PayoutStatus Status { get; init; }

    /// <summary>The reason for the failure of the payout; null unless the payout failed.</summary>
    public PaymentFailure? Error { get; init; }

    /// <summary>The shop's own key-value pairs, at most 5.</summary>
    public IReadOnlyDictionary<string, string?>? Metadata { get; init; }

    /// <summary>Prints only members that are neither personal nor secret.</summary>
    protected override bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [Id, Status, Amount]);
}
