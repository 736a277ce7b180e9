using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>
/// The purpose of a cash receipt. The Korean and the English word compare as equal; <see cref="Value"/> keeps the received word. An unknown cash
/// receipt type is kept as received.
/// </summary>
[JsonConverter(typeof(PaymentValueJsonConverter<CashReceiptType>)), OpenValue("cash receipt type")]
public readonly partial record struct CashReceiptType : IOpenValue<CashReceiptType>
{
    private static readonly OpenWords Words = new(
        ["소득공제", "INCOME_DEDUCTION", "CONSUMER_INCOME_DEDUCTION"],
        ["지출증빙", "EXPENSE_PROOF", "EXPENDITURE_PROOF", "PROOF_OF_EXPENDITURE"],
        ["미발행", "NOT_ISSUED", "NONE"]);

    /// <summary>For the income tax deduction of a person.</summary>
    public static CashReceiptType IncomeDeduction { get; } = new("소득공제");

    /// <summary>For the proof of expenses of a business.</summary>
    public static CashReceiptType ExpenseProof { get; } = new("지출증빙");

    /// <summary>No cash receipt is issued.</summary>
    public static CashReceiptType NotIssued { get; } = new("미발행");

    /// <summary>Returns whether both values mean the same cash receipt type.</summary>
    public bool Equals(CashReceiptType other) => Words.Known(Value) == Words.Known(other.Value);

    /// <inheritdoc/>
    public override int GetHashCode() => Words.Known(Value).GetHashCode(StringComparison.Ordinal);
}
