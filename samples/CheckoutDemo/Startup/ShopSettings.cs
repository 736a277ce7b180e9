using CheckoutDemo.Operator;
using PaymentSdk.Sandbox;

namespace CheckoutDemo.Startup;

/// <summary>The demo's own settings. PaymentSdk checks those of the section <c>Payment</c>.</summary>
internal sealed class ShopSettings(IConfiguration configuration, IHostEnvironment host)
{
    public string SecretKey => configuration["Payment:SecretKey"] ?? "";

    public string ClientKey => configuration["Payment:ClientKey"] ?? "";

    public string SandboxUrl => configuration["Sandbox:Url"] ?? "";

    /// <summary>The URL to which the sandbox in this process sends webhooks; null to send none.</summary>
    public string? SandboxWebhookUrl => configuration["Sandbox:WebhookUrl"];

    /// <summary>The token of the sandbox's controls; null for none.</summary>
    public string? SandboxControlToken => configuration["Sandbox:ControlToken"] is { Length: > 0 } token ? token : null;

    /// <summary>Whether other machines could reach the sandbox's controls without a token.</summary>
    public bool OpensSandboxControls => SandboxControlToken is null && IsReachedByOthers(SandboxUrl);

    /// <summary>
    /// The address at which browsers reach the sandbox through a proxy, taken from the configured script address; null without one.
    /// </summary>
    public string? SandboxPublicAddress => Uri.TryCreate(configuration["Payment:ScriptAddress"], UriKind.Absolute, out var script) && script.Scheme is "http" or "https"
        ? script.GetLeftPart(UriPartial.Authority)
        : null;

    /// <summary>The shop's keys for the sandbox in this process. If no security keys are configured, the sandbox uses a fake one.</summary>
    public SandboxKeyPair SandboxKeys
    {
        get
        {
            var keys = new SandboxKeyPair(SecretKey, ClientKey);
            return configuration.GetSection("Payment:SecurityKeys").Get<string[]>() is { Length: > 0 } security
                ? keys with { SecurityKeys = security }
                : keys;
        }
    }

    public bool HasApiAddress => !string.IsNullOrEmpty(configuration["Payment:ApiBaseAddress"]);

    public bool HasScriptAddress => !string.IsNullOrEmpty(configuration["Payment:ScriptAddress"]);

    /// <summary>
    /// Whether the sandbox runs in this process. <c>Sandbox:Enabled</c> decides. By default the sandbox runs in every environment except Production,
    /// unless real keys or another gateway are configured. It never runs with live keys.
    /// </summary>
    public bool WantsSandbox => !HasLiveKey && (Enabled ?? (!host.IsProduction() && !HasRealKey && !(HasApiAddress && HasScriptAddress)));

    private string? EnabledText => configuration["Sandbox:Enabled"] is { Length: > 0 } text ? text : null;

    private bool? Enabled => bool.TryParse(EnabledText, out var enabled) ? enabled : null;

    private bool HasLiveKey => KeyLook.IsLive(SecretKey) || KeyLook.IsLive(ClientKey);

    private bool HasRealKey => KeyLook.IsReal(SecretKey) || KeyLook.IsReal(ClientKey);

    public IEnumerable<string> Faults()
    {
        if (EnabledText is not null && Enabled is null)
            yield return $"Sandbox:Enabled is '{EnabledText}'. Write true or false.";
        if (Enabled == true && HasLiveKey)
            yield return "Sandbox:Enabled is true and the keys are live. The sandbox takes test keys only: change one of the two.";
        if (!WantsSandbox && !HasRealKey && !HasApiAddress && SecretKey.Length > 0)
            yield return "No sandbox runs here and Payment:SecretKey is not a key that the payment service issued. Configure Payment:SecretKey and Payment:ClientKey, or set Sandbox:Enabled=true (in Production it must be set explicitly).";
        if (WantsSandbox && OpensSandboxControls)
            yield return $"Other machines reach Sandbox:Url '{SandboxUrl}', and the controls of the sandbox have no token. Set Sandbox:ControlToken, or listen at a loopback address such as http://localhost:5180.";
        if (OperatorAccess.Fault(configuration) is { } token)
            yield return token;
        if (new LedgerChoice(configuration).Fault() is { } fault)
            yield return fault;
    }

    private static bool IsReachedByOthers(string url) => Uri.TryCreate(url.Replace("//*", "//0.0.0.0", StringComparison.Ordinal).Replace("//+", "//0.0.0.0", StringComparison.Ordinal), UriKind.Absolute, out var address)
        && !address.IsLoopback;
}
