using Microsoft.AspNetCore.Mvc.Filters;
using PaymentSdk.AspNetCore.Origins;

namespace PaymentSdk;

/// <summary>
/// Allows only pages of registered merchant origins to call a controller or an action, preflights included. It is the same as
/// <c>RequireMerchantOrigin()</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class RequireMerchantOriginAttribute : Attribute, IMerchantOriginMetadata, IAuthorizationFilter
{
    private readonly string[] _allowHeaders = [];
    private readonly IReadOnlyList<string> _headers = new MerchantOriginOptions().Headers;

    /// <summary>Requires an origin of the default registration.</summary>
    public RequireMerchantOriginAttribute()
        : this("")
    {
    }

    /// <summary>Requires an origin of a named registration.</summary>
    /// <param name="merchant">The name of the registration.</param>
    public RequireMerchantOriginAttribute(string merchant)
    {
        ArgumentNullException.ThrowIfNull(merchant);
        Merchant = merchant;
    }

    /// <summary>The registration whose origins apply; empty for the default one.</summary>
    public string Merchant { get; }

    /// <summary>
    /// The request headers that pages may send in addition to <c>content-type</c>. By default, only <c>content-type</c> is allowed. Names must be in
    /// lower case; <c>*</c> is not allowed.
    /// </summary>
    /// <exception cref="ArgumentException">A name is not a header name in lower case.</exception>
#pragma warning disable CA1819 // A collection in an attribute must be an array.
    public string[] AllowHeaders
#pragma warning restore CA1819
    {
        get => [.. _allowHeaders];
        init
        {
            _allowHeaders = [.. value];
            _headers = new MerchantOriginOptions().AllowHeaders(value).Headers;
        }
    }

    IReadOnlyList<string> IMerchantOriginMetadata.Headers => _headers;

    string IMerchantOriginMetadata.AllowedHeaders => string.Join(", ", _headers);

    /// <summary>Asserts, before the action is prepared, that routing made the decision.</summary>
    void IAuthorizationFilter.OnAuthorization(AuthorizationFilterContext context) => MerchantOriginGuard.Assert(context.HttpContext, Merchant);
}
