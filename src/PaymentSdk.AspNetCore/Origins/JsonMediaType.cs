using Microsoft.Extensions.Primitives;

namespace PaymentSdk.AspNetCore.Origins;

/// <summary>
/// Recognizes <c>application/json</c>, with or without parameters. A page cannot send this media type across origins without a preflight.
/// </summary>
internal static class JsonMediaType
{
    private const string Json = "application/json";

    public static bool Is(StringValues contentType)
    {
        if (contentType.Count != 1 || contentType[0] is not { } value || !value.StartsWith(Json, StringComparison.OrdinalIgnoreCase))
            return false;
        if (value.Length == Json.Length || value[Json.Length] == ';')
            return true;
        var rest = value.AsSpan(Json.Length).TrimStart(" \t");
        return rest.IsEmpty || rest[0] == ';';
    }
}
