using System.Net;
using System.Net.Http.Json;
using System.Security.Claims;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using PaymentSdk.AspNetCore.Tests.Endpoints;
using PaymentSdk.Sandbox;
using PaymentSdk.Tests.Shared;

namespace PaymentSdk.AspNetCore.Tests.Operator;

/// <summary>A paying shop whose staff sign in by cookie; only operators among them may use the operators' page.</summary>
internal sealed class OperatorShop(PayingShop shop) : IAsyncDisposable
{
    public const string Policy = "operators";

    public PayingShop Shop => shop;

    public string Address => shop.Address.GetLeftPart(UriPartial.Authority);

    /// <param name="map">Maps the operators' page; null maps it as the documentation shows.</param>
    /// <param name="second">The name of a second registration.</param>
    /// <param name="more">Configures each registration further.</param>
    public static async Task<OperatorShop> StartAsync(Action<WebApplication>? map = null, string? second = null, Action<PaymentSdkBuilder>? more = null) => new(await PayingShop.StartAsync(
        second: second,
        more: payments =>
        {
            if (payments.Name.Length == 0)
                AddStaff(payments.Services);
            more?.Invoke(payments);
        },
        app: app =>
        {
            app.MapGet("/sign-in", SignInAsync);
            (map ?? (host => host.MapPaymentOperator().RequireAuthorization(Policy)))(app);
        }));

    public static void AddStaff(IServiceCollection services)
    {
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(cookie => cookie.LoginPath = "/sign-in-here");
        services.AddAuthorization(options => options.AddPolicy(Policy, policy => policy.RequireRole("operator")));
    }

    /// <summary>
    /// Returns a client that acts as the browser of a staff member: it has the cookie of that person and sends the headers of a browser's page.
    /// </summary>
    public async Task<HttpClient> SignInAsync(string? name, string role = "operator", string? origin = null)
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, CookieContainer = new CookieContainer() }) { BaseAddress = shop.Address, Timeout = TimeSpan.FromMinutes(2) };
        client.DefaultRequestHeaders.Add("Origin", origin ?? Address);
        if (name is not null)
            (await client.GetAsync($"/sign-in?name={Uri.EscapeDataString(name)}&role={role}", TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
        return client;
    }

    /// <summary>Pays an order of 15000 won and returns its order id.</summary>
    public async Task<string> PayAsync()
    {
        var orderId = await shop.OpenAsync();
        using var answer = await shop.ConfirmAsync(orderId, shop.Authenticate(orderId));
        Assert.Equal(200, (int)answer.StatusCode);
        return orderId;
    }

    /// <summary>Creates an order of 15000 won for which every answer of the gateway shows 15100.</summary>
    public async Task<string> MismatchAsync()
    {
        await shop.Gateway.ArmAsync(
            new SandboxFault(SandboxOperation.Confirm, SandboxFaultKind.WrongAmount) { Count = 1 }, new SandboxFault(SandboxOperation.Get, SandboxFaultKind.WrongAmount) { Count = 1000 });
        var orderId = await shop.OpenAsync();
        await shop.ConfirmAsync(orderId, shop.Authenticate(orderId));
        await Until.TrueAsync(async () => await shop.StateAsync(orderId) == AttemptState.Mismatch, () => "the amount is not seen");
        return orderId;
    }

    public static async Task<JsonElement> ReadAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.OK, path), (answer.StatusCode, path));
        return await Answer.JsonAsync(answer);
    }

    /// <summary>Takes an action and returns the status and result of the answer, such as <c>200 True</c> or <c>400 invalid</c>.</summary>
    public static async Task<string> DoAsync(HttpClient client, string path, object body)
    {
        using var answer = await client.PostAsJsonAsync(path, body, TestContext.Current.CancellationToken);
        var reported = await Answer.JsonAsync(answer);
        return $"{(int)answer.StatusCode} {(reported.TryGetProperty("outcome", out var outcome) && outcome.ValueKind == JsonValueKind.String ? outcome.GetString() : reported.TryGetProperty("done", out var done) ? $"{done}" : $"{reported.GetProperty("title")}")}";
    }

    /// <summary>Returns the actor in the last journal row of an order.</summary>
    public async Task<string> LastActorAsync(string orderId, string merchant = "")
    {
        var ledger = shop.Services.GetRequiredKeyedService<IOrderLedger>(merchant);
        var entry = await ledger.FindAsync(merchant, OrderId.Parse(orderId), TestContext.Current.CancellationToken);
        var journal = await ledger.ReadJournalAsync(merchant, entry!.Purchase.PurchaseId, TestContext.Current.CancellationToken);
        return journal[^1].Actor;
    }

    public ValueTask DisposeAsync() => shop.DisposeAsync();

    private static Task SignInAsync(HttpContext context)
    {
        var claims = new List<Claim> { new(ClaimTypes.Role, context.Request.Query["role"].ToString()) };
        if (context.Request.Query["name"].ToString() is { Length: > 0 } name)
            claims.Add(new(ClaimTypes.Name, name));
        return context.SignInAsync(new ClaimsPrincipal(new ClaimsIdentity(claims, CookieAuthenticationDefaults.AuthenticationScheme)));
    }
}
