using System.Text.Json;

namespace PaymentSdk.Http;

/// <summary>The error of a body: <c>{code,message}</c> of v1 or <c>{error:{code,message}}</c> of v2 (payment-api.md §5.1). Reading never throws.</summary>
internal sealed record ErrorBody(PaymentErrorCode Code)
{
    public static ErrorBody? TryRead(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return Read(document.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static ErrorBody? Read(JsonElement root)
    {
        if (root.ValueKind is not JsonValueKind.Object)
            return null;
        if (root.TryGetProperty("error", out var nested) && nested.ValueKind is JsonValueKind.Object)
            return Read(nested);
        if (!root.TryGetProperty("code", out var code) || code.ValueKind is not JsonValueKind.String)
            return null;
        return WireWords.Clean(code.GetString()) is { } text ? new ErrorBody(PaymentErrorCode.From(text)) : null;
    }
}
