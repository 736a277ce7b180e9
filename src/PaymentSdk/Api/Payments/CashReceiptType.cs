using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>
/// What a cash receipt is for. Korean and English words are equal; <see cref="Value"/> keeps the one that came. An unknown cash receipt type is kept too.
/// </summary>
[JsonConverter(typeof(PaymentValueJsonConverter<CashReceiptType>)), OpenValue("cash receipt type")]
public readonly partial record struct CashReceiptType : IOpenValue<CashReceiptType>
{
    private static readonly OpenWords Words = new(
        ["소득공제", "INCOME_DEDUCTION", "CONSUMER_INCOME_DEDUCTION"],
        ["지출증빙", "EXPENSE_PROOF", "EXPENDITURE_PROOF", "PROOF_OF_EXPENDITURE"],
        ["미발행", "NOT_ISSUED", "NONE"]);

    /// <summary>The income deduction of a person.</summary>
    public static CashReceiptType IncomeDeduction { get; } = new("소득공제");

    /// <summary>The expense proof of a business.</summary>
    public static CashReceiptType ExpenseProof { get; } = new("지출증빙");

    /// <summary>None is to be issued.</summary>
    public static CashReceiptType NotIssued { get; } = new("미발행");

    /// <summary>Whether both mean the same cash receipt type.</summary>
    public bool Equals(CashReceiptType other) => Words.Known(Value) == Words.Known(other.Value);

    /// <inheritdoc/>
    public override int GetHashCode() => Words.Known(Value).GetHashCode(StringComparison.Ordinal);
}
