using PaymentSdk.Sandbox;

namespace CheckoutDemo.Startup;

/// <summary>Starts the sandbox gateway in this process, on its own origin, and points the shop at it.</summary>
internal static class SandboxStart
{
    /// <summary>The running sandbox, or null when there is to be none. Wrong settings do not throw here: the host reports all of them at start.</summary>
    public static async Task<SandboxGateway?> StartSandboxAsync(this WebApplicationBuilder builder)
    {
        var settings = new ShopSettings(builder.Configuration, builder.Environment);
        var faults = settings.Faults().ToList();
        var sandbox = settings.WantsSandbox ? await StartAsync(settings, faults) : null;
        if (sandbox is not null)
            builder.Configuration.AddInMemoryCollection(AddressesOf(sandbox, settings));

        StartFaults.Report(builder.Services, faults);
        return sandbox;
    }

    private static async Task<SandboxGateway?> StartAsync(ShopSettings settings, List<string> faults)
    {
        try
        {
            return await SandboxGateway.StartAsync(options =>
            {
                options.Urls = [settings.SandboxUrl];
                options.Keys = [new SandboxKeyPair(settings.SecretKey, settings.ClientKey)];
            });
        }
        catch (Exception exception) when (exception is ArgumentException or IOException)
        {
            faults.Add($"The sandbox did not start at Sandbox:Url '{settings.SandboxUrl}': {exception.Message} Name a free address, for example http://localhost:5181.");
            return null;
        }
    }

    /// <summary>An address that an operator wrote stays: a proxy may stand before the sandbox.</summary>
    private static IEnumerable<KeyValuePair<string, string?>> AddressesOf(SandboxGateway sandbox, ShopSettings settings)
    {
        if (!settings.HasApiAddress)
            yield return new("Payment:ApiBaseAddress", sandbox.Address.GetLeftPart(UriPartial.Authority));
        if (!settings.HasScriptAddress)
            yield return new("Payment:ScriptAddress", new Uri(sandbox.Address, "/v2/standard").AbsoluteUri);
    }
}
