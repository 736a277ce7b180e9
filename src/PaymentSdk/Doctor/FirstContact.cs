using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using PaymentSdk.Api.Wire;
using PaymentSdk.Configuration;

namespace PaymentSdk.Doctor;

/// <summary>
/// Examines each fact of <see cref="ContactFacts"/> at the API, with the test keys of a registration (docs/spec/payment-api.md, appendix D). Every
/// request only reads, or is about something that does not exist. No answer is shown, only its status, its error code, and the names of its headers
/// and members.
/// </summary>
internal static class FirstContact
{
    /// <summary>Returns the reason why the first contact cannot be made; null when it can.</summary>
    public static string? Refusal(IServiceProvider services, string merchant)
    {
        if (services.GetKeyedService<CheckedRegistration>(merchant) is not { } registration)
            return merchant.Length == 0 ? "This host has no default registration. Name the registration: --merchant <name>." : $"This host has no registration '{merchant}'.";
        var (keys, others) = registration.Faults();
        if (keys.Count + others.Count > 0)
            return $"The settings are wrong, and nothing was sent. {string.Join(' ', keys.Concat(others))}";
        return KeyShape.Of(registration.Options().SecretKey) is { IsTest: true }
            ? null
            : "The secret key is not a test key, and nothing was sent. The first contact is for test keys only: configure the test pair of the developer center.";
    }

    /// <summary>Makes the first contact. The caller must have checked that <c>Refusal</c> returns null.</summary>
    public static async Task<ContactReport> RunAsync(IServiceProvider services, string merchant, CancellationToken cancellationToken)
    {
        var registration = services.GetRequiredKeyedService<CheckedRegistration>(merchant);
        var settings = PaymentSettings.Compile(merchant, registration.Options());
        var time = services.GetRequiredService<TimeProvider>();
        var calls = new ContactCalls(services.GetRequiredKeyedService<PaymentHttpClients>(merchant), settings, time);
        var findings = new List<ContactFinding>();
        foreach (var fact in ContactFacts.All)
            findings.Add(await AskAsync(fact, calls, cancellationToken).ConfigureAwait(false));
        return new ContactReport(
            time.GetUtcNow(), typeof(FirstContact).Assembly.GetName().Version?.ToString(3) ?? "", KeyShape.Of(settings.SecretKey.Reveal())!.Value.IsWidget ? "widget" : "individual",
            AddressRules.IsProviders(settings.ApiBaseAddress), findings);
    }

    [SuppressMessage("Design", "CA1031", Justification = "Any exception becomes the finding about this fact, and the next fact is still examined.")]
    private static async Task<ContactFinding> AskAsync(ContactFact fact, ContactCalls calls, CancellationToken cancellationToken)
    {
        if (calls.WhyNoMore is { } why)
            return new(fact, ContactState.NotAnswered, why, null);
        try
        {
            var (found, answer) = await fact.Ask(calls, cancellationToken).ConfigureAwait(false);
            if (found != fact.Expected && !fact.IsAboutKeys && answer.Status is 401 or 403 or 429)
                return new(fact, ContactState.NotAnswered, $"not with these keys, or not now: {answer.StatusAndCode}", answer.TraceId);
            return new(fact, found == fact.Expected ? ContactState.AsDocumented : ContactState.Differs, found, answer.TraceId);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            return new(fact, ContactState.NotAnswered, $"no answer ({ContactCalls.Why(failure)})", null);
        }
    }
}

/// <summary>
/// The findings of the first contact. They may be published, because they contain no key, no id of a merchant or a payment, and no text from the API.
/// </summary>
/// <param name="At">When the first contact was made.</param>
/// <param name="Version">The version of PaymentSdk.</param>
/// <param name="Keys">The kind of the test keys: <c>widget</c> or <c>individual</c>.</param>
/// <param name="IsProvider">Whether the requests went to a host of the provider instead of a sandbox or another address.</param>
/// <param name="Findings">One finding for each fact.</param>
internal sealed record ContactReport(DateTimeOffset At, string Version, string Keys, bool IsProvider, IReadOnlyList<ContactFinding> Findings);

/// <summary>The finding about one fact.</summary>
internal sealed record ContactFinding(ContactFact Fact, ContactState State, string Found, string? TraceId);

/// <summary>The result of examining one fact.</summary>
internal enum ContactState
{
    /// <summary>The API does what PaymentSdk and its sandbox rely on.</summary>
    AsDocumented,

    /// <summary>The API does something else.</summary>
    Differs,

    /// <summary>The API gave no answer, or an answer that shows nothing about the fact.</summary>
    NotAnswered,
}
