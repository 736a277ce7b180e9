namespace PaymentSdk.Payments;

/// <summary>Refuses a request that the API could only refuse, before anything is sent.</summary>
internal static class RequestCheck
{
    public static void Check(ConfirmRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        Check(request.PaymentKey);
        Check(request.OrderId);
        Check(request.IdempotencyKey);
        Positive(request.Amount, nameof(ConfirmRequest.Amount));
    }

    public static void Check(CancelRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        Check(request.IdempotencyKey);
        if (string.IsNullOrWhiteSpace(request.CancelReason) || request.CancelReason.Length > 200)
            throw new ArgumentException("CancelReason has 1 to 200 characters. Say in short why the payment is cancelled.", nameof(request));
        Positive(request.CancelAmount, nameof(CancelRequest.CancelAmount));
        NotNegative(request.RefundableAmount, nameof(CancelRequest.RefundableAmount));
        NotNegative(request.TaxFreeAmount, nameof(CancelRequest.TaxFreeAmount));
        if (request.RefundReceiveAccount is { } account)
            Check(account);
    }

    public static void Check(PaymentKey paymentKey) => Given(paymentKey.Value, nameof(PaymentKey));

    public static void Check(OrderId orderId) => Given(orderId.Value, nameof(OrderId));

    private static void Check(IdempotencyKey key) => Given(key.Value, nameof(IdempotencyKey));

    private static void Check(RefundReceiveAccount account)
    {
        Given(account.Bank, nameof(RefundReceiveAccount.Bank));
        if (account.AccountNumber is not { Length: >= 1 and <= 20 } number || !number.All(char.IsAsciiDigit))
            throw new ArgumentException("RefundReceiveAccount.AccountNumber has 1 to 20 digits and nothing else.");
        if (string.IsNullOrWhiteSpace(account.HolderName) || account.HolderName.Length > 60)
            throw new ArgumentException("RefundReceiveAccount.HolderName has 1 to 60 characters.");
    }

    private static void Given(string? value, string name)
    {
        if (string.IsNullOrEmpty(value))
            throw new ArgumentException($"{name} is empty. Set it before calling the API.", name);
    }

    private static void Positive(decimal? amount, string name)
    {
        if (amount <= 0)
            throw new ArgumentOutOfRangeException(name, amount, $"{name} must be more than 0.");
    }

    private static void NotNegative(decimal? amount, string name)
    {
        if (amount < 0)
            throw new ArgumentOutOfRangeException(name, amount, $"{name} must not be negative.");
    }
}
