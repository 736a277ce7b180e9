using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Primitives;
using PaymentSdk.Sandbox.Http;
using PaymentSdk.Sandbox.Stores;

namespace PaymentSdk.Sandbox.Api.Pipeline;

/// <summary>Reads a complete request: its shop or customer, its keys, and its body.</summary>
internal sealed class RequestReader(Merchants merchants, BrandPayStore customers, PublicBase publicBase)
{
    private const int _maxKeyLength = 300;

    /// <summary>Returns the request. Throws if it is not authenticated or cannot be read.</summary>
    public async Task<ApiRequest> ReadAsync(HttpContext context, Authentication entrance)
    {
        var http = context.Request;
        var customer = entrance == Authentication.CustomerToken ? BearerAuthentication.Authenticate(http.Headers.Authorization, customers) : null;
        var merchant = customer?.Merchant ?? BasicAuthentication.Authenticate(http.Headers.Authorization, merchants);
        var key = IdempotencyKey(http);
        if (key is not null)
            context.Response.Headers["idempotency-key"] = key;
        var request = new ApiRequest(
            merchant, http.Method, http.GetEncodedPathAndQuery(), key, http.Headers["TossPayments-Test-Code"], ApiPipeline.IsEnglish(http))
        {
            Customer = customer,
            SecurityKey = entrance == Authentication.Version2 && IsEncryptionAsked(http) ? merchant.SecurityKeys[0] : null,
            IsVersion2 = entrance is Authentication.Version2 or Authentication.Encrypted,
            Base = publicBase.Of(http),
            TraceId = Tracing.Of(context),
            Credentials = http.Headers.Authorization.ToString(),
            Query = new QueryFields(http.Query),
        };
        return entrance == Authentication.Encrypted
            ? await OpenAsync(request, http, context.RequestAborted).ConfigureAwait(false)
            : request with { Body = await RequestBody.ReadAsync(http, context.RequestAborted).ConfigureAwait(false) };
    }

    private static string? IdempotencyKey(HttpRequest http)
    {
        var key = HttpMethods.IsPost(http.Method) && http.Headers["Idempotency-Key"] is [{ Length: > 0 } value, ..] ? value : null;
        return key is { Length: > _maxKeyLength } || (key is not null && !Ascii.IsValid(key))
            ? throw new RefusedException("INVALID_IDEMPOTENCY_KEY")
            : key;
    }

    /// <summary>
    /// Returns true if the caller requests encryption. A call without a body can request it too: then only its answer is encrypted.
    /// </summary>
    private static bool IsEncryptionAsked(HttpRequest http) => http.Headers["TossPayments-api-security-mode"] == "ENCRYPTION";

    /// <summary>
    /// Decrypts the body, regardless of its content type, with any of the shop's security keys. The key that succeeds also encrypts the answer.
    /// </summary>
    private static async Task<ApiRequest> OpenAsync(ApiRequest request, HttpRequest http, CancellationToken cancellationToken)
    {
        if (!IsEncryptionAsked(http))
            throw new RefusedException("INVALID_REQUEST");
        var token = Encoding.ASCII.GetString((await RequestBody.ReadBytesAsync(http, cancellationToken).ConfigureAwait(false)).Span).Trim();
        foreach (var key in request.Merchant.SecurityKeys)
        {
            if (Jwe.Open(token, key) is { } plain)
                return request with { Body = plain, SecurityKey = key };
        }

        throw new RefusedException("INVALID_REQUEST");
    }
}

/// <summary>Finds the customer of a Bearer token (docs/spec/payment-api.md §1.2).</summary>
internal static class BearerAuthentication
{
    private const string _scheme = "Bearer ";

    public static BrandPayCustomer Authenticate(StringValues header, BrandPayStore store) =>
        (header is [{ } value] && value.StartsWith(_scheme, StringComparison.OrdinalIgnoreCase) ? store.Holder(value[_scheme.Length..].Trim()) : null)
        ?? throw new RefusedException("UNAUTHORIZED_KEY");
}
