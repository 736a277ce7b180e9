using System.Globalization;
using PaymentSdk.AspNetCore.Endpoints;
using PaymentSdk.AspNetCore.Origins;
using PaymentSdk.Doctor;

namespace PaymentSdk.AspNetCore.Checks;

/// <summary>
/// Checks whether the merchant origins can be registered and whether buyers return to one of them. For an invalid origin, the result says what to
/// write instead.
/// </summary>
internal sealed class OriginsCheck(CheckedRegistration registration, RegisteredOrigins origins) : IPaymentCheck
{
    private const int MostShown = 5;

    public string Name => registration.Line("origins");

    public Task<IReadOnlyList<PaymentCheckResult>> RunAsync(CancellationToken cancellationToken)
    {
        var (problems, registered) = origins.Compile();
        List<PaymentCheckResult> results = [.. problems.Select(Refused)];
        if (results.Count == 0)
            results.Add(Registered(registered));
        if (Switches() is { } switches)
            results.Add(switches);
        if (ResultPageElsewhere(registered) is { } elsewhere)
            results.Add(elsewhere);
        return Task.FromResult<IReadOnlyList<PaymentCheckResult>>(results);
    }

    private PaymentCheckResult Refused(MerchantOriginProblem problem) => new(
        Name, PaymentCheckState.Fault,
        (problem with { Suggestion = null }).ToString(),
        problem.Suggestion is { } suggestion ? $"Write {suggestion} instead." : "Write the address of the page as browsers send it, e.g. https://myshop.com.");

    private PaymentCheckResult Registered(MerchantOriginSnapshot registered)
    {
        if (registered.IsEmpty)
        {
            return origins.IsDevelopment || origins.HasSources
                ? new(Name, PaymentCheckState.Warning, origins.HasSources ? "The source of merchant origins returns none." : "None; in Development the host's own loopback addresses are registered when it starts.", $"Add the origin of your shop's pages to {origins.SettingsPath}:MerchantOrigins.")
                : new(Name, PaymentCheckState.Fault, "None is registered: every call from a page would be refused.", $"Add the origin of your shop's pages to {origins.SettingsPath}:MerchantOrigins or AddMerchantOrigins(\"https://myshop.com\").");
        }

        var all = registered.Exact.Order(StringComparer.Ordinal).Concat(registered.Patterns).ToList();
        var more = all.Count > MostShown ? string.Create(CultureInfo.InvariantCulture, $" and {all.Count - MostShown} more") : "";
        return new(Name, PaymentCheckState.Ok, $"{string.Join(", ", all.Take(MostShown))}{more}.");
    }

    private PaymentCheckResult? Switches()
    {
        var options = registration.Options();
        var on = new[]
        {
            (options.DangerouslyAllowInsecureOrigins, nameof(options.DangerouslyAllowInsecureOrigins)),
            (options.DangerouslyAllowSharedSuffixPatterns, nameof(options.DangerouslyAllowSharedSuffixPatterns)),
            (options.DangerouslyAllowAppSchemes, nameof(options.DangerouslyAllowAppSchemes)),
        }.Where(setting => setting.Item1).Select(setting => setting.Item2).ToList();
        return on.Count == 0 ? null : new(Name, PaymentCheckState.Warning, $"{string.Join(", ", on)}: pages of other sites may call the endpoints.", "Switch it off where it is not needed.");
    }

    private PaymentCheckResult? ResultPageElsewhere(MerchantOriginSnapshot registered)
    {
        var page = registration.Options().ResultPage;
        if (string.IsNullOrEmpty(page) || page[0] == '/' || ResultPage.IsAllowed(page, registered.Contains) || OriginOf(page) is not { } origin || IsOwn(origin))
            return null;
        var diagnosis = registered.Diagnose(origin);
        return new(Name, PaymentCheckState.Fault, $"ResultPage is not on a registered merchant origin: {diagnosis.Explanation}", diagnosis.Hint);
    }

    // In Development the host registers its own loopback addresses when it starts.
    private bool IsOwn(string origin) => origins.IsDevelopment && LoopbackHost.Is(Origin.OfAddress(origin).Host);

    private static string? OriginOf(string address)
    {
        try
        {
            return Origin.OfAddress(address).ToString();
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
