using PaymentSdk.Sandbox.Books;

namespace PaymentSdk.Sandbox.Window;

/// <summary>What the window shows of a payment.</summary>
internal sealed record WindowView(string PaymentKey, string OrderId, string OrderName, WindowAmount Amount, string? Method)
{
    private static readonly string[] _all = ["CARD", "EASY_PAY", "TRANSFER", "VIRTUAL_ACCOUNT"];

    /// <summary>What the buyer can choose from: everything behind a widget, else what the shop asked for.</summary>
    public required IReadOnlyList<string> Methods { get; init; }

    public required double SecondsLeft { get; init; }

    public required bool Expired { get; init; }

    /// <summary>Null while the buyer can still act.</summary>
    public WindowOutcome? Outcome { get; init; }

    public static WindowView Of(Payment payment, DateTimeOffset now, bool english)
    {
        var session = payment.Session;
        var amount = new WindowAmount(session.Currency, session.Amount);
        return new WindowView(payment.PaymentKey, session.OrderId, session.OrderName, amount, session.MethodHint)
        {
            Methods = session switch
            {
                { Merchant.IsWidget: true } => _all,
                { MethodHint: "CARD" } => ["CARD", "EASY_PAY"],
                { MethodHint: "TRANSFER" or "VIRTUAL_ACCOUNT" } => [session.MethodHint],
                _ => _all,
            },
            SecondsLeft = Math.Max(0, (payment.RequestedAt + Expiry.TimeToAuthenticate - now).TotalSeconds),
            Expired = payment is { Status: PaymentStatus.Expired, AuthenticatedAt: null },
            Outcome = WindowOutcome.Of(payment, english),
        };
    }
}
