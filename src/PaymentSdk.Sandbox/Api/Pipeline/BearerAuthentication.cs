using Microsoft.Extensions.Primitives;
using PaymentSdk.Sandbox.Stores;

namespace PaymentSdk.Sandbox.Api.Pipeline;

/// <summary>Finds the customer of a Bearer token (docs/spec/payment-api.md §1.2).</summary>
internal static class BearerAuthentication
{
    private const string _scheme = "Bearer ";

    public static BrandPayCustomer Authenticate(StringValues header, BrandPayStore books) =>
        (header is [{ } value] && value.StartsWith(_scheme, StringComparison.OrdinalIgnoreCase) ? books.Holder(value[_scheme.Length..].Trim()) : null)
        ?? throw new RefusedException("UNAUTHORIZED_KEY");
}
