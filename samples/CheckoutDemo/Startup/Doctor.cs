using PaymentSdk;

namespace CheckoutDemo.Startup;

/// <summary><c>dotnet run -- doctor</c> looks the shop over instead of opening it, also beside one that is open.</summary>
internal static class Doctor
{
    public static bool IsWanted(string[] args) => args is ["doctor", ..];

    /// <summary>Only the report is printed: what the checks do is no news of a running shop.</summary>
    public static void Quiet(WebApplicationBuilder builder) => builder.Logging.ClearProviders();

    /// <summary>0 when nothing keeps the shop from taking payments, else 1.</summary>
    public static async Task<int> RunDoctorAsync(this WebApplication app)
    {
        await using (app)
            return await app.RunPaymentDoctorAsync(Console.Out);
    }
}
