namespace PaymentSdk.Checkout.State;

/// <summary>The reason for a move of an attempt, for its journal row.</summary>
/// <param name="Cause">
/// One word of the SDK, for example <c>opened</c>, <c>confirm</c>, <c>answer</c>, <c>query</c>, <c>resend</c> or <c>superseded</c>.
/// </param>
/// <param name="Actor">The actor: <c>checkout</c>, <c>recovery</c>, <c>webhook</c>, or the actor whom a caller or an operator named.</param>
/// <param name="Evidence">The evidence, for example status, error code and trace id of an answer. Never personal data.</param>
/// <param name="GatewayTime">The time of the approval at the gateway; null when the answer contained none.</param>
internal sealed record MoveReason(string Cause, string Actor, string? Evidence = null, DateTimeOffset? GatewayTime = null)
{
    public const string Checkout = "checkout";
    public const string Recovery = "recovery";
    public const string Webhook = "webhook";
}
