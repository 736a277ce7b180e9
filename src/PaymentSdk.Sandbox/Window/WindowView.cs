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

/// <summary>What the window may offer of cards and wallets.</summary>
/// <param name="Company">The only card company; null for every one of the window.</param>
/// <param name="Wallet">The only wallet; null for every one of the window.</param>
/// <param name="Installments">The months that the shop fixed; null when the buyer chooses.</param>
/// <param name="MaxInstallments">The most months that the buyer may choose.</param>
internal sealed record WindowOffer(WindowOrganization? Company, WindowOrganization? Wallet, int? Installments, int MaxInstallments)
{
    public static WindowOffer? Of(MethodTerms? terms) => terms is null
        ? null
        : new WindowOffer(
            terms.Company is { } company ? new WindowOrganization(company.Code, company.Korean, company.English) : null,
            terms.Wallet is { } wallet ? new WindowOrganization(wallet.Code, wallet.Korean, wallet.Code) : null,
            terms.Installments,
            terms.MaxInstallments);
}

/// <summary>A card company or a wallet as the window names it.</summary>
internal sealed record WindowOrganization(string Code, string Ko, string En);

/// <summary>How a window ended, for the script: an address to go to, or what its promise settles with.</summary>
internal sealed record WindowOutcome(bool Succeeded)
{
    public string? ReturnUrl { get; init; }

    public WindowResult? Result { get; init; }

    public string? Code { get; init; }

    public string? Message { get; init; }

    /// <summary>Null while the buyer can still act.</summary>
    public static WindowOutcome? Of(Payment payment, bool english) => payment switch
    {
        { AuthenticatedAt: not null } => Success(payment),
        { Status: PaymentStatus.Expired } => Failure(payment.Session, "PAY_PROCESS_ABORTED", english),
        { Failure: { } failure } => Failure(payment.Session, failure.Code, english),
        { WindowClosed: true } => Failure(payment.Session, payment.Session.FailUrl is null ? "USER_CANCEL" : "PAY_PROCESS_CANCELED", english),
        _ => null,
    };

    private static WindowOutcome Success(Payment payment) => payment.Session.SuccessUrl is null
        ? new WindowOutcome(true) { Result = WindowResult.Of(payment) }
        : new WindowOutcome(true) { ReturnUrl = ReturnAddress.Success(payment) };

    private static WindowOutcome Failure(PaymentSession session, string code, bool english)
    {
        var message = WindowTexts.Of(code, english);
        return session.FailUrl is null
            ? new WindowOutcome(false) { Code = code, Message = message }
            : new WindowOutcome(false) { ReturnUrl = ReturnAddress.Failure(session, code, message) };
    }
}

/// <summary>What the promise of <c>requestPayment</c> resolves with (docs/spec/payment-api.md §9.3).</summary>
internal sealed record WindowResult(string? PaymentType, string PaymentKey, string OrderId, WindowAmount Amount)
{
    public static WindowResult Of(Payment payment) => new(
        payment.Session.Merchant.IsWidget ? "NORMAL" : null,
        payment.PaymentKey,
        payment.Session.OrderId,
        new WindowAmount(payment.Session.Currency, payment.Session.Amount));
}
