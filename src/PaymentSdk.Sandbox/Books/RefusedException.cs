namespace PaymentSdk.Sandbox.Books;

/// <summary>The gateway says no: nothing of the request was done. The code is one of the error table.</summary>
internal sealed class RefusedException(string code) : Exception(code)
{
    public string Code { get; } = code;
}
