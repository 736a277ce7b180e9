using System.Text.Json;
using PaymentSdk.Api.Json;

namespace PaymentSdk.Api.Wire;

/// <summary>The error in a body: <c>{code,message}</c> of v1 or <c>{error:{code,message}}</c> of v2 (docs/spec/payment-api.md §5.1).</summary>
internal sealed record ErrorBody(PaymentErrorCode Code)
{
    /// <summary>Reads the error of a body. Returns null when the body has no error, two different ones, or cannot be read. Never throws.</summary>
    public static ErrorBody? TryRead(ReadOnlyMemory<byte> body)
    {
        if (!AnswerBody.TryOpen(body, out var root))
            return null;
        if (AnswerBody.TryGetOne(root, "error", out var nested) && nested.ValueKind is JsonValueKind.Object)
            root = nested;
        if (!AnswerBody.TryGetOne(root, "code", out var code) || code.ValueKind is not JsonValueKind.String)
            return null;
        return PrintableText.Clean(code.GetString()) is { } text ? new ErrorBody(PaymentErrorCode.From(text)) : null;
    }
}
