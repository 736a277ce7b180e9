namespace PaymentSdk;

/// <summary>
/// The settings of one registration, bound to the section <c>Payment</c>. They are validated when the host starts, and all faults are reported at
/// once.
/// </summary>
public sealed class PaymentSdkOptions
{
    /// <summary>
    /// The secret key that authenticates calls to the API: <c>test_sk_</c>, <c>test_gsk_</c>, <c>live_sk_</c> or <c>live_gsk_</c>. Required.
    /// </summary>
    public string SecretKey { get; set; } = "";

    /// <summary>The secret keys that were replaced. They are used only to finish payments and refunds that began with them. Default empty.</summary>
    public IList<string> PreviousSecretKeys { get; } = [];

    /// <summary>The public client key of the window or widget; must belong to the same pair as <see cref="SecretKey"/>. Required.</summary>
    public string ClientKey { get; set; } = "";

    /// <summary>
    /// The security keys that verify signed webhooks and encrypt requests about payouts and sellers (64 hexadecimal characters each), newest first.
    /// Default empty.
    /// </summary>
    public IList<string> SecurityKeys { get; } = [];

    /// <summary>The base address of the API. Default <c>https://api.tosspayments.com</c>.</summary>
    public string ApiBaseAddress { get; set; } = "https://api.tosspayments.com";

    /// <summary>The address of the browser script. Default <c>https://js.tosspayments.com/v2/standard</c>.</summary>
    public string ScriptAddress { get; set; } = "https://js.tosspayments.com/v2/standard";

    /// <summary>
    /// The registered merchant origins, e.g. <c>https://myshop.com</c>. They are combined with the origins of <c>AddMerchantOrigins</c>. Default
    /// empty.
    /// </summary>
    public IList<string> MerchantOrigins { get; } = [];

    /// <summary>Whether pages may send cookies with their calls. Requires exact origins on https or loopback. Default false.</summary>
    public bool AllowCredentials { get; set; }

    /// <summary>Whether callers without an <c>Origin</c> header (native apps, servers) may call the protected endpoints. Default false.</summary>
    public bool AllowRequestsWithoutOrigin { get; set; }

    /// <summary>Whether plain http origins outside loopback can be registered. Default false.</summary>
    public bool DangerouslyAllowInsecureOrigins { get; set; }

    /// <summary>Whether <c>*.</c> patterns over a public suffix or a shared shop host can be registered. Default false.</summary>
    public bool DangerouslyAllowSharedSuffixPatterns { get; set; }

    /// <summary>
    /// Whether app schemes such as <c>capacitor://localhost</c>, which any app can use and which therefore prove nothing about the sender, can be
    /// registered. Default false.
    /// </summary>
    public bool DangerouslyAllowAppSchemes { get; set; }

    /// <summary>
    /// The address of this application as buyers see it, e.g. <c>https://myshop.com</c> or <c>https://myshop.com/checkout</c>. It is the base of the
    /// success and fail addresses. Default null, which means the address of the request, after forwarded headers have been applied. If buyers cannot
    /// reach that address, a page on https gets 503 <c>public-address-unusable</c>, except in Development.
    /// </summary>
    public string? PublicAddress { get; set; }

    /// <summary>
    /// The page that success and fail redirect to: a path, or an absolute template on a registered origin. Default <c>/orders/{orderId}</c>.
    /// </summary>
    public string ResultPage { get; set; } = "/orders/{orderId}";

    /// <summary>
    /// How long a confirm, charge, refund or reversal waits for its outcome before it returns <c>Checking</c>; the work continues. 1 to 30 seconds;
    /// default 25. Choose a shorter time than the shortest timeout of the proxies in front of this application; <c>checkout.js</c> waits 40 seconds
    /// for an answer. A single call can set its own <c>Wait</c>.
    /// </summary>
    public TimeSpan Wait { get; set; } = TimeSpan.FromSeconds(25);

    /// <summary>The settings of recovery, which resolves unknown outcomes.</summary>
    public RecoveryOptions Recovery { get; } = new();

    /// <summary>The settings of the daily reconciliation with the gateway.</summary>
    public ReconciliationOptions Reconciliation { get; } = new();

    /// <summary>The settings that determine how long the ledger keeps its data.</summary>
    public RetentionOptions Retention { get; } = new();

    /// <summary>The settings of webhooks: the sources from which they are accepted.</summary>
    public WebhookOptions Webhooks { get; } = new();

    /// <summary>The faults that were found while the configuration was read. They are reported together with the other faults.</summary>
    internal IList<string> BindingFaults { get; } = [];

    /// <summary>The keys of the section that are not settings and do not resemble one. A shop may keep its own keys in the section.</summary>
    internal IList<string> UnknownKeys { get; } = [];
}
