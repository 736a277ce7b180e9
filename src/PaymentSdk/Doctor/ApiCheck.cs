using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using PaymentSdk.Api.Wire;
using PaymentSdk.Configuration;
using Polly;

namespace PaymentSdk.Doctor;

/// <summary>
/// Queries the API for a payment that does not exist. Nothing is charged, and the answer shows whether the API is reachable, whether it accepts the
/// key, and what time its clock shows. The query uses the registration's own client and runs outside of any request, as the calls of recovery do,
/// so that it also tests proxies and the shop's handlers.
/// </summary>
internal sealed class ApiCheck(CheckedRegistration registration) : ITimedCheck
{
    // The share of the time limit in which the API must answer. The rest is left for the other steps of the check, so that the check reports its own
    // finding, which names the address, before the doctor reports that the check took too long.
    private const double ShareOfTheTime = 0.8;

    public string Name => registration.Line("api");

    public async Task<IReadOnlyList<PaymentCheckResult>> RunAsync(TimeSpan timeout, CancellationToken cancellationToken)
    {
        var (keys, others) = registration.Faults();
        if (keys.Count + others.Count > 0)
            return [new(Name, PaymentCheckState.Warning, "Not checked: keys or settings are not valid.", "Fix the faults reported above, then run the doctor again.")];
        var call = Call(PaymentSettings.Compile(registration.Registration.Name, registration.Options()));
        var time = registration.Services.GetRequiredService<TimeProvider>();
        var longest = timeout * ShareOfTheTime;
        using var limit = new CancellationTokenSource(longest, time);
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
            return [Unavailable(call, limit.IsCancellationRequested ? string.Create(CultureInfo.InvariantCulture, $"no answer within {longest.TotalSeconds} seconds") : Why(failure))];
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

    private PaymentCheckResult Unavailable(ApiCall call, string why) => new(
        Name, PaymentCheckState.Fault, $"{Address(call)} cannot be reached: {why}.",
        $"Check the network, its proxy and {registration.Registration.SettingsPath}:ApiBaseAddress; for the sandbox, that it runs.");

    private PaymentCheckResult Broken(Exception thrown) => new(
        Name, PaymentCheckState.Fault, $"The HTTP client of the shop failed before the network ({thrown.GetType().Name}): {thrown.Message}",
        $"Fix the cause, or remove the handler from {registration.Registration.AddedBy}.HttpClient: recovery calls the API outside of any request, as this check did.");

    private static string Address(ApiCall call) => new Uri(call.Url).GetLeftPart(UriPartial.Authority);

    private static string Why(Exception failure) => failure switch
    {
        HttpRequestException { HttpRequestError: var error } => error.ToString(),
        // This happens when the time limit of the client is shorter than that of the check.
        ExecutionRejectedException => "no answer in time",
        _ => failure.GetType().Name,
    };
}

/// <summary>Interprets the answer to a query for a payment that does not exist: whether the address and the key are right.</summary>
internal sealed record ApiVerdict(string Address, string Key)
{
    public PaymentCheckResult Of(string name, ApiAnswer answer)
    {
        var status = ((int)answer.Status).ToString(CultureInfo.InvariantCulture);
        var code = PrintableText.Clean(answer.Error?.Code.Value) is { Length: > 0 } known ? $" {known}" : "";
        return ((int)answer.Status, answer.Error) switch
        {
            (404, not null) => new(name, PaymentCheckState.Ok, $"{Address} answers and takes the secret key {Key}."),
            (401 or 403, _) => new(
                name, PaymentCheckState.Fault, $"{Address} refuses the secret key {Key}: {status}{code}.",
                "Copy the secret key again from the developer center; a key that was replaced there stops working. The sandbox takes only the pair that it was started with."),
            (429 or >= 500, _) => new(name, PaymentCheckState.Warning, $"{Address} answers {status}{code}: it is reachable, but it cannot answer requests now.", "Run the doctor again later."),
            _ => new(
                name, PaymentCheckState.Fault, $"{Address} answers {status}{code} to a query for a payment that does not exist; the payment API answers 404 with an error code.",
                "Check ApiBaseAddress: something else seems to answer there."),
        };
    }
}

/// <summary>Compares this machine's clock with that of the API, as precisely as a Date header allows (whole seconds).</summary>
internal static class Clock
{
    private static readonly TimeSpan Noticeable = TimeSpan.FromSeconds(10);

    /// <summary>At this difference, half of the ten minutes in which a payment can be confirmed (docs/spec/payment-api.md §9.4) is lost.</summary>
    private static readonly TimeSpan Harmful = TimeSpan.FromMinutes(5);

    public static PaymentCheckResult Compare(string name, DateTimeOffset here, DateTimeOffset? there)
    {
        if (there is not { } date)
            return new(name, PaymentCheckState.Warning, "The API's answer has no Date header, so the clock could not be compared.", "Check by hand that this machine's clock is synchronized.");
        var apart = (here - date).Duration();
        var seconds = Math.Round(apart.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        if (apart <= Noticeable)
            return new(name, PaymentCheckState.Ok, "This machine's clock agrees with that of the API.");
        var side = here > date ? "ahead of" : "behind";
        return new(
            name, apart > Harmful ? PaymentCheckState.Fault : PaymentCheckState.Warning,
            $"This machine's clock is {seconds} seconds {side} the API's.", "Set the clock by NTP (timedatectl set-ntp true).");
    }
}
