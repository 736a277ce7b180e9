using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PaymentSdk.AspNetCore.Diagnostics;
using PaymentSdk.AspNetCore.Start;
using PaymentSdk.Configuration;
using PaymentSdk.Diagnostics;

namespace PaymentSdk.AspNetCore.Endpoints;

/// <summary>
/// Stops the host before it listens when a secret of any registration stands in a text file under the web root, where every browser can
/// get it. It never stops the host for anything else: a file that cannot be read is left out.
/// </summary>
internal sealed class PublishedSecretStartup(IServiceProvider services, ILogger<PublishedSecretStartup> logger) : StartStep
{
    private readonly SafeLogger _log = new(logger);

    protected override void Begin()
    {
        if (services.GetService<IWebHostEnvironment>()?.WebRootPath is not { Length: > 0 } root || !Directory.Exists(root))
            return;
        var secrets = new SecretTexts(services.GetKeyedServices<PaymentRegistration>(KeyedService.AnyKey)
            .SelectMany(registration => SecretTexts.Of(registration.SettingsPath, services.GetRequiredKeyedService<IPaymentSettingsSource>(registration.Name).Current)));
        if (secrets.Longest == 0)
            return;
        var search = WebRootFiles.Search(root, secrets);
        if (!search.IsComplete)
            _log.WebRootTooLarge(root, WebRootFiles.MaxFiles, WebRootFiles.MaxBytes >> 20);
        if (search.Found is { } found)
            throw new InvalidOperationException($"The value of {found.Setting} stands in {found.File}, which is under the web root: every browser can get it. Remove it from that file, issue a new key in the developer centre, because this one may be known already, and write the new one into the configuration of the server only. A page needs no key but the client key.");
    }
}
