using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PaymentSdk.AspNetCore.Origins;
using PaymentSdk.Doctor;

namespace PaymentSdk.AspNetCore.Checks;

/// <summary>
/// The merchant origins of one registration for the doctor. They are compiled again here, so that an invalid entry does not hide the valid ones.
/// </summary>
internal sealed class RegisteredOrigins(CheckedRegistration registration, MerchantOriginRegistration written)
{
    public bool HasSources => written.Sources.Count > 0;

    public string SettingsPath => written.SettingsPath;

    public bool IsDevelopment => registration.Services.GetService<IHostEnvironment>()?.IsDevelopment() ?? false;

    /// <summary>Returns every problem, and a snapshot of the entries that are valid.</summary>
    public (IReadOnlyList<MerchantOriginProblem> Problems, MerchantOriginSnapshot Registered) Compile()
    {
        var options = registration.Options();
        var switches = MerchantOriginSwitches.Of(options);
        var entries = written.EntriesWith(options).Concat(written.Sources.SelectMany(make => Read(make(registration.Services)))).ToList();
        var problems = MerchantOriginCompiler.Compile(entries, switches).Problems;
        var right = entries.Where(entry => MerchantOriginCompiler.Compile([entry], switches).Problems.Count == 0);
        return (problems, MerchantOriginCompiler.Compile(right, switches).ToSnapshot());
    }

    private static IEnumerable<MerchantOriginEntry> Read(IMerchantOriginSource source) => source.GetOrigins().Origins
        .Select((origin, index) => new MerchantOriginEntry(string.Create(CultureInfo.InvariantCulture, $"{source.GetType().Name} origin {index + 1}"), origin));
}
