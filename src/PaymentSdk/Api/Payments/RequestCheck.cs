using PaymentSdk.Values;

namespace PaymentSdk.Api.Payments;

/// <summary>Rejects a request that the API would refuse, before anything is sent.</summary>
internal static class RequestCheck
{
    public static void Check(ConfirmRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        Rule.Given(request.PaymentKey);
        Rule.Given(request.OrderId);
        Rule.Key(request.IdempotencyKey);
        Rule.Positive(request.Amount);
    }

    public static void Check(CancelRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        Rule.Key(request.IdempotencyKey);
        Rule.Text(request.CancelReason, 200);
        Rule.Positive(request.CancelAmount);
        Rule.NotNegative(request.RefundableAmount);
        Rule.NotNegative(request.TaxFreeAmount);
        Rule.NotNegative(request.TaxExemptionAmount);
        if (request.CancelRequestId is { } id && (id.Length is < 6 or > 64 || !id.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '=')))
            throw new ArgumentException("CancelRequestId must have 6 to 64 characters of A-Z a-z 0-9 - _ =.", nameof(request));
        if (request.RefundReceiveAccount is { } account)
            Check(account);
    }

    public static void Check(KeyInRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        Rule.Key(request.IdempotencyKey);
        Rule.Given(request.OrderId);
        Rule.Positive(request.Amount);
        Rule.NotNegative(request.TaxFreeAmount);
        Rule.Text(request.OrderName, 100);
        CardRules.Card(request.CardNumber, request.CardExpirationYear, request.CardExpirationMonth);
        CardRules.Owner(request.CustomerIdentityNumber, request.CardPassword);
        CardRules.Installments(request.CardInstallmentPlan);
        Rule.AtMost(request.CustomerEmail, 100);
        Rule.AtMost(request.CustomerName, 100);
        Rule.Sendable(request.CustomerIp);
        CardRules.Verification(request.Vbv);
    }

    private static void Check(RefundReceiveAccount account)
    {
        Rule.Given(account.Bank, "RefundReceiveAccount.Bank");
        Rule.Digits(account.AccountNumber, 1, 20, "RefundReceiveAccount.AccountNumber");
        Rule.Text(account.HolderName, 60, "RefundReceiveAccount.HolderName");
    }
}
