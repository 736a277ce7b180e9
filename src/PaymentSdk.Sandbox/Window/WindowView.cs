using PaymentSdk.Sandbox.Stores;

namespace PaymentSdk.Sandbox.Window;

/// <summary>What the window shows of a payment.</summary>
internal sealed record WindowView(string PaymentKey, string OrderId, string OrderName, WindowAmount Amount, string? Method)
{
    private static readonly string[] _all = ["CARD", "EASY_PAY", "TRANSFER", "VIRTUAL_ACCOUNT"];

    /// <summary>What the buyer can choose from: everything behind a widget, else what the shop asked for.</summary>
    public required IReadOnlyList<string> Methods { get; init; }

    /// <summary>What the shop asked of cards and wallets; null for nothing.</summary>
    public WindowOffer? Card { get; init; }

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
            Methods = MethodsOf(session),
            Card = WindowOffer.Of(session.CardTerms),
            SecondsLeft = Math.Max(0, (payment.RequestedAt + Expiry.TimeToAuthenticate - now).TotalSeconds),
            Expired = payment is { Status: PaymentStatus.Expired, AuthenticatedAt: null },
            Outcome = WindowOutcome.Of(payment, english),
        };
    }

    /// <summary>Whether the window of a payment offers a choice.</summary>
    public static bool Offers(PaymentSession session, PaymentChoice choice) =>
        MethodsOf(session).Contains(choice.WindowMethod) && session.TermsOf(choice)?.Allow(choice) != false;

    private static string[] MethodsOf(PaymentSession session) => session switch
    {
        // Behind a widget the hint is what is marked there; the buyer may still choose another one.
        { Merchant.IsWidget: true } => [.. _all.Where(method => method is not ("CARD" or "EASY_PAY") || OfCards(session.CardTerms).Contains(method))],
        { MethodHint: "CARD" } => OfCards(session.CardTerms),
        { MethodHint: "TRANSFER" or "VIRTUAL_ACCOUNT" or "EASY_PAY" } => [session.MethodHint],
        _ => _all,
    };

    private static string[] OfCards(MethodTerms? terms) => terms switch
    {
        { Company: not null } => ["CARD"],
        { Wallet: not null } => ["EASY_PAY"],
        _ => ["CARD", "EASY_PAY"],
    };
}
