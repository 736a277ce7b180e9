using CheckoutDemo.Operator;
using PaymentSdk.Sandbox;

namespace CheckoutDemo.Startup;

/// <summary>The settings that are the demo's own; those of <c>Payment</c> are checked by PaymentSdk.</summary>
internal sealed class ShopSettings(IConfiguration configuration, IHostEnvironment host)
{
    public string SecretKey => configuration["Payment:SecretKey"] ?? "";

    public string ClientKey => configuration["Payment:ClientKey"] ?? "";

    public string SandboxUrl => configuration["Sandbox:Url"] ?? "";

    /// <summary>Where the sandbox in this process posts webhooks; null for nowhere.</summary>
    public string? SandboxWebhookUrl => configuration["Sandbox:WebhookUrl"];

    /// <summary>The token of the sandbox's controls; null for none.</summary>
    public string? SandboxControlToken => configuration["Sandbox:ControlToken"] is { Length: > 0 } token ? token : null;

    /// <summary>Whether other machines would reach the sandbox's controls without a token.</summary>
    public bool OpensSandboxControls => SandboxControlToken is null && IsReachedByOthers(SandboxUrl);

    /// <summary>The address that browsers reach the sandbox by where a proxy stands before it: that of the configured script; null without one.</summary>
    public string? SandboxPublicAddress => Uri.TryCreate(configuration["Payment:ScriptAddress"], UriKind.Absolute, out var script) && script.Scheme is "http" or "https"
        ? script.GetLeftPart(UriPartial.Authority)
        : null;

    /// <summary>The shop's keys as the sandbox in this process knows them; without security keys of its own it has a fake one.</summary>
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
    /// Whether the sandbox runs in this process: as <c>Sandbox:Enabled</c> says, otherwise in every environment but Production
    /// while no real keys and no other gateway are configured. Never beside live keys.
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
            yield return "Sandbox:Enabled is true and the keys are live. The sandbox takes test keys only: remove one of the two.";
        if (!WantsSandbox && !HasRealKey && !HasApiAddress && SecretKey.Length > 0)
            yield return "No sandbox runs here and Payment:SecretKey is not a key that the payment service gave out. Configure Payment:SecretKey and Payment:ClientKey, or set Sandbox:Enabled=true (in Production it must be said explicitly).";
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
