namespace PaymentSdk.Sandbox.Controls;

/// <summary>The body of <c>POST /sandbox/payments/{paymentKey}/cancel</c>, which may be left out.</summary>
internal sealed record CancelBody(decimal? CancelAmount = null, string? CancelReason = null)
{
    public const string Takes = "{cancelAmount?, cancelReason?}";
}
