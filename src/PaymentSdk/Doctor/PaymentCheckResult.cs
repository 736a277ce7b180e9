namespace PaymentSdk;

/// <summary>One line of the doctor's report.</summary>
/// <param name="Name">What was looked at, e.g. <c>keys</c>.</param>
/// <param name="State">What it came to.</param>
/// <param name="Finding">What was found. Never a secret: a key is shown by its prefix and length.</param>
/// <param name="Advice">What to do; null when there is nothing to do.</param>
public sealed record PaymentCheckResult(string Name, PaymentCheckState State, string Finding, string? Advice = null);
