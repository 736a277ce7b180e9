namespace PaymentSdk;

/// <summary>What a check of the doctor came to.</summary>
public enum PaymentCheckState
{
    /// <summary>Nothing to do.</summary>
    Ok,

    /// <summary>Payments can be taken, but an operator should check.</summary>
    Warning,

    /// <summary>Payments cannot be taken, or not safely. The doctor's exit code is then 1.</summary>
    Fault,
}
