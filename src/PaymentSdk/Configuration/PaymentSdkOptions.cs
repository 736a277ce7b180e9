namespace PaymentSdk;

/// <summary>The settings of one registration, bound to the section <c>Payment</c>. Validated at start; every fault is reported at once.</summary>
public sealed class PaymentSdkOptions
{
    /// <summary>The secret key that calls are sent with: <c>test_sk_</c>, <c>test_gsk_</c>, <c>live_sk_</c> or <c>live_gsk_</c>. Required.</summary>
    public string SecretKey { get; set; } = "";

    /// <summary>Secrets that were replaced: they only finish what was begun with them. Default none.</summary>
    public IList<string> PreviousSecretKeys { get; } = [];

    /// <summary>The public key of the window or widget; must be the pair of <see cref="SecretKey"/>. Required.</summary>
    public string ClientKey { get; set; } = "";

    /// <summary>Security keys (64 hexadecimal characters), newest first. Default none.</summary>
    public IList<string> SecurityKeys { get; } = [];

    /// <summary>Base address of the API. Default <c>https://api.tosspayments.com</c>.</summary>
    public string ApiBaseAddress { get; set; } = "https://api.tosspayments.com";

    /// <summary>Address of the browser script. Default <c>https://js.tosspayments.com/v2/standard</c>.</summary>
    public string ScriptAddress { get; set; } = "https://js.tosspayments.com/v2/standard";

    /// <summary>The registered merchant origins, e.g. <c>https://myshop.com</c>; united with those of <c>AddMerchantOrigins</c>.</summary>
    public IList<string> MerchantOrigins { get; } = [];

    /// <summary>Whether pages may call with cookies. Default false. Needs exact origins on https or loopback.</summary>
    public bool AllowCredentials { get; set; }

    /// <summary>Whether callers without an <c>Origin</c> header (native apps, servers) may call the protected endpoints. Default false.</summary>
    public bool AllowRequestsWithoutOrigin { get; set; }

    /// <summary>Registers plain http origins outside loopback. Default false.</summary>
    public bool DangerouslyAllowInsecureOrigins { get; set; }

    /// <summary>Registers <c>*.</c> over a public suffix or a shared shop host. Default false.</summary>
    public bool DangerouslyAllowSharedSuffixPatterns { get; set; }

    /// <summary>Registers app schemes such as <c>capacitor://localhost</c>, which authenticate nothing. Default false.</summary>
    public bool DangerouslyAllowAppSchemes { get; set; }

    /// <summary>
    /// The address of this application that buyers see, e.g. <c>https://myshop.com</c> or <c>https://myshop.com/checkout</c>: the base of
    /// the success and fail addresses. Default: the request's own, after forwarded headers; outside Development a page on https is
    /// answered 503 <c>public-address-unusable</c> where buyers cannot reach that.
    /// </summary>
    public string? PublicAddress { get; set; }

    /// <summary>Where success and fail redirect to: a path or an absolute template on a registered origin. Default <c>/orders/{orderId}</c>.</summary>
    public string ResultPage { get; set; } = "/orders/{orderId}";

    /// <summary>How open outcomes are settled.</summary>
    public RecoveryOptions Recovery { get; } = new();

    /// <summary>How the books are held against the gateway's.</summary>
    public ReconciliationOptions Reconciliation { get; } = new();

    /// <summary>What the ledger keeps, and how long.</summary>
    public RetentionOptions Retention { get; } = new();

    /// <summary>Who may deliver webhooks.</summary>
    public WebhookOptions Webhooks { get; } = new();

    /// <summary>Values of the configuration that could not be read; reported with the faults of the others.</summary>
    internal IList<string> BindingFaults { get; } = [];

    /// <summary>Keys of the section that are not settings and do not look like one: a shop may keep keys of its own beside.</summary>
    internal IList<string> UnknownKeys { get; } = [];
}
