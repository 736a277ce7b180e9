namespace PaymentSdk.AspNetCore.Origins;

/// <summary>The switches of a registration that decide what may be registered and who may call (docs/spec/http.md §5).</summary>
internal sealed record MerchantOriginSwitches
{
    public bool AllowCredentials { get; init; }

    public bool AllowRequestsWithoutOrigin { get; init; }

    public bool AllowInsecureOrigins { get; init; }

    public bool AllowSharedSuffixPatterns { get; init; }

    public bool AllowAppSchemes { get; init; }

    public static MerchantOriginSwitches Of(PaymentSdkOptions options) => new()
    {
        AllowCredentials = options.AllowCredentials,
        AllowRequestsWithoutOrigin = options.AllowRequestsWithoutOrigin,
        AllowInsecureOrigins = options.DangerouslyAllowInsecureOrigins,
        AllowSharedSuffixPatterns = options.DangerouslyAllowSharedSuffixPatterns,
        AllowAppSchemes = options.DangerouslyAllowAppSchemes,
    };
}
