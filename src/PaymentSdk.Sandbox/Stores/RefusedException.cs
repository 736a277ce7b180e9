namespace PaymentSdk.Sandbox.Stores;

/// <summary>The exception that is thrown when the gateway refuses a request and changes nothing. The code is in the error table.</summary>
/// <param name="code">The error code.</param>
/// <param name="member">The member of the request that the message names; null if the code is sufficient.</param>
internal sealed class RefusedException(string code, string? member = null) : Exception(code)
{
    public string Code { get; } = code;

    public string? Member { get; } = member;
}
