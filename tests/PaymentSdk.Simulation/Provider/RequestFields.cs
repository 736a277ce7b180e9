using System.Text.Json;

namespace PaymentSdk.Simulation.Provider;

/// <summary>The fields of a request's body that the gateway knows.</summary>
internal sealed record RequestFields
{
    public static RequestFields Empty { get; } = new();

    public string? PaymentKey { get; init; }

    public string? OrderId { get; init; }

    public string? OrderName { get; init; }

    public decimal? Amount { get; init; }

    public string? CustomerKey { get; init; }

    public string? CancelReason { get; init; }

    public decimal? CancelAmount { get; init; }

    public decimal? RefundableAmount { get; init; }

    public decimal? TaxFreeAmount { get; init; }

    public string? CancelRequestId { get; init; }

    public string? CardNumber { get; init; }

    /// <summary>The number of the refund account; null when the body names none.</summary>
    public string? RefundAccountNumber { get; init; }

    public bool NamesRefundAccount { get; init; }

    public static RequestFields Read(ReadOnlySpan<byte> body)
    {
        if (body.IsEmpty)
            return Empty;
        var fields = Empty;
        var reader = new Utf8JsonReader(body);
        string? parent = null;
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.EndObject:
                    parent = null;
                    break;
                case JsonTokenType.PropertyName:
                    var name = reader.GetString()!;
                    reader.Read();
                    if (reader.TokenType == JsonTokenType.StartObject)
                    {
                        parent = name;
                        fields = name == "refundReceiveAccount" ? fields with { NamesRefundAccount = true } : fields;
                    }
                    else
                    {
                        fields = With(fields, parent, name, ref reader);
                    }

                    break;
                default:
                    break;
            }
        }

        return fields;
    }

    private static RequestFields With(RequestFields fields, string? parent, string name, ref Utf8JsonReader reader) => (parent, name) switch
    {
        (null, "paymentKey") => fields with { PaymentKey = reader.GetString() },
        (null, "orderId") => fields with { OrderId = reader.GetString() },
        (null, "orderName") => fields with { OrderName = reader.GetString() },
        (null, "amount") => fields with { Amount = reader.GetDecimal() },
        (null, "customerKey") => fields with { CustomerKey = reader.GetString() },
        (null, "cancelReason") => fields with { CancelReason = reader.GetString() },
        (null, "cancelAmount") => fields with { CancelAmount = reader.GetDecimal() },
        (null, "refundableAmount") => fields with { RefundableAmount = reader.GetDecimal() },
        (null, "taxFreeAmount") => fields with { TaxFreeAmount = reader.GetDecimal() },
        (null, "cancelRequestId") => fields with { CancelRequestId = reader.GetString() },
        (null, "cardNumber") => fields with { CardNumber = reader.GetString() },
        ("refundReceiveAccount", "accountNumber") => fields with { RefundAccountNumber = reader.GetString() },
        _ => fields,
    };
}
