using System.Text;
using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>The details of a payment by phone bill.</summary>
public sealed record PaymentMobilePhone : ApiObject
{
    /// <summary>The buyer's phone number, 8 to 15 digits.</summary>
    public string? CustomerMobilePhone { get; init; }

    /// <summary>Whether the payment has been settled.</summary>
    public SettlementStatus? SettlementStatus { get; init; }

    /// <summary>The URL of the receipt page (https, or http on loopback); null when the answer contains any other URL.</summary>
    [JsonConverter(typeof(PageAddressConverter))]
    public string? ReceiptUrl { get; init; }

    /// <summary>Prints only members that are neither personal nor secret.</summary>
    protected override bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [SettlementStatus]);
}
