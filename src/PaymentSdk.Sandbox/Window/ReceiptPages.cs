using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PaymentSdk.Sandbox.Answers;
using PaymentSdk.Sandbox.Api.BrandPay;
using PaymentSdk.Sandbox.Http;
using PaymentSdk.Sandbox.Stores;

namespace PaymentSdk.Sandbox.Window;

/// <summary>
/// Maps the pages that answers link to: receipts and terms. The pages of the real service cannot show payments that were made here. The pages are in
/// Korean unless the reader requests English.
/// </summary>
internal static class ReceiptPages
{
    private const string _policy = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static void MapReceipts(this IEndpointRouteBuilder app)
    {
        var pages = app.MapGroup("").RequireOwnName();
        pages.MapGet("/receipts/{paymentKey}", OfPayment);
        pages.MapGet("/receipts/cash/{receiptKey}", OfCash);
        pages.MapGet("/terms/{id:int}", OfTerms);
    }

    private static IResult OfPayment(string paymentKey, PaymentStore store, SandboxClock clock, HttpContext http)
    {
        var say = new ReceiptTexts(WindowEndpoints.WantsEnglish(http));
        if (store.Find(paymentKey) is not { } payment)
            return Page(http, say, say.Unknown, null, [], StatusCodes.Status404NotFound);
        var (session, account) = (payment.Session, payment.VirtualAccount);
        return Page(http, say, say.Receipt, say.Money(session.Amount, session.Currency),
        [
            (say.OrderName, session.OrderName),
            (say.Status, payment.Status),
            (say.Method, new Words(say.English).Method(payment.Choice)),
            (say.ApprovedAt, payment.ApprovedAt is { } approved ? Korea.Time(approved) : null),
            (say.Account, account?.AccountNumber),
            (say.DueDate, account is not null && payment.Status == PaymentStatus.WaitingForDeposit ? Korea.Time(account.DueDate) : null),
            (say.Discount, payment.Discount > 0 ? say.Money(payment.Discount, session.Currency) : null),
            (say.Left, payment.Cancels.IsEmpty ? null : say.Money(payment.Balance, session.Currency)),
            (say.CashReceipt, payment.CashReceiptNumber is { } number ? $"{session.CashReceiptType} {number}" : null),
            (say.OrderId, session.OrderId),
            (say.PaymentKey, payment.PaymentKey),
        ]);
    }

    private static IResult OfCash(string receiptKey, CashReceiptStore store, SandboxClock clock, HttpContext http)
    {
        var say = new ReceiptTexts(WindowEndpoints.WantsEnglish(http));
        return store.Find(receiptKey) is not { } receipt
            ? Page(http, say, say.Unknown, null, [], StatusCodes.Status404NotFound)
            : Page(http, say, say.CashReceipt, say.Money(receipt.Amount, "KRW"),
            [
                (say.OrderName, receipt.OrderName),
                (say.Status, receipt.IssueStatus(clock.GetUtcNow())),
                (say.Method, receipt.Type),
                (say.OrderId, receipt.OrderId),
                (say.Number, receipt.IssueNumber),
            ]);
    }

    private static IResult OfTerms(int id, HttpContext http)
    {
        var say = new ReceiptTexts(WindowEndpoints.WantsEnglish(http));
        return Terms.Find(id) is { } terms
            ? Page(http, say, terms.Title, null, [(say.Status, say.NoTerms)])
            : Page(http, say, say.Unknown, null, [], StatusCodes.Status404NotFound);
    }

    private static IResult Page(HttpContext http, ReceiptTexts say, string title, string? amount, (string Label, string? Value)[] rows, int status = StatusCodes.Status200OK)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = _policy;
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "no-store";
        // The URL identifies a payment, so it must not be sent to other sites.
        headers["Referrer-Policy"] = "no-referrer";
        var list = string.Concat(rows.Where(row => row.Value is { Length: > 0 }).Select(row => $"<div><dt>{Text(row.Label)}</dt><dd>{Text(row.Value!)}</dd></div>\n"));
        return Results.Text(
            $"""
            <!doctype html>
            <html lang="{say.Language}">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <meta name="robots" content="noindex">
              <title>SANDBOX · {Text(title)}</title>
              <link rel="icon" href="/window/assets/icon.svg">
              <link rel="stylesheet" href="/window/assets/receipt.css">
            </head>
            <body>
              <main data-testid="receipt">
                <p class="banner"><b>SANDBOX</b> {Text(say.Banner)}</p>
                <section>
                  <h1>{Text(title)}</h1>
                  <p class="amount" data-testid="receipt-amount">{Text(amount ?? "")}</p>
                  <dl>
            {list}
                  </dl>
                  <p class="note">{Text(say.Note)}</p>
                </section>
              </main>
            </body>
            </html>
            """,
            "text/html; charset=utf-8",
            statusCode: status);
    }

    private static string Text(string value) => WebUtility.HtmlEncode(value);
}

/// <summary>The texts of the receipts in the reader's language.</summary>
internal sealed class ReceiptTexts(bool english)
{
    public bool English => english;

    public string Language => english ? "en" : "ko";

    public string Banner => english ? "Test receipt — no money moved" : "테스트 영수증 — 실제로 결제된 금액이 없어요";

    public string Receipt => english ? "Payment receipt" : "결제 영수증";

    public string CashReceipt => english ? "Cash receipt" : "현금영수증";

    public string Unknown => english ? "The sandbox has no such entry" : "샌드박스에 없는 내역이에요";

    public string Note => english
        ? "The sandbox keeps its payments in memory. They are lost after a restart."
        : "샌드박스는 결제 내역을 메모리에만 보관해서, 다시 시작하면 내역이 사라져요.";

    public string NoTerms => english ? "This is a sandbox: there are no real terms." : "테스트 환경이라 실제 약관은 없어요.";

    public string OrderName => english ? "Order" : "주문명";

    public string Status => english ? "Status" : "상태";

    public string Method => english ? "Paid by" : "결제수단";

    public string ApprovedAt => english ? "Approved at" : "승인 일시";

    public string Account => english ? "Virtual account" : "가상계좌 번호";

    public string DueDate => english ? "Deposit until" : "입금 기한";

    public string Discount => english ? "Instant discount" : "즉시 할인";

    public string Left => english ? "Left after refunds" : "취소 후 남은 금액";

    public string OrderId => english ? "Order number" : "주문번호";

    public string PaymentKey => english ? "Payment key" : "결제 키";

    public string Number => english ? "Number" : "발급 번호";

    public string Money(decimal amount, string currency)
    {
        var number = amount.ToString(currency == "USD" ? "#,0.00" : "#,0", CultureInfo.InvariantCulture);
        return (currency, english) switch
        {
            ("KRW", true) => $"₩{number}",
            ("KRW", false) => $"{number}원",
            _ => $"{number} {currency}",
        };
    }
}
