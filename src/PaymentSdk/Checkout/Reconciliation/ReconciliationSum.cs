namespace PaymentSdk;

/// <summary>The sums of the movements of one method in one currency, in the ledger and at the gateway.</summary>
public sealed record ReconciliationSum
{
    /// <summary>The method, as the API names it; <c>-</c> when it named none.</summary>
    public required string Method { get; init; }

    /// <summary>The currency of both sums.</summary>
    public required Currency Currency { get; init; }

    /// <summary>The number of movements in the ledger.</summary>
    public required int OurCount { get; init; }

    /// <summary>The sum of the ledger's movements; cancels count as negative amounts.</summary>
    public required decimal Ours { get; init; }

    /// <summary>The number of movements at the gateway.</summary>
    public required int TheirCount { get; init; }

    /// <summary>The sum of the gateway's movements; cancels count as negative amounts.</summary>
    public required decimal Theirs { get; init; }

    /// <summary>The ledger's sum minus the gateway's sum; 0 when they agree.</summary>
    public decimal Difference => Ours - Theirs;
}
