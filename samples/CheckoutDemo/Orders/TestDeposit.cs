using Microsoft.AspNetCore.Http.HttpResults;
using PaymentSdk;
using PaymentSdk.Sandbox;

namespace CheckoutDemo.Orders;

/// <summary>In test mode no bank knows the virtual account: the order's page lets the buyer play the transfer, where the sandbox runs in this process.</summary>
internal static class TestDeposit
{
    public static void MapTestDeposit(this WebApplication app, SandboxGateway? sandbox)
    {
        app.MapGet("/api/sandbox", () => new SandboxHere(sandbox is not null));
        if (sandbox is not null)
            app.MapPost("/api/orders/{orderId}/deposit", (string orderId, IOrderLedger ledger, CancellationToken pageLeft) => MakeAsync(orderId, ledger, sandbox, pageLeft)).RequireMerchantOrigin();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> MakeAsync(string text, IOrderLedger ledger, SandboxGateway sandbox, CancellationToken pageLeft)
    {
        if (!OrderId.TryParse(text, out var orderId, out _) || await ledger.FindAsync("", orderId, pageLeft) is not { Attempt.PaymentKey: { } paymentKey })
            return TypedResults.Problem(statusCode: StatusCodes.Status404NotFound, title: "There is no payment of this order to deposit for.");
        try
        {
            sandbox.Deposit(paymentKey.Value);
            return TypedResults.NoContent();
        }
        catch (InvalidOperationException refused)
        {
            return TypedResults.Problem(statusCode: StatusCodes.Status409Conflict, title: refused.Message);
        }
    }

    /// <param name="Deposits">Whether the sandbox of this process takes deposits.</param>
    internal sealed record SandboxHere(bool Deposits);
}
