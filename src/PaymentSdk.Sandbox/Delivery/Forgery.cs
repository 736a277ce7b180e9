using System.Text.Json.Nodes;
using PaymentSdk.Sandbox.Answers;
using PaymentSdk.Sandbox.Stores;

namespace PaymentSdk.Sandbox.Delivery;

/// <summary>Makes a message that a stranger could have sent: right in form and names, but it tells what did not happen.</summary>
internal static class Forgery
{
    public static Webhook Of(Webhook real)
    {
        var body = JsonNode.Parse(real.Body)!.AsObject();
        var status = real.Status is PaymentStatus.Done ? PaymentStatus.Canceled : PaymentStatus.Done;
        var told = (body["data"] ?? body["entityBody"] ?? body).AsObject();
        told["status"] = status;
        Bend(told, "secret", Identifiers.Secret());
        Bend(told, "transactionKey", Identifiers.TransactionKey());
        Bend(told, "lastTransactionKey", Identifiers.TransactionKey());
        if (told["totalAmount"] is { } total)
            told["balanceAmount"] = status == PaymentStatus.Canceled ? 0 : total.DeepClone();
        return real with { Body = Json.Write(body), Status = status, Forged = true };
    }

    private static void Bend(JsonObject told, string member, string value)
    {
        if (told.ContainsKey(member))
            told[member] = value;
    }
}
