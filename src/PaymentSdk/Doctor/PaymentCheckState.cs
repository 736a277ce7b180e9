namespace PaymentSdk;

/// <summary>The result of a check of the doctor.</summary>
public enum PaymentCheckState
{
    /// <summary>No action is needed.</summary>
    Ok,

    /// <summary>Payments can be taken, but an operator should check.</summary>
    Warning,

    /// <summary>Payments cannot be taken, or cannot be taken safely. The doctor's exit code is then 1.</summary>
    Fault,
}
