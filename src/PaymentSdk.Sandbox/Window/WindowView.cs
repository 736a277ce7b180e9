using PaymentSdk.Sandbox.Stores;

namespace PaymentSdk.Sandbox.Window;

/// <summary>The data of a payment that the window shows.</summary>
internal sealed record WindowView(string PaymentKey, string OrderId, string OrderName, WindowAmount Amount, string? Method)
{
    private static readonly string[] _all = ["CARD", "EASY_PAY", "TRANSFER", "VIRTUAL_ACCOUNT"];

    /// <summary>
    /// The methods that the buyer can choose. In a widget, these are all methods, but cards or wallets only if the shop's terms for cards allow them.
    /// In other windows, these are the methods that the shop requested.
    /// </summary>
    public required IReadOnlyList<string> Methods { get; init; }

    /// <summary>The shop's terms for cards and wallets; null for none.</summary>
    public WindowOffer? Card { get; init; }

    public required double SecondsLeft { get; init; }

    public required bool Expired { get; init; }

    /// <summary>The outcome of the window; null while the buyer can still act.</summary>
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

    /// <summary>Returns true if the window of a payment offers the choice.</summary>
    public static bool Offers(PaymentSession session, PaymentChoice choice) =>
        MethodsOf(session).Contains(choice.WindowMethod) && session.TermsOf(choice)?.Allow(choice) != false;

    private static string[] MethodsOf(PaymentSession session) => session switch
    {
        // In a widget, the hint only preselects a method. The buyer can still choose another one.
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

/// <summary>The choices of cards and wallets that the window can offer.</summary>
/// <param name="Company">The only card company; null to offer all of them.</param>
/// <param name="Wallet">The only wallet; null to offer all of them.</param>
/// <param name="Installments">The number of months that the shop fixed; null if the buyer chooses.</param>
/// <param name="MaxInstallments">The maximum number of months that the buyer can choose.</param>
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

/// <summary>The names of a card company or a wallet in the window.</summary>
internal sealed record WindowOrganization(string Code, string Ko, string En);

/// <summary>The outcome of a window, for the script: a URL to redirect to, or the result of the promise.</summary>
internal sealed record WindowOutcome(bool Succeeded)
{
    public string? ReturnUrl { get; init; }

    public WindowResult? Result { get; init; }

    public string? Code { get; init; }

    public string? Message { get; init; }

    /// <summary>Returns the outcome, or null while the buyer can still act.</summary>
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

/// <summary>The value with which the promise of <c>requestPayment</c> resolves (docs/spec/payment-api.md §9.3).</summary>
internal sealed record WindowResult(string? PaymentType, string PaymentKey, string OrderId, WindowAmount Amount)
{
    public static WindowResult Of(Payment payment) => new(
        payment.Session.Merchant.IsWidget ? "NORMAL" : null,
        payment.PaymentKey,
        payment.Session.OrderId,
        new WindowAmount(payment.Session.Currency, payment.Session.Amount));
}
