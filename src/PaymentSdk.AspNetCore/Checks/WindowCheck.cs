using System.Globalization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;
using PaymentSdk.AspNetCore.Window;
using PaymentSdk.Doctor;

namespace PaymentSdk.AspNetCore.Checks;

/// <summary>
/// Checks whether pages get the headers that the payment window needs. If a public address is set, its front page is requested; otherwise the check
/// only sees whether the application calls <c>UsePaymentWindow</c>, or its endpoints <c>WithPaymentWindow</c>.
/// </summary>
internal sealed class WindowCheck(CheckedRegistration registration) : IPaymentCheck
{
    private const string Advice = "Call app.UsePaymentWindow() before the pages, or WithPaymentWindow() on the endpoints of checkout pages.";

    public string Name => registration.Line("window headers");

    public async Task<IReadOnlyList<PaymentCheckResult>> RunAsync(CancellationToken cancellationToken)
    {
        var options = registration.Options();
        if (!Uri.TryCreate(options.ScriptAddress, UriKind.Absolute, out var script) || script.Host.Length == 0)
            return [new(Name, PaymentCheckState.Warning, "Not checked: ScriptAddress is not valid.", "Fix it first, then run the doctor again.")];
        if (script.HostNameType == UriHostNameType.IPv6)
            return [new(Name, PaymentCheckState.Fault, $"ScriptAddress is {script.GetLeftPart(UriPartial.Authority)}: no Content-Security-Policy can name an IPv6 address.", "Use localhost, 127.0.0.1 or a name.")];
        return [Uri.TryCreate(options.PublicAddress, UriKind.Absolute, out var page) ? await AskAsync(page, options.ScriptAddress, cancellationToken).ConfigureAwait(false) : Seen(options)];
    }

    private PaymentCheckResult Seen(PaymentSdkOptions options)
    {
        if (Caller() is not { } caller)
            return new(Name, PaymentCheckState.Warning, "Neither UsePaymentWindow nor WithPaymentWindow is called.", $"{Advice} Set PublicAddress to have its front page checked.");
        var sources = WindowSources.Of(options.ScriptAddress, PaymentWindowTarget.Iframe);
        return new(Name, PaymentCheckState.Ok, $"{caller} merges script-src {sources.Script}, connect-src {string.Join(' ', sources.Connect)} and frame-src {string.Join(' ', sources.Frames)} into the pages' own policies.");
    }

    private string? Caller()
    {
        if (registration.Services.GetRequiredService<WindowUse>().Has(registration.Registration.Name))
            return "UsePaymentWindow";
        var endpoints = WindowEndpoints.Count(registration);
        return endpoints == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"WithPaymentWindow (on {endpoints} endpoint{(endpoints == 1 ? "" : "s")})");
    }

    private async Task<PaymentCheckResult> AskAsync(Uri page, string scriptAddress, CancellationToken cancellationToken)
    {
        try
        {
            // The check has its own client, because a browser's request does not pass through the host's default handlers, which may also need a
            // current request.
            using var client = new HttpClient();
            using var answer = await client.GetAsync(page, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
            return answer.Content.Headers.ContentType?.MediaType == "text/html"
                ? Judge(page, Values(answer, OpenerPolicy.Header), Values(answer, "Content-Security-Policy"), scriptAddress)
                : new(Name, PaymentCheckState.Warning, $"{page} is not an HTML page.", "Check the headers of a checkout page by hand.");
        }
        catch (HttpRequestException failure)
        {
            return new(Name, PaymentCheckState.Warning, $"{page} cannot be requested: {failure.HttpRequestError}.", "Run the doctor again while the shop runs, from where it can be reached.");
        }
    }

    private PaymentCheckResult Judge(Uri page, StringValues opener, StringValues policies, string scriptAddress)
    {
        OpenerPolicy.Of(opener, out var cutsOff);
        if (cutsOff)
            return new(Name, PaymentCheckState.Warning, $"{page} sends {OpenerPolicy.Header}: same-origin, which cuts off the windows of wallets and card apps.", Advice);
        var window = new WindowPolicy(WindowSources.Of(scriptAddress, PaymentWindowTarget.Self), new PolicyDirective("frame-ancestors", ["'self'"]), null);
        return ContentPolicy.All(policies).All(window.IsAllowedBy)
            ? new(Name, PaymentCheckState.Ok, $"{page} lets the payment window work.")
            : new(Name, PaymentCheckState.Warning, $"The Content-Security-Policy of {page} blocks the payment window's script or its calls.", Advice);
    }

    private static StringValues Values(HttpResponseMessage answer, string header) =>
        answer.Headers.TryGetValues(header, out var values) ? values.ToArray() : StringValues.Empty;
}

/// <summary>
/// The endpoints that call <c>WithPaymentWindow</c>. A host with routes is read directly, because its services know the endpoints only after the
/// start.
/// </summary>
internal static class WindowEndpoints
{
    /// <summary>Returns the number of endpoints of a registration that call <c>WithPaymentWindow</c>.</summary>
    public static int Count(CheckedRegistration registration) => Sources(registration.Services)
        .SelectMany(source => source.Endpoints)
        .Distinct()
        .Count(endpoint => endpoint.Metadata.GetMetadata<WindowPage>()?.Merchant == registration.Registration.Name);

    private static IEnumerable<EndpointDataSource> Sources(IServiceProvider services)
    {
        var ofHost = services.GetRequiredService<ExaminedHost>().Host is IEndpointRouteBuilder routes ? routes.DataSources : [];
        return services.GetService<EndpointDataSource>() is { } started ? ofHost.Append(started) : ofHost;
    }
}
