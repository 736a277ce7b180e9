using Microsoft.AspNetCore.Http.HttpResults;
using PaymentSdk;
using PaymentSdk.Sandbox;

namespace CheckoutDemo.Orders;

/// <summary>
/// Lets the buyer simulate the transfer to a virtual account on the order's page, because no bank knows a test account. This needs the sandbox in
/// this process.
/// </summary>
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
            return TypedResults.Problem(statusCode: StatusCodes.Status404NotFound, title: "This order has no payment that waits for a deposit.");
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

    /// <param name="Deposits">Whether the sandbox of this process accepts deposits.</param>
    internal sealed record SandboxHere(bool Deposits);
}
