using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using PaymentSdk.Api.Errors;

namespace PaymentSdk.Api;

/// <summary>The catalog of the known error codes of the API. The API may add codes without notice.</summary>
public static class ErrorCatalog
{
    private static readonly FrozenDictionary<string, ErrorInfo> Known =
        ((ErrorInfo[][])[BuyerCodes.Rows, RequestCodes.Rows, RefusalCodes.Rows, OpenCodes.Rows, WindowCodes.Rows])
        .SelectMany(rows => rows)
        .ToFrozenDictionary(info => info.Code.Value, StringComparer.Ordinal);

    /// <summary>All known codes, in no particular order.</summary>
    public static IReadOnlyList<ErrorInfo> All => Known.Values;

    /// <summary>Finds the entry of a code. Returns false when the code is not known.</summary>
    public static bool TryFind(PaymentErrorCode code, [NotNullWhen(true)] out ErrorInfo? info) => Known.TryGetValue(code.Value, out info);

    /// <summary>Returns the class of a code; <see cref="ErrorClass.OutcomeUnknown"/> when the code is not known.</summary>
    public static ErrorClass ClassOf(PaymentErrorCode code) => TryFind(code, out var info) ? info.Class : ErrorClass.OutcomeUnknown;

    /// <summary>Returns the text to show to the buyer. For an unknown code it says that the result is being checked.</summary>
    public static BuyerText TextFor(PaymentErrorCode code) => TryFind(code, out var info) ? info.BuyerText : SharedTexts.Checking;

    /// <summary>Returns whether the code means that the shop's keys or the request's credentials are wrong, which no buyer can correct.</summary>
    internal static bool RefusesKeys(PaymentErrorCode code) =>
        code.Value is "UNAUTHORIZED_KEY" or "INCORRECT_BASIC_AUTH_FORMAT" or "INVALID_API_KEY";
}
