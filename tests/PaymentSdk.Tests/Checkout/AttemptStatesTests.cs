using PaymentSdk.Checkout.State;

namespace PaymentSdk.Tests.Checkout;

public sealed class AttemptStatesTests
{
    /// <summary>The table of docs/spec/money.md §2, transcribed separately from the code.</summary>
    private static readonly Dictionary<AttemptState, AttemptState[]> Legal = new()
    {
        [AttemptState.Created] = [AttemptState.Confirming, AttemptState.Superseded, AttemptState.Expired],
        [AttemptState.Confirming] = [AttemptState.Unknown, .. Final],
        [AttemptState.Unknown] = [AttemptState.Confirming, .. Final],
        [AttemptState.AwaitingDeposit] =
            [AttemptState.Approved, AttemptState.Expired, AttemptState.Canceled, AttemptState.Reversing, AttemptState.Mismatch, AttemptState.NeedsAttention],
        [AttemptState.Approved] = [AttemptState.PartlyCanceled, AttemptState.Canceled, AttemptState.AwaitingDeposit, AttemptState.Reversing, AttemptState.NeedsAttention],
        [AttemptState.PartlyCanceled] =
        [
            AttemptState.PartlyCanceled, AttemptState.Canceled, AttemptState.Approved, AttemptState.AwaitingDeposit, AttemptState.Reversing, AttemptState.NeedsAttention,
        ],
        [AttemptState.Declined] = FromClosed,
        [AttemptState.Expired] = FromClosed,
        [AttemptState.NotSent] = FromClosed,
        [AttemptState.Superseded] = FromClosed,
        [AttemptState.Reversing] = [AttemptState.Canceled, AttemptState.NeedsAttention, AttemptState.Expired, AttemptState.NotSent],
        [AttemptState.DuplicatePayment] = [AttemptState.Canceled, AttemptState.NeedsAttention],
        [AttemptState.Mismatch] = [.. Enum.GetValues<AttemptState>().Except([AttemptState.Mismatch])],
        [AttemptState.NeedsAttention] = [.. Enum.GetValues<AttemptState>().Except([AttemptState.NeedsAttention])],
        [AttemptState.Canceled] = [AttemptState.Reversing, AttemptState.NeedsAttention],
    };

    private static AttemptState[] FromClosed =>
    [
        AttemptState.Approved, AttemptState.DuplicatePayment, AttemptState.Reversing, AttemptState.Canceled, AttemptState.Mismatch, AttemptState.NeedsAttention,
    ];

    private static AttemptState[] Final =>
    [
        AttemptState.Approved, AttemptState.AwaitingDeposit, AttemptState.Declined, AttemptState.Expired, AttemptState.NotSent,
        AttemptState.Mismatch, AttemptState.Canceled, AttemptState.Reversing, AttemptState.NeedsAttention,
    ];

    [Fact]
    public void Every_move_is_legal_exactly_when_the_table_says_so()
    {
        var states = Enum.GetValues<AttemptState>();
        var differ =
            from before in states
            from after in states
            where AttemptStates.MayMove(before, after) != Legal[before].Contains(after)
            select $"{before} -> {after}";

        Assert.Empty(differ);
    }

    [Theory]
    [InlineData(AttemptState.Created, false)]
    [InlineData(AttemptState.Confirming, true)]
    [InlineData(AttemptState.Unknown, true)]
    [InlineData(AttemptState.AwaitingDeposit, true)]
    [InlineData(AttemptState.Approved, true)]
    [InlineData(AttemptState.PartlyCanceled, true)]
    [InlineData(AttemptState.Declined, false)]
    [InlineData(AttemptState.Expired, false)]
    [InlineData(AttemptState.NotSent, false)]
    [InlineData(AttemptState.Superseded, false)]
    [InlineData(AttemptState.Mismatch, true)]
    [InlineData(AttemptState.NeedsAttention, true)]
    [InlineData(AttemptState.Reversing, true)]
    public void An_attempt_blocks_its_purchase_unless_nothing_can_come_of_it(AttemptState state, bool blocks)
    {
        Assert.Equal(blocks, AttemptStates.Blocks(Attempts.In(state)));
    }

    [Fact]
    public void A_canceled_payment_blocks_and_a_virtual_account_canceled_before_its_deposit_does_not()
    {
        var canceled = Attempts.In(AttemptState.Canceled);

        Assert.False(AttemptStates.Blocks(canceled));
        Assert.True(AttemptStates.Blocks(canceled with { ApprovedAt = canceled.OpenedAt }));
    }
}
