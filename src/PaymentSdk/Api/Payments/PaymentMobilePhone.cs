using System.Text;
using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>A payment on the phone bill.</summary>
public sealed record PaymentMobilePhone : ApiObject
{
    /// <summary>The phone number, 8 to 15 digits.</summary>
    public string? CustomerMobilePhone { get; init; }

    /// <summary>Whether it has been settled.</summary>
    public SettlementStatus? SettlementStatus { get; init; }

    /// <summary>The receipt page. An https address; null when the answer names another one.</summary>
    [JsonConverter(typeof(PageAddressConverter))]
    public string? ReceiptUrl { get; init; }

    /// <summary>Only what is neither personal nor secret is printed.</summary>
    protected override bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [SettlementStatus]);
}
