using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>How far a cancel is; only asynchronous foreign methods take time. An unknown cancel status is kept as it came.</summary>
[JsonConverter(typeof(PaymentValueJsonConverter<CancelStatus>)), OpenValue("cancel status")]
public readonly partial record struct CancelStatus : IOpenValue<CancelStatus>
{
    /// <summary>Cancelled.</summary>
    public static CancelStatus Done { get; } = new("DONE");

    /// <summary>Being cancelled.</summary>
    public static CancelStatus InProgress { get; } = new("IN_PROGRESS");

    /// <summary>The cancel failed.</summary>
    public static CancelStatus Aborted { get; } = new("ABORTED");
}
