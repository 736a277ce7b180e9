namespace PaymentSdk.Api.Wire;

/// <summary>How long the pipeline waits. Named options of the registration; internal, so that only tests change them.</summary>
internal sealed class PipelineTimings
{
    /// <summary>One send that moves money, its body included. The provider asks for at least 60 seconds (docs/spec/payment-api.md §1.6).</summary>
    public TimeSpan MoneyAttempt { get; set; } = TimeSpan.FromSeconds(65);

    /// <summary>A whole call that moves money, with every send of it.</summary>
    public TimeSpan MoneyTotal { get; set; } = TimeSpan.FromSeconds(75);

    /// <summary>One send of a query.</summary>
    public TimeSpan QueryAttempt { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>A whole query.</summary>
    public TimeSpan QueryTotal { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The wait before the second send; doubled for each further one.</summary>
    public TimeSpan FirstDelay { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>The longest wait between two sends.</summary>
    public TimeSpan LongestDelay { get; set; } = TimeSpan.FromSeconds(4);

    public TimeSpan Attempt(ApiOperation operation) => IsQuick(operation) ? QueryAttempt : MoneyAttempt;

    public TimeSpan Total(ApiOperation operation) => IsQuick(operation) ? QueryTotal : MoneyTotal;

    private static bool IsQuick(ApiOperation operation) => operation is { Kind: OperationKind.Query, IsSlow: false };

    public TimeSpan Delay(int send) => TimeSpan.FromTicks(Math.Min(LongestDelay.Ticks, FirstDelay.Ticks << Math.Min(send, 16)));
}
