using PaymentSdk.Sandbox;

namespace CheckoutDemo.Startup;

/// <summary>Starts the sandbox gateway in this process, on its own origin, and configures the shop to use it.</summary>
internal static class SandboxStart
{
    /// <summary>
    /// Starts the sandbox and returns it. Returns null if the settings exclude the sandbox or it did not start. Wrong settings do not throw here,
    /// because the host reports all of them at start.
    /// </summary>
    /// <param name="builder">The builder of the shop.</param>
    /// <param name="joinRunning">Whether a sandbox that already runs at the address can be used, such as that of an open shop.</param>
    public static async Task<SandboxGateway?> StartSandboxAsync(this WebApplicationBuilder builder, bool joinRunning = false)
    {
        var settings = new ShopSettings(builder.Configuration, builder.Environment);
        var faults = settings.Faults().ToList();
        var started = new List<string>();
        var sandbox = settings.WantsSandbox && !settings.OpensSandboxControls ? await StartAsync(settings, settings.SandboxWebhookUrl ?? builder.OwnWebhooks(), started) : null;
        var joins = joinRunning && started.Count > 0 && Uri.TryCreate(settings.SandboxUrl, UriKind.Absolute, out _);
        if (!joins)
            faults.AddRange(started);
        if ((sandbox?.Address ?? (joins ? new Uri(settings.SandboxUrl) : null)) is { } address)
            builder.Configuration.AddInMemoryCollection(AddressesOf(address, settings));

        StartFaults.Report(builder.Services, "shop", faults);
        return sandbox;
    }

    private static async Task<SandboxGateway?> StartAsync(ShopSettings settings, string? webhookUrl, List<string> faults)
    {
        try
        {
            return await SandboxGateway.StartAsync(options =>
            {
                options.Urls = [settings.SandboxUrl];
                options.WebhookUrl = webhookUrl;
                options.Keys = [settings.SandboxKeys];
                options.ControlToken = settings.SandboxControlToken;
                options.PublicAddress = settings.SandboxPublicAddress;
            });
        }
        catch (Exception exception) when (exception is ArgumentException or IOException)
        {
            faults.Add($"The sandbox did not start at Sandbox:Url '{settings.SandboxUrl}': {exception.Message} Name a free address, for example http://localhost:5181.");
            return null;
        }
    }

    /// <summary>
    /// Returns the addresses to configure. An address that the operator configured is kept, because a proxy may be in front of the sandbox.
    /// </summary>
    private static IEnumerable<KeyValuePair<string, string?>> AddressesOf(Uri sandbox, ShopSettings settings)
    {
        if (!settings.HasApiAddress)
            yield return new("Payment:ApiBaseAddress", sandbox.GetLeftPart(UriPartial.Authority));
        if (!settings.HasScriptAddress)
            yield return new("Payment:ScriptAddress", new Uri(sandbox, "/v2/standard").AbsoluteUri);
    }
}
