using System.Net.Http.Json;
using System.Text.Json;

namespace CheckoutDemo.Tests.Running;

/// <summary>The sandbox's own controls (<c>/sandbox</c>), called without the sandbox's types.</summary>
public sealed class SandboxControls(Uri address)
{
    private static readonly HttpClient Http = new();

    public Uri Address => address;

    /// <summary>Returns the payments of one order id.</summary>
    public async Task<JsonElement[]> PaymentsOfAsync(string orderId)
    {
        var payments = await Http.GetFromJsonAsync<JsonElement>(new Uri(address, "/sandbox/payments"));
        return [.. payments.EnumerateArray().Where(payment => payment.GetProperty("orderId").GetString() == orderId)];
    }

    /// <summary>Returns the money movements of these orders, such as <c>approve 38000</c>.</summary>
    public async Task<string[]> ExecutionsOfAsync(params string[] orderIds)
    {
        var executions = new List<string>();
        foreach (var orderId in orderIds.Distinct())
        {
            foreach (var payment in await PaymentsOfAsync(orderId))
            {
                executions.AddRange(payment.GetProperty("executions").EnumerateArray()
                    .Select(execution => $"{execution.GetProperty("operation").GetString()} {execution.GetProperty("amount").GetDecimal():0.##}"));
            }
        }

        return [.. executions];
    }

    /// <summary>Creates a payment that a buyer has authenticated, without a browser, and returns its payment key.</summary>
    public async Task<string> AuthenticateAsync(string orderId, decimal amount, string method = "CARD", string? confirmFailure = null)
    {
        var answer = await PostAsync("/sandbox/payments", new { orderId, amount, method, confirmFailure });
        return answer.GetProperty("paymentKey").GetString()!;
    }

    public Task DepositAsync(string paymentKey) => PostAsync($"/sandbox/payments/{paymentKey}/deposit", new { });

    public async Task ArmAsync(params object[] faults)
    {
        using var answer = await Http.PutAsJsonAsync(new Uri(address, "/sandbox/faults"), faults);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    private async Task<JsonElement> PostAsync(string path, object body)
    {
        using var answer = await Http.PostAsJsonAsync(new Uri(address, path), body);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, text);
        return text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text);
    }
}
