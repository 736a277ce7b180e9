namespace PaymentSdk.Sandbox.Controls;

/// <summary>The body of <c>POST /sandbox/payments</c>.</summary>
internal sealed record PaymentBody(
    string? OrderId = null,
    decimal? Amount = null,
    string? Currency = null,
    string? OrderName = null,
    string? Method = null,
    decimal? TaxFreeAmount = null,
    string? ConfirmFailure = null,
    string? ClientKey = null,
    string? Type = null,
    string? CustomerKey = null)
{
    public const string Takes =
        "{orderId, amount, currency?, orderName?, method?, taxFreeAmount?, confirmFailure?, clientKey?, type?, customerKey?}";

    public SandboxPaymentRequest ToRequest()
    {
        if (OrderId is null || Amount is null)
            throw new ControlFormatException($"{(OrderId is null ? "orderId" : "amount")} is missing. It takes {Takes}.");
        var request = new SandboxPaymentRequest(OrderId, Amount.Value);
        return request with
        {
            Currency = Currency ?? request.Currency,
            OrderName = OrderName ?? request.OrderName,
            Method = Method ?? request.Method,
            TaxFreeAmount = TaxFreeAmount ?? 0,
            ConfirmFailure = ConfirmFailure,
            ClientKey = ClientKey,
            Type = Type ?? request.Type,
            CustomerKey = CustomerKey,
        };
    }
}
