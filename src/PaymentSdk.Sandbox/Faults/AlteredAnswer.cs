using System.Text.Json.Nodes;
using PaymentSdk.Sandbox.Answers;

namespace PaymentSdk.Sandbox.Faults;

/// <summary>Falsifies a correct answer: the first object in it gets a different identity or amount.</summary>
internal static class AlteredAnswer
{
    private static readonly (string Member, string Value)[] _names =
    [
        ("paymentKey", "tgen_another_payment"), ("orderId", "another-order"), ("id", "FPA_another_payout"), ("refPayoutId", "another-payout"),
    ];

    private static readonly string[] _amounts = ["totalAmount", "balanceAmount", "amount"];

    public static ApiAnswer AnotherPayment(ApiAnswer answer) => Bend(answer, told =>
    {
        foreach (var (member, value) in _names.Where(name => told.ContainsKey(name.Member)))
            told[member] = value;
    });

    public static ApiAnswer AnotherAmount(ApiAnswer answer) => Bend(answer, told =>
    {
        foreach (var member in _amounts)
        {
            if (told[member] is JsonObject amount)
                Raise(amount, "value");
            else if (told[member] is not null)
                Raise(told, member);
        }
    });

    private static ApiAnswer Bend(ApiAnswer answer, Action<JsonObject> change)
    {
        if (answer.Body.Length == 0)
            return answer;
        var body = JsonNode.Parse(answer.Body)!;
        if (First(body) is { } told)
            change(told);
        return answer with { Body = Json.Write(body) };
    }

    /// <summary>Returns the object itself or the first object of a list, unwrapped from the envelope of version 2.</summary>
    private static JsonObject? First(JsonNode body) => body switch
    {
        JsonArray { Count: > 0 } list => First(list[0]!),
        JsonObject envelope when envelope["entityBody"] is { } inner => First(inner),
        JsonObject page when page["items"] is JsonArray items => First(items),
        JsonObject told => told,
        _ => null,
    };

    private static void Raise(JsonObject told, string member) => told[member] = told[member]!.GetValue<decimal>() + 100;
}
