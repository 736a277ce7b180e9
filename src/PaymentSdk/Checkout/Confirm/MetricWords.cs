using System.Collections.Frozen;
using System.Diagnostics;
using PaymentSdk.Api;
using PaymentSdk.Diagnostics;
using PaymentSdk.Ledger;

namespace PaymentSdk.Checkout.Confirm;

/// <summary>
/// Counts confirms by outcome, each outcome once, whether the answer, a query or a deposit showed the outcome. A confirm whose answer is lost is
/// counted as unknown, and counted again when its outcome is known.
/// </summary>
internal static class ConfirmCounter
{
    public static void Count(string merchant, AttemptState from, Attempt to)
    {
        if (!Telemetry.Confirms.Enabled || Outcome(from, to.State) is not { } outcome)
            return;
        var tags = new TagList { { "merchant", merchant }, { "outcome", outcome }, { "method", MetricWords.Method(to) } };
        if (MetricWords.Refusal(to) is { } refusal)
            tags.Add("refusal", refusal);
        Telemetry.Confirms.Add(1, tags);
    }

    private static string? Outcome(AttemptState from, AttemptState to) => (from, to) switch
    {
        _ when from == to => null,
        // A partial cancel was aborted. The attempt was already counted as paid.
        (AttemptState.PartlyCanceled, AttemptState.Approved) => null,
        (_, AttemptState.Approved) => "paid",
        (AttemptState.Confirming or AttemptState.Unknown, AttemptState.AwaitingDeposit) => "awaiting-deposit",
        (AttemptState.Confirming, AttemptState.Unknown) => "unknown",
        (AttemptState.Confirming or AttemptState.Unknown, AttemptState.Declined) => "declined",
        (AttemptState.Confirming or AttemptState.Unknown, AttemptState.Expired) => "expired",
        (AttemptState.Confirming or AttemptState.Unknown, AttemptState.NotSent) => "not-sent",
        (AttemptState.Confirming or AttemptState.Unknown, AttemptState.Mismatch or AttemptState.NeedsAttention) => "attention",
        (AttemptState.Confirming or AttemptState.Unknown, AttemptState.Canceled) => "canceled",
        _ => null,
    };
}

/// <summary>
/// The tag values under which outcomes are counted. The set is small and fixed, so that the number of time series does not depend on what
/// the gateway answers.
/// </summary>
internal static class MetricWords
{
    private const string Other = "other";

    private static readonly FrozenDictionary<PaymentMethod, string> Methods = new Dictionary<PaymentMethod, string>
    {
        [PaymentMethod.Card] = "card",
        [PaymentMethod.VirtualAccount] = "virtual-account",
        [PaymentMethod.Transfer] = "transfer",
        [PaymentMethod.EasyPay] = "easy-pay",
        [PaymentMethod.MobilePhone] = "mobile-phone",
        [PaymentMethod.CultureGiftCertificate] = "gift-certificate",
        [PaymentMethod.BookGiftCertificate] = "gift-certificate",
        [PaymentMethod.GameGiftCertificate] = "gift-certificate",
        [PaymentMethod.ForeignEasyPay] = "foreign-easy-pay",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string> Refusals = new (string Class, string[] Codes)[]
    {
        ("limit-or-balance",
        [
            "EXCEEDS_TRANSFER_AMOUNT_MAXIMUM", "EXCEED_MAX_AMOUNT", "EXCEED_MAX_DAILY_PAYMENT_COUNT", "EXCEED_MAX_MONTHLY_PAYMENT_AMOUNT", "EXCEED_MAX_ONE_DAY_WITHDRAW_AMOUNT",
            "EXCEED_MAX_ONE_TIME_WITHDRAW_AMOUNT", "EXCEED_MAX_PAYMENT_AMOUNT", "EXCEED_MAX_ONE_DAY_AMOUNT", "REJECT_ACCOUNT_PAYMENT", "REJECT_CARD_PAYMENT",
        ]),
        ("issuer-refused",
        [
            "INVALID_CARD_LOST_OR_STOLEN", "INVALID_REJECT_CARD", "INVALID_STOPPED_CARD", "NOT_SUPPORTED_CARD_TYPE", "RESTRICTED_TRANSFER_ACCOUNT", "USER_ACCOUNT_ON_HOLD",
            "FDS_ERROR", "REJECT_CARD_COMPANY", "REJECT_TOSSPAY_INVALID_ACCOUNT", "SUSPECTED_PHISHING_PAYMENT", "FORBIDDEN_DORMANT_OR_WITHDRAWAL_CUSTOMER", "FAILED_CARD_COMPANY",
        ]),
        ("wrong-data",
        [
            "INVALID_ACCOUNT_INFO_RE_REGISTER", "INVALID_CARD", "INVALID_CARD_EXPIRATION", "INVALID_CARD_IDENTITY", "INVALID_CARD_NUMBER", "INVALID_CARD_PASSWORD",
            "NOT_ALLOWED_POINT_USE", "EXCEED_MAX_AUTH_COUNT", "INVALID_PASSWORD", "INVALID_CARD_INFO_RE_REGISTER", "NOT_ALLOWED_BRANDPAY_METHOD",
            "EXCEED_MAX_DISCOUNT_COUNT", "INVALID_MAXIMUM_DISCOUNT_AMOUNT", "NOT_FOUND_CUSTOMER",
        ]),
        ("buyer-canceled", ["PAY_PROCESS_CANCELED", "PAY_PROCESS_ABORTED", "USER_CANCEL"]),
        ("expired", ["EXPIRED_PAYMENT", "NOT_FOUND_PAYMENT_SESSION"]),
    }.SelectMany(row => row.Codes, (row, code) => (code, row.Class)).ToFrozenDictionary(row => row.code, row => row.Class, StringComparer.Ordinal);

    /// <summary>
    /// Returns the tag of the payment method. If no payment was seen, as for most refusals, it is <c>card</c> for a charge without a window and
    /// <c>unknown</c> otherwise.
    /// </summary>
    public static string Method(Attempt attempt) => attempt.Method is { } method
        ? Methods.GetValueOrDefault(PaymentMethod.From(method), Other)
        : attempt.Kind is AttemptKind.Billing or AttemptKind.KeyIn ? "card" : "unknown";

    /// <summary>Returns the reason why nothing was charged; null when an amount was charged or may have been charged.</summary>
    public static string? Refusal(Attempt attempt) => attempt.State switch
    {
        AttemptState.Declined => Refusal(attempt.FailureCode),
        AttemptState.Expired when attempt.FailureCode is { } code && Refusal(code) is var known and not Other => known,
        AttemptState.Expired => "expired",
        // If the keys were refused, the shop must correct them. In all other cases the request did not reach the provider.
        AttemptState.NotSent => attempt.FailureCode is { } code && ErrorCatalog.RefusesKeys(code) ? "shop" : "provider",
        _ => null,
    };

    /// <summary>Returns the class of a refusal's code; <c>other</c> for an unknown code.</summary>
    public static string Refusal(PaymentErrorCode? code)
    {
        if (code is not { } given || !ErrorCatalog.TryFind(given, out var info))
            return Other;
        return Refusals.GetValueOrDefault(given.Value) ?? info switch
        {
            { Class: ErrorClass.OutcomeUnknown or ErrorClass.Temporary } => "provider",
            { Actor: ErrorActor.Developer or ErrorActor.Merchant } => "shop",
            _ => Other,
        };
    }

    /// <summary>Returns the outcome of a refund; null for a state that is not counted.</summary>
    public static string? Outcome(RefundProgress state) => state switch
    {
        RefundProgress.Done => "done",
        RefundProgress.Pending => "pending",
        RefundProgress.Refused => "refused",
        RefundProgress.PayoutFailed => "payout-failed",
        RefundProgress.Unknown => "unknown",
        _ => null,
    };
}
