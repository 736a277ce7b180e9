namespace PaymentSdk.Checkout.State;

/// <summary>Why an attempt moves, for its journal row.</summary>
/// <param name="Cause">One word of ours: <c>opened</c>, <c>confirm</c>, <c>answer</c>, <c>query</c>, <c>resend</c>, <c>superseded</c>.</param>
/// <param name="Actor">Who: <c>checkout</c> or <c>recovery</c>.</param>
/// <param name="Evidence">What it was seen by: trace id, status and error code. Never personal data.</param>
/// <param name="GatewayTime">When the gateway says it happened.</param>
internal sealed record MoveReason(string Cause, string Actor, string? Evidence = null, DateTimeOffset? GatewayTime = null)
{
    public const string Checkout = "checkout";
    public const string Recovery = "recovery";
    public const string Webhook = "webhook";
}
