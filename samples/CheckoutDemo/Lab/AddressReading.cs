using System.Text.Json.Serialization;
using PaymentSdk.AspNetCore;

namespace CheckoutDemo.Lab;

/// <summary>An address that the user typed, with its origin or the reason why it has none.</summary>
internal sealed record AddressReading(string? Problem)
{
    private const int Longest = 2048;

    [JsonIgnore]
    public Origin? Found { get; private init; }

    public string? Origin => Found?.ToString();

    public string? Scheme => Found?.Scheme;

    public string? Host => Found?.Host;

    public int? Port => Found?.Port;

    public static AddressReading Of(string? text)
    {
        var typed = (text ?? "").Trim();
        try
        {
            return new AddressReading(Problem: null) { Found = PaymentSdk.AspNetCore.Origin.OfAddress(typed.Length > Longest ? typed[..Longest] : typed) };
        }
        catch (FormatException exception)
        {
            return new AddressReading(exception.Message);
        }
    }
}
