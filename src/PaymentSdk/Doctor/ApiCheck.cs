using Microsoft.Extensions.DependencyInjection;
using PaymentSdk.Api.Wire;
using PaymentSdk.Configuration;

namespace PaymentSdk.Doctor;

/// <summary>
/// Asks the API for a payment that does not exist: nothing is charged, and the answer tells whether it is reachable, whether it
/// takes the key, and what time it is there. Sent through the registration's own client and outside of any request, as the calls of recovery
/// are, so that proxies and the shop's handlers count too.
/// </summary>
internal sealed class ApiCheck(CheckedRegistration registration) : IPaymentCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    public string Name => registration.Line("api");

    public async Task<IReadOnlyList<PaymentCheckResult>> RunAsync(CancellationToken cancellationToken)
    {
        var (keys, others) = registration.Faults();
        if (keys.Count + others.Count > 0)
            return [new(Name, PaymentCheckState.Warning, "Not checked: keys or settings are not valid.", "Fix those first, then run the doctor again.")];
        var call = Call(PaymentSettings.Compile(registration.Registration.Name, registration.Options()));
        var time = registration.Services.GetRequiredService<TimeProvider>();
        using var limit = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await AskAsync(call, time, either.Token).ConfigureAwait(false);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            call.EndWith(failure);
            if (call.HandlerFailure is { } thrown)
                return [Broken(thrown)];
            return [Away(call, limit.IsCancellationRequested ? $"no answer within {Patience.TotalSeconds} seconds" : Why(failure))];
        }
    }

    private static ApiCall Call(PaymentSettings settings)
    {
        var request = new ApiRequest { Operation = ApiOperation.Get, Path = "/v1/payments/the-doctor-asks-for-none" };
        return new ApiCall { Request = request, Url = request.UrlAt(settings.ApiBaseAddress), Secret = settings.SecretKey };
    }

    private async Task<IReadOnlyList<PaymentCheckResult>> AskAsync(ApiCall call, TimeProvider time, CancellationToken cancellationToken)
    {
        var client = registration.Services.GetRequiredKeyedService<PaymentHttpClients>(registration.Registration.Name).Create();
        using var message = call.CreateMessage();
        using var response = await client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        var arrived = time.GetUtcNow();
        var answer = await ApiAnswer.ReadAsync(call, response, cancellationToken).ConfigureAwait(false);
        return [new ApiVerdict(Address(call), KeyShape.Describe(call.Secret.Reveal())).Of(Name, answer), Clock.Compare(registration.Line("clock"), arrived, response.Headers.Date)];
    }

    private PaymentCheckResult Away(ApiCall call, string why) => new(
        Name, PaymentCheckState.Fault, $"{Address(call)} cannot be reached: {why}.",
        $"Check the network, its proxy and {registration.Registration.SettingsPath}:ApiBaseAddress; for the sandbox, that it runs.");

    private PaymentCheckResult Broken(Exception thrown) => new(
        Name, PaymentCheckState.Fault, $"The HTTP client of the shop failed before the network ({thrown.GetType().Name}): {thrown.Message}",
        $"Fix what it names, or remove the handler from {registration.Registration.AddedBy}.HttpClient: payments are looked up outside of any request, as this call was.");

    private static string Address(ApiCall call) => new Uri(call.Url).GetLeftPart(UriPartial.Authority);

    private static string Why(Exception failure) =>
        failure is HttpRequestException { HttpRequestError: var error } ? error.ToString() : failure.GetType().Name;
}
