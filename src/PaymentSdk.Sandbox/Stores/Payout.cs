using System.Text.Json.Nodes;

namespace PaymentSdk.Sandbox.Stores;

/// <summary>Money on its way from the shop to a seller (docs/spec/payment-api.md §2.9). Time alone moves it on.</summary>
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

    /// <summary>Null for EXPRESS.</summary>
    public required DateOnly? PayoutDate { get; init; }

    public required decimal Amount { get; init; }

    public required string TransactionDescription { get; init; }

    public required DateTimeOffset RequestedAt { get; init; }

    public JsonObject? Metadata { get; init; }

    public required string Status { get; init; }

    /// <summary>The seller's account does not exist: the bank will refuse it.</summary>
    public bool IsDoomed { get; init; }

    /// <summary>Why it failed; null when it did not.</summary>
    public Failure? Error { get; init; }

    /// <summary>Whether its amount is deducted from the balance: it is under way or paid.</summary>
    public bool TakesMoney => Status is Requested or InProgress or Completed;

    private DateTimeOffset Starts => PayoutDate is { } day ? Korea.Midnight(day) : RequestedAt;

    private DateTimeOffset Ends => PayoutDate is { } day ? Korea.Midnight(day) + _scheduledAt : RequestedAt + _expressTakes;

    /// <summary>The payout as it stands at this moment.</summary>
    public Payout At(DateTimeOffset now) => this switch
    {
        { Status: Requested or InProgress } when now >= Ends => End(IsDoomed ? "INVALID_ACCOUNT_NUMBER" : null),
        { Status: Requested } when now >= Starts => this with { Status = InProgress },
        _ => this,
    };

    /// <summary>The bank answered: paid, or refused with a code.</summary>
    public Payout End(string? refusal) => refusal is null
        ? this with { Status = Completed }
        : this with { Status = Failed, Error = new Failure(refusal) };

    public override string ToString() => $"{Id} {Status}";
}
