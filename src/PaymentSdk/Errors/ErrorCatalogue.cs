using System.Diagnostics.CodeAnalysis;

namespace PaymentSdk;

/// <summary>Every error code of the API that is known, as data.</summary>
public static class ErrorCatalogue
{
    /// <summary>What is known of a code.</summary>
    public static bool TryFind(PaymentErrorCode code, [NotNullWhen(true)] out ErrorInfo? info)
    {
        info = null;
        return false;
    }
}
