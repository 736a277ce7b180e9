using PaymentSdk.Checkout.State;
using PaymentSdk.Tests.Architecture;

namespace PaymentSdk.Tests.Checkout;

/// <summary>The matrix of docs/spec/money.md §2 and the transition table of the code agree in every cell.</summary>
public sealed class MatrixTests
{
    private static readonly Cell[] Cells =
    [
        .. from state in Enum.GetValues<AttemptState>()
           from seen in Enum.GetValues<Seen>()
           from reversal in new[] { false, true }
           from duplicate in new[] { false, true }
           from late in new[] { false, true }
           from other in Enum.GetValues<OtherAttempt>()
           select new Cell(state, seen, reversal, duplicate, late, other),
    ];

    [Fact]
    public void Every_cell_has_the_answer_that_the_table_gives_it()
    {
        var rows = Rows();
        Assert.True(rows.Count > 40, $"The matrix has {rows.Count} rows; is it still in docs/spec/money.md?");

        var differ = Cells.Where(cell => rows.Find(row => row.Fits(cell))?.Answer != TransitionTable.Decide(cell).ToString()).Take(20)
            .Select(cell => $"{cell}: {TransitionTable.Decide(cell)} in the code, {rows.Find(row => row.Fits(cell))?.Answer} in the matrix");

        Assert.Equal([], differ);
    }

    [Fact]
    public void Every_row_of_the_table_decides_a_cell()
    {
        var rows = Rows();
        var used = Cells.Select(cell => rows.Find(row => row.Fits(cell))).ToHashSet();

        Assert.Equal([], rows.Where(row => !used.Contains(row)));
    }

    [Fact]
    public void Every_answer_is_a_legal_move()
    {
        var illegal =
            from cell in Cells
            let to = After(TransitionTable.Decide(cell))
            where to is { } next && next != cell.State && !AttemptStates.MayMove(cell.State, next)
            select $"{cell} -> {to}";

        Assert.Equal([], illegal.Take(20));
    }

    [Fact]
    public void No_cell_with_a_reversal_or_a_duplicate_or_beside_another_attempt_that_blocks_is_a_sale()
    {
        var sales = Cells.Where(cell => TransitionTable.Decide(cell) is Answer.Approve or Answer.ApproveLate);

        Assert.DoesNotContain(sales, cell => cell.ReversalRequested || cell.IsDuplicate || cell.Other != OtherAttempt.None
            || cell.State is AttemptState.Reversing or AttemptState.DuplicatePayment);
    }

    private static AttemptState? After(Answer answer) => answer switch
    {
        Answer.Approve or Answer.ApproveLate or Answer.Restore => AttemptState.Approved,
        Answer.AwaitDeposit or Answer.ReturnDeposit => AttemptState.AwaitingDeposit,
        Answer.Decline => AttemptState.Declined,
        Answer.Expire => AttemptState.Expired,
        Answer.EndNotSent => AttemptState.NotSent,
        Answer.Mismatch => AttemptState.Mismatch,
        Answer.PartlyCancel => AttemptState.PartlyCanceled,
        Answer.Cancel or Answer.CancelQuietly => AttemptState.Canceled,
        Answer.Reverse => AttemptState.Reversing,
        Answer.MarkDuplicate => AttemptState.DuplicatePayment,
        Answer.Attend => AttemptState.NeedsAttention,
        _ => null,
    };

    private static List<Row> Rows() =>
    [
        .. File.ReadAllLines(Path.Combine(Repository.Root, "docs", "spec", "money.md"))
            .SkipWhile(line => !line.StartsWith("| state | seen |", StringComparison.Ordinal)).Skip(2)
            .TakeWhile(line => line.StartsWith("| ", StringComparison.Ordinal))
            .Select(line => line.Trim('|', ' ').Split('|', StringSplitOptions.TrimEntries))
            .Select(parts => new Row(parts[0], parts[1], parts[2], parts[3], parts[4])),
    ];

    private sealed record Row(string State, string Seen, string Facts, string Other, string Answer)
    {
        public bool Fits(Cell cell) =>
            Lists(State, cell.State.ToString()) && Lists(Seen, cell.Seen.ToString()) && Lists(Other, cell.Other.ToString()) && Facts switch
            {
                "*" => true,
                "duplicate" => cell.IsDuplicate,
                "reversal" => cell.ReversalRequested,
                "-" => !cell.IsDuplicate && !cell.ReversalRequested,
                _ => throw new InvalidOperationException($"The matrix names unknown facts: '{Facts}'."),
            };

        private static bool Lists(string names, string name) => names == "*" || names.Split(", ").Contains(name);
    }
}
