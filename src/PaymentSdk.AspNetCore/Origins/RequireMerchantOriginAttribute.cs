using Microsoft.AspNetCore.Mvc.Filters;
using PaymentSdk.AspNetCore.Origins;

namespace PaymentSdk;

/// <summary>Lets only pages of registered merchant origins call a controller or an action, preflights included; the same as <c>RequireMerchantOrigin()</c>.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class RequireMerchantOriginAttribute : Attribute, IMerchantOriginMetadata, IAuthorizationFilter
{
    private readonly string[] _allowHeaders = [];
    private readonly IReadOnlyList<string> _headers = new MerchantOriginOptions().Headers;

    /// <summary>For the default registration.</summary>
    public RequireMerchantOriginAttribute()
        : this("")
    {
    }

    /// <summary>For a named registration.</summary>
    /// <param name="merchant">Its name.</param>
    public RequireMerchantOriginAttribute(string merchant)
    {
        ArgumentNullException.ThrowIfNull(merchant);
        Merchant = merchant;
    }

    /// <summary>The registration whose origins count; empty for the default one.</summary>
    public string Merchant { get; }

    /// <summary>Request headers that pages may send besides <c>content-type</c>. Default none. Lower case; never <c>*</c>.</summary>
    /// <exception cref="ArgumentException">A name is not a header name in lower case.</exception>
#pragma warning disable CA1819 // Attributes take nothing but arrays.
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

    /// <summary>Asserts that routing made the decision, before the action is prepared.</summary>
    void IAuthorizationFilter.OnAuthorization(AuthorizationFilterContext context) => MerchantOriginGuard.Assert(context.HttpContext, Merchant);
}
