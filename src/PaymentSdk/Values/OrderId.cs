using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text.Json.Serialization;
using PaymentSdk.Api;
using PaymentSdk.Values;

namespace PaymentSdk;

/// <summary>The gateway's order id of one attempt to pay a purchase: 6 to 64 characters of <c>A-Z a-z 0-9 - _ =</c>.</summary>
[JsonConverter(typeof(PaymentValueJsonConverter<OrderId>)), OpaqueText("an order id", 6, 64)]
public readonly partial record struct OrderId : IOpenValue<OrderId>
{
    private static readonly SearchValues<char> Allowed =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_=");

    /// <summary>Creates a new, unguessable id of 160 random bits, written as 40 lower-case hexadecimal characters.</summary>
    public static OrderId New() => new(RandomNumberGenerator.GetHexString(40, lowercase: true));

    /// <summary>Tries to read an order id; <paramref name="reason"/> says why the text is not one.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out OrderId id, [NotNullWhen(false)] out string? reason)
    {
        id = default;
        reason = text switch
        {
            null or "" => "An order id is required.",
            { Length: < 6 or > 64 } => $"An order id must have 6 to 64 characters; this one has {text.Length}.",
            _ when text.AsSpan().ContainsAnyExcept(Allowed) => "An order id must have only the characters A-Z, a-z, 0-9, '-', '_' and '='.",
            _ => null,
        };
        if (reason is not null)
            return false;
        id = new OrderId(text!);
        return true;
    }

    /// <summary>Whether this is a valid order id. Ids from a request body or from the API are kept as received, valid or not.</summary>
    internal bool IsUsable => TryParse(Value, out _, out _);
}
