using System.Text;
using PaymentSdk.Checkout.State;
using PaymentSdk.Tests.Shared;
using PaymentSdk.Tests.Shared.Fuzzing;
using static PaymentSdk.Tests.Checkout.TestObservations;

namespace PaymentSdk.Tests.Checkout;

/// <summary>
/// Answers that contain a deciding field twice with different values (docs/spec/money.md §4): such an answer is void, and the payment is queried
/// again. After three void answers in a row, the order needs an operator.
/// </summary>
public sealed class VoidAnswerTests
{
    private const string StatusTwice = "status given twice: DONE and CANCELED";

    private static Observation Void(string contradiction, bool byQuery = true) => new()
    {
        Fact = ObservedFact.Nothing,
        ByQuery = byQuery,
        StatusCode = 200,
        Contradiction = contradiction,
    };

    [Theory]
    [InlineData(AttemptState.Unknown)]
    [InlineData(AttemptState.AwaitingDeposit)]
    [InlineData(AttemptState.Approved)]
    [InlineData(AttemptState.PartlyCanceled)]
    [InlineData(AttemptState.Reversing)]
    [InlineData(AttemptState.Expired)]
    public void The_third_void_answer_in_a_row_needs_attention_and_shows_both_values(AttemptState state)
    {
        var entry = Attempts.Entry(state, TimeSpan.FromMinutes(5), row => row with { DueAt = Attempts.Opened });

        var first = Apply(entry, Void(StatusTwice)).After();
        var second = Apply(entry with { Attempt = first }, Void(StatusTwice)).After();
        var third = Apply(entry with { Attempt = second }, Void(StatusTwice));

        Assert.Equal((state, state), (first.State, second.State));
        Assert.NotNull(second.DueAt);
        Assert.Equal((AttemptState.NeedsAttention, null), (third.After().State, third.After().DoubtfulObservation));
        Assert.Equal([OrderEventType.NeedsAttention], third.EventTypes());
        Assert.Contains(StatusTwice, third.Moves[0].Journal!.Evidence, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_void_answer_and_one_that_can_be_read_start_the_count_again()
    {
        var entry = Attempts.Entry(AttemptState.PartlyCanceled, TimeSpan.FromMinutes(5), row => row.Paid(10_000, 1) with { DueAt = Attempts.Opened });
        var twice = Apply(entry with { Attempt = Apply(entry, Void(StatusTwice)).After() }, Void(StatusTwice)).After();

        var other = Apply(entry with { Attempt = twice }, Void("totalAmount given twice: 1 and 2")).After();
        var read = Apply(entry with { Attempt = twice }, Query(entry, "PARTIAL_CANCELED", 10_000, Cancel("t1", 5_000))).After();

        Assert.Equal((AttemptState.PartlyCanceled, "void 1: totalAmount given twice: 1 and 2"), (other.State, other.DoubtfulObservation));
        Assert.Equal((AttemptState.PartlyCanceled, null), (read.State, read.DoubtfulObservation));
    }

    [Fact]
    public void A_missing_answer_between_two_void_ones_does_not_reset_them_and_the_answer_to_a_confirm_is_not_counted()
    {
        var entry = Attempts.Entry(AttemptState.Unknown, TimeSpan.FromMinutes(5));
        var twice = Apply(entry with { Attempt = Apply(entry, Void(StatusTwice)).After() }, Void(StatusTwice)).After();

        var silent = Apply(entry with { Attempt = twice }, new Observation { Fact = ObservedFact.Nothing, ByQuery = true }).After();
        var confirmed = Apply(entry with { Attempt = twice }, Void(StatusTwice, byQuery: false)).After();

        Assert.Equal((AttemptState.Unknown, $"void 2: {StatusTwice}"), (silent.State, silent.DoubtfulObservation));
        Assert.Equal((AttemptState.Unknown, $"void 2: {StatusTwice}"), (confirmed.State, confirmed.DoubtfulObservation));
    }

    [Theory]
    [InlineData(2, AttemptState.Approved)]
    [InlineData(int.MaxValue, AttemptState.NeedsAttention)]
    public async Task A_gateway_that_contradicts_itself_is_queried_until_it_agrees_or_the_order_needs_attention(int voidQueries, AttemptState end)
    {
        var queries = 0;
        await using var gateway = new LoopbackHttp(ask =>
        {
            var isVoid = ask.Method == "POST" || queries++ < voidQueries;
            var (paymentKey, orderId) = Asked(ask);
            return LoopbackHttp.Answer.Of(200, Encoding.UTF8.GetBytes(
                $$"""{"paymentKey":"{{paymentKey}}","orderId":"{{orderId}}","status":"DONE",{{(isVoid ? "\"status\":\"CANCELED\"," : "")}}"totalAmount":15000,"balanceAmount":15000}"""));
        });
        using var database = new TemporaryDatabase();
        var time = new ShiftedTime();
        await using var shop = await ShopHost.StartAsync(gateway.Address, database.ConnectionString, time);
        _orderId = await shop.OpenAsync();

        var outcome = await shop.ConfirmAsync(_orderId, "tviva_void");
        Assert.IsType<ConfirmOutcome.Checking>(outcome);
        time.Advance(TimeSpan.FromMinutes(1));
        await Until.TrueAsync(
            async () =>
            {
                if (await shop.StateAsync(_orderId) == end)
                    return true;
                time.Advance(TimeSpan.FromSeconds(5));
                return false;
            },
            () => $"the order does not become {end}");

        if (end == AttemptState.NeedsAttention)
            Assert.Contains(StatusTwice, Assert.Single(await shop.Reviews.ListAsync()).Evidence[^1].SeenBy, StringComparison.Ordinal);
    }

    private OrderId _orderId;

    private (string PaymentKey, OrderId OrderId) Asked(LoopbackHttp.Ask ask) => ("tviva_void", _orderId);
}
