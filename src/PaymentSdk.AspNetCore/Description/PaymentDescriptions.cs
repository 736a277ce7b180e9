using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace PaymentSdk.AspNetCore.Description;

/// <summary>The endpoints of <c>MapPayments</c> in the host's OpenAPI document (docs/spec/http.md §1, §3).</summary>
internal static class PaymentDescriptions
{
    private const string Page = "Payments";
    private const string Window = "Payment window";
    private const string Gateway = "Payment API";

    private const string Unavailable =
        "order-unavailable: the ledger cannot be read right now; repeat the request after Retry-After seconds, and open no other payment.";

    private static readonly ProducesResponseTypeAttribute Origin = DescribedAnswer.Problem<PaymentOriginProblem>(StatusCodes.Status403Forbidden,
        "origin-missing, origin-ambiguous, origin-null or origin-not-registered: the request does not come from exactly one registered merchant origin.");

    private static readonly ProducesResponseTypeAttribute NotFound = DescribedAnswer.Problem<PaymentProblem>(StatusCodes.Status404NotFound,
        "order-not-found: there is no such order in this registration.");

    private static readonly ProducesResponseTypeAttribute TooLarge = DescribedAnswer.Problem<PaymentProblem>(StatusCodes.Status413PayloadTooLarge,
        "body-too-large: the body has more than 16 KiB.");

    private static readonly ProducesResponseTypeAttribute MediaType = DescribedAnswer.Problem<PaymentProblem>(StatusCodes.Status415UnsupportedMediaType,
        "unsupported-media-type: the body is not application/json.");

    private static readonly ProducesResponseTypeAttribute Malformed = DescribedAnswer.Problem<PaymentProblem>(StatusCodes.Status400BadRequest,
        "malformed-request: the request cannot be read; detail names the member and its rule.");

    private static readonly ProducesResponseTypeAttribute Mode = DescribedAnswer.Problem<PaymentProblem>(StatusCodes.Status403Forbidden,
        "request-mode-not-allowed: a script of another site called an address that a browser opens by navigating.");

    private static readonly ProducesResponseTypeAttribute Result = DescribedAnswer.Empty(StatusCodes.Status303SeeOther,
        "Location is the result page of the order.");

    public static EndpointDescription Widget { get; } = new(
        DescribedCalls.Widget, Page, "Payments_GetWidget", "What a page needs to open the payment window.",
        "Called by pages of registered merchant origins.",
        DescribedAnswer.Json<PaymentWidget>(StatusCodes.Status200OK, "Client key, address of the script, success and fail addresses."),
        Malformed,
        Origin,
        DescribedAnswer.Problem<PaymentUnavailableProblem>(StatusCodes.Status503ServiceUnavailable,
            "public-address-unusable: buyers cannot reach the address that the window would send them back to; detail names the setting."));

    public static EndpointDescription Confirm { get; } = new(
        DescribedCalls.Confirm, Page, "Payments_Confirm", "Confirms the payment that the window returned.",
        "Called by pages of registered merchant origins. The same call may be sent again: an order is paid once. It answers within the setting Wait (default 25 seconds).",
        DescribedAnswer.Json<PaymentOrderAnswer>(StatusCodes.Status200OK, "paid, or awaitingDeposit with the account into which to deposit."),
        DescribedAnswer.Json<PaymentOrderAnswer>(StatusCodes.Status202Accepted,
            "checking: sent and not known yet. Read the address in Location after Retry-After seconds, and open no other payment."),
        Malformed,
        DescribedAnswer.Problem<PaymentDeclinedProblem>(StatusCodes.Status402PaymentRequired, "payment-declined: the buyer's bank or wallet refused; not charged."),
        Origin,
        NotFound,
        DescribedAnswer.Problem<PaymentConflictProblem>(StatusCodes.Status409Conflict,
            "amount-mismatch: the page sent an amount that differs from the stored one. order-not-open: another payment of the purchase is live, or the order is closed. Nothing was sent."),
        TooLarge,
        MediaType,
        DescribedAnswer.Problem<PaymentUnavailableProblem>(StatusCodes.Status503ServiceUnavailable,
            "payment-unavailable: this payment was surely not charged. " + Unavailable));

    public static EndpointDescription Order { get; } = new(
        DescribedCalls.Order, Page, "Payments_GetOrder", "The state of an order.",
        "Called by pages of registered merchant origins. The answer contains no personal data.",
        DescribedAnswer.Json<PaymentOrderAnswer>(StatusCodes.Status200OK, "The order."),
        Origin,
        NotFound,
        DescribedAnswer.Problem<PaymentUnavailableProblem>(StatusCodes.Status503ServiceUnavailable, Unavailable));

    public static EndpointDescription Attempts { get; } = new(
        DescribedCalls.Order, Page, "Payments_OpenAgain", "A new order id for the same purchase, after an order was declined or has expired.",
        "Called by pages of registered merchant origins. The body is empty, or a JSON object whose members are not read.",
        DescribedAnswer.Json<PaymentAttemptAnswer>(StatusCodes.Status201Created, "The new order id; Location is the address of its state."),
        Malformed,
        Origin,
        NotFound,
        DescribedAnswer.Problem<PaymentConflictProblem>(StatusCodes.Status409Conflict, "order-not-open: a payment of the purchase is live, or the purchase is paid or closed."),
        TooLarge,
        MediaType,
        DescribedAnswer.Problem<PaymentUnavailableProblem>(StatusCodes.Status503ServiceUnavailable, Unavailable));

    public static EndpointDescription Success { get; } = new(
        DescribedCalls.Success, Window, "Payments_Success", "The address to which the payment window sends the buyer after authentication.",
        "Opened by the buyer's browser, never by a script. It confirms the payment and redirects to the result page. If there is no result page, a browser gets a short page and other callers get the problem.",
        Result,
        Malformed,
        Mode,
        NotFound,
        DescribedAnswer.Problem<PaymentUnavailableProblem>(StatusCodes.Status503ServiceUnavailable,
            "payment-unavailable: this payment was surely not charged. " + Unavailable));

    public static EndpointDescription Fail { get; } = new(
        DescribedCalls.Fail, Window, "Payments_Fail", "The address to which the payment window sends the buyer after a failure.",
        "Opened by the buyer's browser, never by a script. It changes nothing and redirects to the result page. If there is no result page, a browser gets a short page and other callers get the problem.",
        Result,
        Mode,
        NotFound,
        DescribedAnswer.Problem<PaymentUnavailableProblem>(StatusCodes.Status503ServiceUnavailable, Unavailable));

    public static EndpointDescription FailWithoutPath { get; } = Fail with
    {
        Call = DescribedCalls.FailWithoutPath,
        Name = "Payments_FailByQuery",
        Summary = "The same for a fail address whose path names no order.",
    };

    public static EndpointDescription Webhooks { get; } = new(
        DescribedCalls.Webhook, Gateway, "Payments_Webhook", "Receives the notifications of the payment API.",
        "Called by the payment API, never by a page; enter this address in the developer center. A webhook is stored and then answered, and its content is verified by a query.",
        DescribedAnswer.Empty(StatusCodes.Status200OK, "Received: stored or handled, or ignored because sending it again would change nothing. The API does not send it again."),
        DescribedAnswer.Problem<PaymentProblem>(StatusCodes.Status403Forbidden,
            "request-mode-not-allowed: the request has an Origin header, so it comes from a browser. A source that is not allowed gets the status without a body."),
        DescribedAnswer.Empty(StatusCodes.Status503ServiceUnavailable, "The webhook cannot be received right now; send it again after Retry-After seconds."));

    public static EndpointDescription PageClient { get; } = new(
        DescribedCalls.Nothing, Page, null, "The module that a shop's page imports.",
        "An ES module that makes the calls above. Pages of registered merchant origins may import it across origins.",
        DescribedAnswer.Script(StatusCodes.Status200OK, "The module."),
        DescribedAnswer.Empty(StatusCodes.Status304NotModified, "The browser already has this version of the module."));
}

/// <summary>
/// Creates the description of one status that an endpoint answers with, and of the JSON of its body. The document reads the text from this
/// attribute only.
/// </summary>
internal static class DescribedAnswer
{
    public static ProducesResponseTypeAttribute Json<T>(int status, string text) => new(typeof(T), status, "application/json") { Description = text };

    public static ProducesResponseTypeAttribute Problem<T>(int status, string text)
        where T : PaymentProblem => new(typeof(T), status, "application/problem+json") { Description = text };

    public static ProducesResponseTypeAttribute Script(int status, string text) => new(typeof(string), status, "text/javascript") { Description = text };

    public static ProducesResponseTypeAttribute Empty(int status, string text) => new(typeof(void), status) { Description = text };
}
