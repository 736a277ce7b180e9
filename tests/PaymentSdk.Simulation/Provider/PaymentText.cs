using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace PaymentSdk.Simulation.Provider;

/// <summary>Writes the gateway's objects as JSON (docs/spec/payment-api.md §3).</summary>
internal static class PaymentText
{
    private static readonly TimeSpan Korea = TimeSpan.FromHours(9);

    public static byte[] Write(GatewayPayment payment, PaymentVersion version)
    {
        var buffer = new ArrayBufferWriter<byte>(2048);
        using (var json = new Utf8JsonWriter(buffer))
            Write(json, payment, version);
        return buffer.WrittenSpan.ToArray();
    }

    public static byte[] Error(string code)
    {
        var buffer = new ArrayBufferWriter<byte>(128);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("code", code);
            json.WriteString("message", code);
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Returns a webhook of form A with a payment or a cancel.</summary>
    public static byte[] Event(string type, DateTimeOffset now, Action<Utf8JsonWriter> data)
    {
        var buffer = new ArrayBufferWriter<byte>(2048);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("eventType", type);
            json.WriteString("createdAt", Precise(now));
            json.WritePropertyName("data");
            data(json);
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Returns a webhook of form B.</summary>
    public static byte[] DepositCallback(string orderId, string status, string? transactionKey, string? secret, DateTimeOffset now)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("createdAt", Precise(now));
            json.WriteString("secret", secret);
            json.WriteString("status", status);
            json.WriteString("transactionKey", transactionKey);
            json.WriteString("orderId", orderId);
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    public static byte[] Transactions(IEnumerable<(GatewayPayment Payment, Execution Execution)> rows, bool listsNegative)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartArray();
            foreach (var (payment, execution) in rows)
            {
                json.WriteStartObject();
                json.WriteString("mId", payment.MerchantId);
                json.WriteString("transactionKey", execution.TransactionKey);
                json.WriteString("paymentKey", payment.Key);
                json.WriteString("orderId", payment.Plan.OrderId);
                json.WriteString("method", Method(payment.Plan.Method));
                json.WriteNull("customerKey");
                json.WriteBoolean("useEscrow", false);
                json.WriteString("status", execution.Status);
                json.WriteString("transactionAt", Time(execution.At));
                json.WriteString("currency", "KRW");
                json.WriteNumber("amount", execution.Movement == Movement.ReturnedDeposit || (execution.Movement == Movement.Cancel && listsNegative) ? -execution.Amount : execution.Amount);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        return buffer.WrittenSpan.ToArray();
    }

    public static void Write(Utf8JsonWriter json, GatewayPayment payment, PaymentVersion version)
    {
        var plan = payment.Plan;
        var isOpen = version.Status is PaymentStatuses.Ready or PaymentStatuses.InProgress;
        json.WriteStartObject();
        json.WriteString("mId", payment.MerchantId);
        json.WriteString("version", "2022-11-16");
        json.WriteString("paymentKey", payment.Key);
        json.WriteString("type", plan.Type);
        json.WriteString("orderId", plan.OrderId);
        // A real EXPIRED payment has no values for these members (docs/spec/payment-api.md §3.12).
        json.WriteString("orderName", version.Status == PaymentStatuses.Expired ? "" : "주문");
        json.WriteString("currency", "KRW");
        if (isOpen || version.Status is PaymentStatuses.Expired or PaymentStatuses.Aborted)
            json.WriteNull("method");
        else
            json.WriteString("method", Method(plan.Method));
        json.WriteNumber("totalAmount", version.Total);
        json.WriteNumber("balanceAmount", version.Balance);
        json.WriteString("status", version.Status);
        json.WriteString("requestedAt", Time(payment.RequestedAt));
        WriteTime(json, "approvedAt", version.ApprovedAt);
        json.WriteString("lastTransactionKey", version.LastTransactionKey);
        json.WriteNumber("suppliedAmount", version.Balance - Vat(version.Balance));
        json.WriteNumber("vat", Vat(version.Balance));
        json.WriteNumber("taxFreeAmount", 0);
        json.WriteBoolean("isPartialCancelable", version.Status != PaymentStatuses.WaitingForDeposit);
        WriteCancels(json, version);
        WriteAccount(json, payment, version);
        WriteMethod(json, payment, version);
        json.WriteString("secret", version.LastTransactionKey is null ? null : payment.Secret);
        json.WriteString("country", "KR");
        if (version.FailureCode is { } failure)
        {
            json.WriteStartObject("failure");
            json.WriteString("code", failure);
            json.WriteString("message", failure);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("failure");
        }

        json.WriteEndObject();
    }

    public static void WriteCancel(Utf8JsonWriter json, Cancellation cancel)
    {
        json.WriteStartObject();
        json.WriteString("transactionKey", cancel.TransactionKey);
        json.WriteString("cancelReason", cancel.Reason);
        json.WriteString("canceledAt", Time(cancel.At));
        json.WriteNumber("cancelAmount", cancel.Amount);
        json.WriteNumber("taxFreeAmount", cancel.TaxFree);
        json.WriteNumber("refundableAmount", cancel.Left);
        json.WriteString("cancelStatus", cancel.Status);
        json.WriteString("cancelRequestId", cancel.RequestId);
        json.WriteNull("receiptKey");
        json.WriteEndObject();
    }

    public static string RefundStatus(PaymentVersion version)
    {
        bool any = false, pending = false, failed = false, completed = false;
        foreach (var cancel in version.Cancels)
        {
            any |= cancel.Payout is not null;
            pending |= cancel.Payout == PayoutState.Pending;
            failed |= cancel.Payout == PayoutState.Failed;
            completed |= cancel.Payout == PayoutState.Completed;
        }

        return !any ? "NONE" : pending ? "PENDING" : !failed ? "COMPLETED" : completed ? "PARTIAL_FAILED" : "FAILED";
    }

    private static void WriteCancels(Utf8JsonWriter json, PaymentVersion version)
    {
        if (version.Cancels.IsEmpty)
        {
            json.WriteNull("cancels");
            return;
        }

        json.WriteStartArray("cancels");
        foreach (var cancel in version.Cancels)
            WriteCancel(json, cancel);
        json.WriteEndArray();
    }

    private static void WriteAccount(Utf8JsonWriter json, GatewayPayment payment, PaymentVersion version)
    {
        if (version.DueDate is not { } due)
        {
            json.WriteNull("virtualAccount");
            return;
        }

        json.WriteStartObject("virtualAccount");
        json.WriteString("accountType", "일반");
        json.WriteString("accountNumber", "X6505636518" + payment.Key.Length.ToString(CultureInfo.InvariantCulture));
        json.WriteString("bankCode", "88");
        json.WriteString("customerName", "김토스");
        json.WriteString("dueDate", Time(due));
        json.WriteString("refundStatus", RefundStatus(version));
        json.WriteBoolean("expired", version.IsOverdue);
        json.WriteString("settlementStatus", "INCOMPLETED");
        json.WriteEndObject();
    }

    private static void WriteMethod(Utf8JsonWriter json, GatewayPayment payment, PaymentVersion version)
    {
        if (payment.Plan.Method == PayMethod.Card && version.LastTransactionKey is not null)
        {
            json.WriteStartObject("card");
            json.WriteString("issuerCode", "61");
            json.WriteString("number", "12345678****123*");
            json.WriteNumber("installmentPlanMonths", 0);
            json.WriteString("approveNo", "00000000");
            json.WriteNumber("amount", version.Total);
            json.WriteEndObject();
            json.WriteStartObject("receipt");
            json.WriteString("url", "https://dashboard.tosspayments.com/receipt/" + payment.Key);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("card");
        }
    }

    private static void WriteTime(Utf8JsonWriter json, string name, DateTimeOffset? time)
    {
        if (time is { } there)
            json.WriteString(name, Time(there));
        else
            json.WriteNull(name);
    }

    private static string Method(PayMethod method) => method switch
    {
        PayMethod.Card => "카드",
        PayMethod.Wallet => "간편결제",
        PayMethod.Transfer => "계좌이체",
        PayMethod.VirtualAccount => "가상계좌",
        _ => "해외간편결제",
    };

    private static decimal Vat(decimal amount) => Math.Round(amount / 11, 0, MidpointRounding.AwayFromZero);

    private static string Time(DateTimeOffset time) => time.ToOffset(Korea).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    private static string Precise(DateTimeOffset time) => time.ToOffset(Korea).ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff", CultureInfo.InvariantCulture);
}
