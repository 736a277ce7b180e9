using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>How far the review of a seller is. An unknown status is kept as it came.</summary>
[JsonConverter(typeof(PaymentValueJsonConverter<SellerStatus>))]
[TypeConverter(typeof(TextTypeConverter<SellerStatus>))]
public readonly record struct SellerStatus : IOpenValue<SellerStatus>
{
    private readonly string? _value;

    private SellerStatus(string value) => _value = value;

    /// <summary>The seller has to confirm; nothing can be paid out.</summary>
    public static SellerStatus ApprovalRequired { get; } = new("APPROVAL_REQUIRED");

    /// <summary>Up to 10 million won a week.</summary>
    public static SellerStatus PartiallyApproved { get; } = new("PARTIALLY_APPROVED");

    /// <summary>The seller has to prove who it is before more is paid out.</summary>
    public static SellerStatus KycRequired { get; } = new("KYC_REQUIRED");

    /// <summary>No limit.</summary>
    public static SellerStatus Approved { get; } = new("APPROVED");

    /// <summary>The text as it travels; empty for <c>default</c>.</summary>
    public string Value => _value ?? string.Empty;

    /// <summary>The seller status of this text.</summary>
    public static SellerStatus From(string? text) => new(text ?? string.Empty);

    /// <summary>Reads any text of 1 to 200 characters, known or not, whatever the culture: routes, queries and forms bind through it.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out SellerStatus result) => OpenText.TryParse(s, out result);

    static SellerStatus IParsable<SellerStatus>.Parse(string s, IFormatProvider? provider) => OpenText.Parse<SellerStatus>(s);

    /// <inheritdoc cref="Value"/>
    public override string ToString() => Value;
}
