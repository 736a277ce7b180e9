using System.Data.Common;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;
using PaymentSdk;

namespace CheckoutDemo.Startup;

/// <summary>Passes the demo's own faults to the host's check at start, so that they are listed together with those of PaymentSdk.</summary>
internal sealed class StartFaults(IReadOnlyList<string> faults) : IValidateOptions<StartFaults.Checked>
{
    public static void Report(IServiceCollection services, string part, IReadOnlyList<string> faults)
    {
        services.AddSingleton<IValidateOptions<Checked>>(new StartFaults(faults));
        services.AddOptions<Checked>().ValidateOnStart();
        services.AddSingleton<IPaymentCheck>(new DemoCheck(part, faults));
    }

    /// <summary>Returns every fault of a failed start, or none if it failed for another reason.</summary>
    public static IReadOnlyList<string> In(Exception failure) => failure switch
    {
        OptionsValidationException wrong => [.. wrong.Failures],
        LedgerException ledger => [ledger.Message],
        InvalidOperationException { InnerException: DbException } ledger => [ledger.Message],
        IOException { InnerException: AddressInUseException } taken => [$"{taken.Message} Name another address in ASPNETCORE_URLS."],
        AggregateException all => [.. all.InnerExceptions.SelectMany(In)],
        _ => [],
    };

    public ValidateOptionsResult Validate(string? name, Checked options) =>
        faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);

    /// <summary>Represents the demo's settings, which were read before the host was built.</summary>
    internal sealed class Checked;
}
