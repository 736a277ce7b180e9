using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using PaymentSdk.Api.Errors;

namespace PaymentSdk.Api;

/// <summary>Every error code of the API that is known, as data. New codes appear without notice.</summary>
public static class ErrorCatalogue
{
    private static readonly FrozenDictionary<string, ErrorInfo> Known =
        ((ErrorInfo[][])[BuyerCodes.Rows, RequestCodes.Rows, RefusalCodes.Rows, OpenCodes.Rows, WindowCodes.Rows])
        .SelectMany(rows => rows)
        .ToFrozenDictionary(info => info.Code.Value, StringComparer.Ordinal);

    /// <summary>Every known code, in no order.</summary>
    public static IReadOnlyList<ErrorInfo> All => Known.Values;

    /// <summary>What is known of a code.</summary>
    public static bool TryFind(PaymentErrorCode code, [NotNullWhen(true)] out ErrorInfo? info) => Known.TryGetValue(code.Value, out info);

    /// <summary>What a code asks for; <see cref="ErrorClass.OutcomeUnknown"/> when it is not known.</summary>
    public static ErrorClass ClassOf(PaymentErrorCode code) => TryFind(code, out var info) ? info.Class : ErrorClass.OutcomeUnknown;

    /// <summary>What to tell the buyer; for a code that is not known, that the result is being checked.</summary>
    public static BuyerText TextFor(PaymentErrorCode code) => TryFind(code, out var info) ? info.BuyerText : SharedTexts.Checking;

    /// <summary>Whether the code says that the shop's keys or the request's credentials are wrong: no buyer can do anything about it.</summary>
    internal static bool RefusesKeys(PaymentErrorCode code) =>
        code.Value is "UNAUTHORIZED_KEY" or "INCORRECT_BASIC_AUTH_FORMAT" or "INVALID_API_KEY";
}
