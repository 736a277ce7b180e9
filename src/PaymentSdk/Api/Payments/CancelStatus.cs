using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>
/// The status of a cancel. Only cancels of asynchronous foreign methods are ever in progress. An unknown cancel status is kept as received.
/// </summary>
[JsonConverter(typeof(PaymentValueJsonConverter<CancelStatus>)), OpenValue("cancel status")]
public readonly partial record struct CancelStatus : IOpenValue<CancelStatus>
{
    /// <summary>The cancel is done.</summary>
    public static CancelStatus Done { get; } = new("DONE");

    /// <summary>The cancel is in progress.</summary>
    public static CancelStatus InProgress { get; } = new("IN_PROGRESS");

    /// <summary>The cancel failed.</summary>
    public static CancelStatus Aborted { get; } = new("ABORTED");
}
