using System.Text;
using Microsoft.Extensions.Primitives;
using PaymentSdk.Sandbox.Stores;

namespace PaymentSdk.Sandbox.Api.Pipeline;

/// <summary>
/// Finds the shop of an Authorization header. Throws a <see cref="RefusedException"/> with the code of the error (docs/spec/payment-api.md §1.2).
/// </summary>
internal static class BasicAuthentication
{
    private const string _scheme = "Basic ";
    private const string _badFormat = "INCORRECT_BASIC_AUTH_FORMAT";

    public static Merchant Authenticate(StringValues header, Merchants merchants)
    {
        var key = Key(header);
        return merchants.BySecretKey(key)
            ?? throw new RefusedException(merchants.ByClientKey(key) is null ? "UNAUTHORIZED_KEY" : "INVALID_API_KEY");
    }

    /// <summary>Returns the user part of the header. The colon after it is mandatory, and the password must be empty.</summary>
    private static string Key(StringValues header)
    {
        if (header is not [{ } value] || !value.StartsWith(_scheme, StringComparison.OrdinalIgnoreCase))
            throw new RefusedException(_badFormat);
        var bytes = new byte[value.Length];
        if (!Convert.TryFromBase64String(Padded(value[_scheme.Length..].Trim()), bytes, out var length))
            throw new RefusedException(_badFormat);
        var pair = Encoding.UTF8.GetString(bytes, 0, length);
        return pair.EndsWith(':') ? pair[..^1] : throw new RefusedException(_badFormat);
    }

    /// <summary>Adds the padding that some clients omit.</summary>
    private static string Padded(string base64) => base64.PadRight((base64.Length + 3) / 4 * 4, '=');
}
