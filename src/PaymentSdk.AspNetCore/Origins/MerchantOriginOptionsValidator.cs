using Microsoft.Extensions.Options;

namespace PaymentSdk.AspNetCore.Origins;

/// <summary>Reports every bad origin of code and configuration together with the other faults of the options.</summary>
internal sealed class MerchantOriginOptionsValidator(MerchantOriginRegistration registration) : IValidateOptions<PaymentSdkOptions>
{
    public ValidateOptionsResult Validate(string? name, PaymentSdkOptions options)
    {
        if (name != registration.Merchant)
            return ValidateOptionsResult.Skip;
        var compiled = MerchantOriginCompiler.Compile(registration.EntriesWith(options), MerchantOriginRules.Of(options));
        return compiled.Problems.Count == 0
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(compiled.Problems.Select(problem => problem.ToString()));
    }
}
