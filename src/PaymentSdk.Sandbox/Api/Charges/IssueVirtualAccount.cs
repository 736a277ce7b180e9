using System.Globalization;
using PaymentSdk.Sandbox.Answers;
using PaymentSdk.Sandbox.Api.Pipeline;
using PaymentSdk.Sandbox.Stores;

namespace PaymentSdk.Sandbox.Api.Charges;

/// <summary><c>POST /v1/virtual-accounts</c>: issues a virtual account (docs/spec/payment-api.md §2.1).</summary>
internal sealed class IssueVirtualAccount(PaymentStore store, SandboxClock clock)
{
    private const int _mostHours = 2160;

    public ApiAnswer Answer(ApiRequest request)
    {
        var body = Fields.Parse(request.Body);
        body.RequiredText("customerName", 100);
        var now = clock.GetUtcNow();
        var (hours, dueDate) = (body.Amount("validHours"), DueDate(body, now));
        if (hours is not null && dueDate is not null)
            throw new RefusedException("INVALID_VALID_HOURS_WITH_DUE_DATE_AND_SINGLE");
        if (hours > _mostHours)
            throw new RefusedException("EXCEED_MAX_VALID_HOURS");
        if (hours < 1 || hours % 1 > 0)
            throw new RefusedException("INVALID_REQUEST");

        var session = body.RequiredSession(request, PaymentType.Normal) with
        {
            ValidHours = (int)(hours ?? 168),
            UseEscrow = body.Flag("useEscrow") ?? false,
            CashReceiptType = CashReceipt(body.Object("cashReceipt")),
        };
        var charge = new DirectCharge(session, Account(body)) { IdempotencyKey = request.IdempotencyKey, DueDate = dueDate };
        return ApiAnswer.Ok(PaymentJson.Write(store.Charge(charge), new Words(request.English), now));
    }

    private static DateTimeOffset? DueDate(Fields body, DateTimeOffset now)
    {
        if (body.Text("dueDate", 40) is not { } text)
            return null;
        if (!DateTime.TryParseExact(text, "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            throw new RefusedException("INVALID_DATE");
        var due = new DateTimeOffset(time, Korea.Offset);
        if (due <= now)
            throw new RefusedException("INVALID_DATE");
        return due <= now.AddDays(90) ? due : throw new RefusedException("EXCEED_MAX_DUE_DATE");
    }

    private static PaymentChoice.VirtualAccount Account(Fields body)
    {
        var bank = Banks.Code(body.RequiredText("bank", 30)) ?? throw new RefusedException("INVALID_BANK");
        var accountKey = body.Text("accountKey", 13);
        return body.Text("accountType", 10) switch
        {
            // An account key without a type makes the account a fixed one (docs/spec/payment-api.md §13).
            null when accountKey is not null => new PaymentChoice.VirtualAccount(bank) { FixedNumber = $"X{accountKey}" },
            null or "일반" or "NORMAL" => new PaymentChoice.VirtualAccount(bank),
            "고정" or "FIXED" => new PaymentChoice.VirtualAccount(bank) { FixedNumber = $"X{accountKey ?? throw new RefusedException("REQUIRED_ACCOUNT_KEY")}" },
            _ => throw new RefusedException("INVALID_VIRTUAL_ACCOUNT_TYPE"),
        };
    }

    private static string? CashReceipt(Fields? receipt) => receipt?.RequiredText("type", 10) switch
    {
        null or "미발행" => null,
        "소득공제" or "지출증빙" when receipt.Text("registrationNumber", 30) is { Length: > 0 } => receipt.RequiredText("type", 10),
        _ => throw new RefusedException("INVALID_CASH_RECEIPT_INFO"),
    };
}
