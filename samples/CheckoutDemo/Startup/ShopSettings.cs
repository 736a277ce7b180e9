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
        if (new LedgerChoice(configuration).Fault() is { } fault)
            yield return fault;
    }
}
