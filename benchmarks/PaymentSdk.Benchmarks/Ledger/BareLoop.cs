using System.Data;
using System.Data.Common;

namespace PaymentSdk.Benchmarks.Ledger;

/// <summary>
/// The two commits of a confirm as a shop could write them by hand: prepared statements on one open connection per buyer, without a
/// read before the write, a fencing token or a check.
/// </summary>
internal sealed class BareLoop(DbConnection connection)
{
    private const string Intent = """
        UPDATE payment_attempts SET state = 'Confirming', payment_key = @key, idempotency_key = @key, first_sent_at = @now, last_send_at = @now, lease_until = @now + 120000, due_at = @now + 120000, journal_count = 2, changed_at = @now
          WHERE merchant = '' AND order_id = @order AND state = 'Created';
        UPDATE payment_purchases SET live_attempt = @order, version = 2 WHERE merchant = '' AND purchase_id = (SELECT purchase_id FROM payment_attempts WHERE merchant = '' AND order_id = @order);
        INSERT INTO payment_journal (merchant, order_id, sequence, purchase_id, purchase_version, position, from_state, to_state, cause, actor, payment_key, fencing_token, commit_id, recorded_at)
          SELECT '', @order, 2, purchase_id, 2, 0, 'Created', 'Confirming', 'confirm', 'checkout', @key, 1, @commit, @now FROM payment_attempts WHERE merchant = '' AND order_id = @order;
        """;

    private const string Outcome = """
        UPDATE payment_attempts SET state = 'Approved', method = 'CARD', balance = 15000, approved_at = @now, lease_until = NULL, due_at = NULL, journal_count = 3, changed_at = @now
          WHERE merchant = '' AND order_id = @order AND state = 'Confirming';
        UPDATE payment_purchases SET event_count = 1, version = 3 WHERE merchant = '' AND purchase_id = (SELECT purchase_id FROM payment_attempts WHERE merchant = '' AND order_id = @order);
        INSERT INTO payment_journal (merchant, order_id, sequence, purchase_id, purchase_version, position, from_state, to_state, cause, actor, payment_key, balance, fencing_token, commit_id, recorded_at)
          SELECT '', @order, 3, purchase_id, 3, 0, 'Confirming', 'Approved', 'answer', 'checkout', @key, 15000, 1, @commit, @now FROM payment_attempts WHERE merchant = '' AND order_id = @order;
        INSERT INTO payment_outbox (merchant, purchase_id, sequence, event_id, order_id, type, test_mode, recorded_at, due_at, failure_count, fencing_token)
          SELECT '', purchase_id, 1, @event, @order, 'Paid', @yes, @now, @now, 0, 0 FROM payment_attempts WHERE merchant = '' AND order_id = @order;
        """;

    private readonly DbCommand _intent = Prepare(connection, Intent);
    private readonly DbCommand _outcome = Prepare(connection, Outcome);

    public static async Task<Round> RunAsync(LedgerUnderTest ledger, IReadOnlyList<OrderId> orders, int buyers)
    {
        var loops = new BareLoop[buyers];
        for (var buyer = 0; buyer < buyers; buyer++)
            loops[buyer] = await OpenAsync(ledger);

        var round = await Round.MeasureAsync(orders, buyers, (buyer, order) => loops[buyer].ConfirmAsync(order));
        foreach (var loop in loops)
            await loop.CloseAsync();
        return round;
    }

    /// <summary>Opens a loop on its own connection.</summary>
    public static async Task<BareLoop> OpenAsync(LedgerUnderTest ledger)
    {
        var connection = ledger.Connect();
        await connection.OpenAsync();
        await using var durable = connection.CreateCommand();
        durable.CommandText = ledger.Durable;
        await durable.ExecuteNonQueryAsync();
        return new BareLoop(connection);
    }

    public Task ConfirmAsync(OrderId order) => ConfirmAsync(order, $"tgen_{Guid.NewGuid():N}");

    /// <summary>Makes the two commits of one confirm.</summary>
    public async Task ConfirmAsync(OrderId order, string key)
    {
        await CommitAsync(_intent, order, key);
        await CommitAsync(_outcome, order, key);
    }

    private async Task CommitAsync(DbCommand command, OrderId order, string key)
    {
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.Unspecified);
        command.Transaction = transaction;
        command.Parameters["order"].Value = order.Value;
        command.Parameters["key"].Value = key;
        command.Parameters["commit"].Value = Guid.NewGuid();
        command.Parameters["now"].Value = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
        if (command.Parameters.Contains("event"))
            command.Parameters["event"].Value = Guid.NewGuid();
        if (await command.ExecuteNonQueryAsync() < 3)
            throw new InvalidOperationException("A commit of the bare loop changed fewer rows than expected.");
        await transaction.CommitAsync();
    }

    private static DbCommand Prepare(DbConnection connection, string text)
    {
        var command = connection.CreateCommand();
        command.CommandText = text;
        Add(command, "order", DbType.String, "");
        Add(command, "key", DbType.String, "");
        Add(command, "now", DbType.Int64, 0L);
        Add(command, "commit", DbType.Guid, Guid.Empty);
        if (text.Contains("@event", StringComparison.Ordinal))
            Add(command, "event", DbType.Guid, Guid.Empty);
        if (text.Contains("@yes", StringComparison.Ordinal))
            Add(command, "yes", DbType.Boolean, true);
        command.Prepare();
        return command;
    }

    private static void Add(DbCommand command, string name, DbType type, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.DbType, parameter.Value) = (name, type, value);
        command.Parameters.Add(parameter);
    }

    public async Task CloseAsync()
    {
        await _intent.DisposeAsync();
        await _outcome.DisposeAsync();
        await connection.DisposeAsync();
    }
}
