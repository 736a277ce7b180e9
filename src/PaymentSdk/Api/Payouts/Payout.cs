using System.Text;
using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>Money paid out to a seller.</summary>
public sealed record Payout : ApiObject
{
    /// <summary>The API's id, <c>FPA_…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The shop's id.</summary>
    public string? RefPayoutId { get; init; }

    /// <summary>The id of the seller.</summary>
    public string? Destination { get; init; }

    /// <summary>At once or on a day.</summary>
    public PayoutSchedule? ScheduleType { get; init; }

    /// <summary>The day, of a scheduled payout.</summary>
    public DateOnly? PayoutDate { get; init; }

    /// <summary>How much; KRW only.</summary>
    [JsonConverter(typeof(MoneyConverter))]
    public Money? Amount { get; init; }

    /// <summary>What the account statement shows, at most 7 characters.</summary>
    public string? TransactionDescription { get; init; }

    /// <summary>When it was asked for.</summary>
    public DateTimeOffset? RequestedAt { get; init; }

    /// <summary>How far it is.</summary>
    public required PayoutStatus Status { get; init; }

    /// <summary>Why it failed.</summary>
    public PaymentFailure? Error { get; init; }

    /// <summary>The shop's own pairs, at most 5.</summary>
    public IReadOnlyDictionary<string, string?>? Metadata { get; init; }

    /// <summary>Only what is neither personal nor secret is printed.</summary>
    protected override bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [Id, Status, Amount]);
}
