namespace PaymentSdk.Http;

/// <summary>What one call did on the wire: how often it was sent and how the answer is traced.</summary>
internal sealed class WireLog
{
    /// <summary>How many requests may have reached the API: every send that was not surely stopped before it left.</summary>
    public int Sends { get; set; }

    /// <summary>The API's trace id of the last answer, when it gave one.</summary>
    public string? TraceId { get; set; }
}
