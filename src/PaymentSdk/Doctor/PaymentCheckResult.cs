namespace PaymentSdk;

/// <summary>One line of the doctor's report.</summary>
/// <param name="Name">What was examined, e.g. <c>keys</c>.</param>
/// <param name="State">The result of the check.</param>
/// <param name="Finding">What was found. It must not contain a secret: show a key only by its prefix and length.</param>
/// <param name="Advice">What to do; null when no action is needed.</param>
public sealed record PaymentCheckResult(string Name, PaymentCheckState State, string Finding, string? Advice = null);
