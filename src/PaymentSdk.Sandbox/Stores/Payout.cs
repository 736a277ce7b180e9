using System.Text.Json.Nodes;

namespace PaymentSdk.Sandbox.Stores;

/// <summary>A payout from the shop to a seller (docs/spec/payment-api.md §2.9). Its status advances with time.</summary>
internal sealed record Payout
{
    public const string Requested = "REQUESTED";
    public const string InProgress = "IN_PROGRESS";
    public const string Completed = "COMPLETED";
    public const string Failed = "FAILED";
    public const string Canceled = "CANCELED";

    private static readonly TimeSpan _expressTakes = TimeSpan.FromHours(1);
    private static readonly TimeSpan _scheduledAt = TimeSpan.FromHours(10);

    public required string Id { get; init; }

    public required Merchant Merchant { get; init; }

    public required string RefPayoutId { get; init; }

    public required string Destination { get; init; }

    /// <summary>The day of the payout; null for EXPRESS.</summary>
    public required DateOnly? PayoutDate { get; init; }

    public required decimal Amount { get; init; }

    public required string TransactionDescription { get; init; }

    public required DateTimeOffset RequestedAt { get; init; }

    public JsonObject? Metadata { get; init; }

    public required string Status { get; init; }

    /// <summary>Whether the bank will refuse the payout, because the seller's account does not exist.</summary>
    public bool IsDoomed { get; init; }

    /// <summary>The reason why the payout failed; null if it did not fail.</summary>
    public Failure? Error { get; init; }

    /// <summary>Whether the amount is deducted from the balance, because the payout is requested, in progress or completed.</summary>
    public bool TakesMoney => Status is Requested or InProgress or Completed;

    private DateTimeOffset Starts => PayoutDate is { } day ? Korea.Midnight(day) : RequestedAt;

    private DateTimeOffset Ends => PayoutDate is { } day ? Korea.Midnight(day) + _scheduledAt : RequestedAt + _expressTakes;

    /// <summary>Returns the payout in the state that it has at this time.</summary>
    public Payout At(DateTimeOffset now) => this switch
    {
        { Status: Requested or InProgress } when now >= Ends => End(IsDoomed ? "INVALID_ACCOUNT_NUMBER" : null),
        { Status: Requested } when now >= Starts => this with { Status = InProgress },
        _ => this,
    };

    /// <summary>Returns the payout after the bank's answer: completed, or failed with a code.</summary>
    public Payout End(string? refusal) => refusal is null
        ? this with { Status = Completed }
        : this with { Status = Failed, Error = new Failure(refusal) };

    public override string ToString() => $"{Id} {Status}";
}
