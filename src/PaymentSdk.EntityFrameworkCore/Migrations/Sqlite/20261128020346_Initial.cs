using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PaymentSdk.EntityFrameworkCore.Migrations.Sqlite
{
    /// <summary>All tables of the ledger, and the triggers that keep the journal append-only.</summary>
    internal sealed partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "payment_breaks",
                columns: table => new
                {
                    merchant = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    transaction_key = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    day = table.Column<int>(type: "INTEGER", nullable: false),
                    order_id = table.Column<string>(type: "TEXT", nullable: true),
                    payment_key = table.Column<string>(type: "TEXT", nullable: true),
                    ours = table.Column<decimal>(type: "TEXT", precision: 24, scale: 4, nullable: true),
                    theirs = table.Column<decimal>(type: "TEXT", precision: 24, scale: 4, nullable: true),
                    currency = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    detail = table.Column<string>(type: "TEXT", nullable: false),
                    owner = table.Column<string>(type: "TEXT", nullable: true),
                    opened_at = table.Column<long>(type: "INTEGER", nullable: false),
                    closed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    closed_because = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_payment_breaks", x => new { x.merchant, x.transaction_key });
                });

            migrationBuilder.CreateTable(
                name: "payment_inbox",
                columns: table => new
                {
                    merchant = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    message_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    body_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    event_type = table.Column<string>(type: "TEXT", nullable: false),
                    transmission_id = table.Column<string>(type: "TEXT", nullable: true),
                    order_id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    claim = table.Column<string>(type: "TEXT", nullable: false),
                    body = table.Column<string>(type: "TEXT", nullable: false),
                    received_at = table.Column<long>(type: "INTEGER", nullable: false),
                    handled_at = table.Column<long>(type: "INTEGER", nullable: true),
                    due_at = table.Column<long>(type: "INTEGER", nullable: true),
                    failure_count = table.Column<int>(type: "INTEGER", nullable: false),
                    fencing_token = table.Column<long>(type: "INTEGER", nullable: false),
                    lease_until = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_payment_inbox", x => new { x.merchant, x.message_id });
                });

            migrationBuilder.CreateTable(
                name: "payment_money_movements",
                columns: table => new
                {
                    merchant = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    transaction_key = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    order_id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    payment_key = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    currency = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    amount = table.Column<decimal>(type: "TEXT", precision: 24, scale: 4, nullable: false),
                    method = table.Column<string>(type: "TEXT", nullable: true),
                    supplied_amount = table.Column<decimal>(type: "TEXT", precision: 24, scale: 4, nullable: true),
                    vat = table.Column<decimal>(type: "TEXT", precision: 24, scale: 4, nullable: true),
                    tax_free_amount = table.Column<decimal>(type: "TEXT", precision: 24, scale: 4, nullable: true),
                    gateway_merchant_id = table.Column<string>(type: "TEXT", nullable: true),
                    test_mode = table.Column<bool>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_payment_money_movements", x => new { x.merchant, x.transaction_key });
                });

            migrationBuilder.CreateTable(
                name: "payment_processes",
                columns: table => new
                {
                    merchant = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    process = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    seen_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_payment_processes", x => new { x.merchant, x.process });
                });

            migrationBuilder.CreateTable(
                name: "payment_purchases",
                columns: table => new
                {
                    merchant = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    purchase_id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    currency = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    amount = table.Column<decimal>(type: "TEXT", precision: 24, scale: 4, nullable: false),
                    order_name = table.Column<string>(type: "TEXT", nullable: false),
                    order_number = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    customer_key = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    result_page = table.Column<string>(type: "TEXT", nullable: true),
                    live_attempt = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    latest_attempt = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    was_sent = table.Column<bool>(type: "INTEGER", nullable: false),
                    paid_told = table.Column<bool>(type: "INTEGER", nullable: false),
                    attempt_count = table.Column<int>(type: "INTEGER", nullable: false),
                    event_count = table.Column<int>(type: "INTEGER", nullable: false),
                    test_mode = table.Column<bool>(type: "INTEGER", nullable: false),
                    opened_at = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    purged_at = table.Column<long>(type: "INTEGER", nullable: true),
                    commit_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_payment_purchases", x => new { x.merchant, x.purchase_id });
                });

            migrationBuilder.CreateTable(
                name: "payment_attempts",
                columns: table => new
                {
                    merchant = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    order_id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    purchase_id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    currency = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    amount = table.Column<decimal>(type: "TEXT", precision: 24, scale: 4, nullable: false),
                    payment_key = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    idempotency_key = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    secret_fingerprint = table.Column<string>(type: "TEXT", nullable: true),
                    request_url = table.Column<string>(type: "TEXT", nullable: true),
                    request_body_hash = table.Column<string>(type: "TEXT", nullable: true),
                    fencing_token = table.Column<long>(type: "INTEGER", nullable: false),
                    lease_until = table.Column<long>(type: "INTEGER", nullable: true),
                    due_at = table.Column<long>(type: "INTEGER", nullable: true),
                    lane = table.Column<int>(type: "INTEGER", nullable: false),
                    first_sent_at = table.Column<long>(type: "INTEGER", nullable: true),
                    last_send_at = table.Column<long>(type: "INTEGER", nullable: true),
                    last_queried_at = table.Column<long>(type: "INTEGER", nullable: true),
                    expiry_seen_at = table.Column<long>(type: "INTEGER", nullable: true),
                    recheck_count = table.Column<int>(type: "INTEGER", nullable: false),
                    query_only = table.Column<bool>(type: "INTEGER", nullable: false),
                    reversal_requested_at = table.Column<long>(type: "INTEGER", nullable: true),
                    reversal_reason = table.Column<string>(type: "TEXT", nullable: true),
                    reversal_actor = table.Column<string>(type: "TEXT", nullable: true),
                    is_duplicate = table.Column<bool>(type: "INTEGER", nullable: false),
                    late_approval_at = table.Column<long>(type: "INTEGER", nullable: true),
                    refunded_by_hand = table.Column<decimal>(type: "TEXT", precision: 24, scale: 4, nullable: false),
                    doubtful_observation = table.Column<string>(type: "TEXT", nullable: true),
                    doubtful_observation_at = table.Column<long>(type: "INTEGER", nullable: true),
                    method = table.Column<string>(type: "TEXT", nullable: true),
                    balance = table.Column<decimal>(type: "TEXT", precision: 24, scale: 4, nullable: true),
                    balance_currency = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    cancel_count = table.Column<int>(type: "INTEGER", nullable: false),
                    approved_at = table.Column<long>(type: "INTEGER", nullable: true),
                    failure_code = table.Column<string>(type: "TEXT", nullable: true),
                    receipt_url = table.Column<string>(type: "TEXT", nullable: true),
                    last_transaction_key = table.Column<string>(type: "TEXT", nullable: true),
                    deposit_bank_code = table.Column<string>(type: "TEXT", nullable: true),
                    deposit_account_number = table.Column<string>(type: "TEXT", nullable: true),
                    deposit_due_at = table.Column<long>(type: "INTEGER", nullable: true),
                    deposit_secret_hash = table.Column<string>(type: "TEXT", nullable: true),
                    open_refund = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    notification = table.Column<string>(type: "TEXT", nullable: true),
                    notified_at = table.Column<long>(type: "INTEGER", nullable: true),
                    journal_count = table.Column<int>(type: "INTEGER", nullable: false),
                    opened_at = table.Column<long>(type: "INTEGER", nullable: false),
                    changed_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_payment_attempts", x => new { x.merchant, x.order_id });
                    table.ForeignKey(
                        name: "FK_payment_attempts_payment_purchases_merchant_purchase_id",
                        columns: x => new { x.merchant, x.purchase_id },
                        principalTable: "payment_purchases",
                        principalColumns: new[] { "merchant", "purchase_id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "payment_outbox",
                columns: table => new
                {
                    merchant = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    purchase_id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    event_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    order_id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    type = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    test_mode = table.Column<bool>(type: "INTEGER", nullable: false),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false),
                    delivered_at = table.Column<long>(type: "INTEGER", nullable: true),
                    failure_count = table.Column<int>(type: "INTEGER", nullable: false),
                    due_at = table.Column<long>(type: "INTEGER", nullable: true),
                    fencing_token = table.Column<long>(type: "INTEGER", nullable: false),
                    lease_until = table.Column<long>(type: "INTEGER", nullable: true),
                    error = table.Column<string>(type: "TEXT", nullable: true),
                    skipped_by = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_payment_outbox", x => new { x.merchant, x.purchase_id, x.sequence });
                    table.ForeignKey(
                        name: "FK_payment_outbox_payment_purchases_merchant_purchase_id",
                        columns: x => new { x.merchant, x.purchase_id },
                        principalTable: "payment_purchases",
                        principalColumns: new[] { "merchant", "purchase_id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "payment_journal",
                columns: table => new
                {
                    merchant = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    order_id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    purchase_id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    purchase_version = table.Column<long>(type: "INTEGER", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    from_state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    to_state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    cause = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    evidence = table.Column<string>(type: "TEXT", nullable: true),
                    actor = table.Column<string>(type: "TEXT", nullable: false),
                    payment_key = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    balance = table.Column<decimal>(type: "TEXT", precision: 24, scale: 4, nullable: true),
                    refund_id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    refund_state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    fencing_token = table.Column<long>(type: "INTEGER", nullable: false),
                    commit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    gateway_time = table.Column<long>(type: "INTEGER", nullable: true),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_payment_journal", x => new { x.merchant, x.order_id, x.sequence });
                    table.ForeignKey(
                        name: "FK_payment_journal_payment_attempts_merchant_order_id",
                        columns: x => new { x.merchant, x.order_id },
                        principalTable: "payment_attempts",
                        principalColumns: new[] { "merchant", "order_id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "payment_refunds",
                columns: table => new
                {
                    merchant = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    order_id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    refund_id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    amount = table.Column<decimal>(type: "TEXT", precision: 24, scale: 4, nullable: true),
                    tax_free_amount = table.Column<decimal>(type: "TEXT", precision: 24, scale: 4, nullable: true),
                    refundable_amount = table.Column<decimal>(type: "TEXT", precision: 24, scale: 4, nullable: true),
                    cancels_before = table.Column<int>(type: "INTEGER", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    actor = table.Column<string>(type: "TEXT", nullable: false),
                    idempotency_key = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    secret_fingerprint = table.Column<string>(type: "TEXT", nullable: false),
                    request_url = table.Column<string>(type: "TEXT", nullable: false),
                    needs_account = table.Column<bool>(type: "INTEGER", nullable: false),
                    query_only = table.Column<bool>(type: "INTEGER", nullable: false),
                    first_sent_at = table.Column<long>(type: "INTEGER", nullable: true),
                    last_send_at = table.Column<long>(type: "INTEGER", nullable: true),
                    key_count = table.Column<int>(type: "INTEGER", nullable: false),
                    answered_count = table.Column<int>(type: "INTEGER", nullable: false),
                    none_seen_at = table.Column<long>(type: "INTEGER", nullable: true),
                    recheck_count = table.Column<int>(type: "INTEGER", nullable: false),
                    transaction_key = table.Column<string>(type: "TEXT", nullable: true),
                    failure_code = table.Column<string>(type: "TEXT", nullable: true),
                    requested_at = table.Column<long>(type: "INTEGER", nullable: false),
                    changed_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_payment_refunds", x => new { x.merchant, x.order_id, x.refund_id });
                    table.ForeignKey(
                        name: "FK_payment_refunds_payment_attempts_merchant_order_id",
                        columns: x => new { x.merchant, x.order_id },
                        principalTable: "payment_attempts",
                        principalColumns: new[] { "merchant", "order_id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_payment_attempts_merchant_lane_due_at",
                table: "payment_attempts",
                columns: new[] { "merchant", "lane", "due_at" },
                filter: "due_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_payment_attempts_merchant_payment_key",
                table: "payment_attempts",
                columns: new[] { "merchant", "payment_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_payment_attempts_merchant_purchase_id",
                table: "payment_attempts",
                columns: new[] { "merchant", "purchase_id" });

            migrationBuilder.CreateIndex(
                name: "IX_payment_attempts_merchant_state",
                table: "payment_attempts",
                columns: new[] { "merchant", "state" });

            migrationBuilder.CreateIndex(
                name: "IX_payment_breaks_merchant_closed_at",
                table: "payment_breaks",
                columns: new[] { "merchant", "closed_at" });

            migrationBuilder.CreateIndex(
                name: "IX_payment_inbox_merchant_body_hash_received_at",
                table: "payment_inbox",
                columns: new[] { "merchant", "body_hash", "received_at" });

            migrationBuilder.CreateIndex(
                name: "IX_payment_inbox_merchant_due_at",
                table: "payment_inbox",
                columns: new[] { "merchant", "due_at" });

            migrationBuilder.CreateIndex(
                name: "IX_payment_journal_merchant_purchase_id_purchase_version_position",
                table: "payment_journal",
                columns: new[] { "merchant", "purchase_id", "purchase_version", "position" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_payment_money_movements_merchant_at",
                table: "payment_money_movements",
                columns: new[] { "merchant", "at" });

            migrationBuilder.CreateIndex(
                name: "IX_payment_outbox_event_id",
                table: "payment_outbox",
                column: "event_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_payment_outbox_merchant_delivered_at_recorded_at",
                table: "payment_outbox",
                columns: new[] { "merchant", "delivered_at", "recorded_at" });

            migrationBuilder.CreateIndex(
                name: "IX_payment_outbox_merchant_due_at",
                table: "payment_outbox",
                columns: new[] { "merchant", "due_at" });

            migrationBuilder.CreateIndex(
                name: "IX_payment_refunds_merchant_state",
                table: "payment_refunds",
                columns: new[] { "merchant", "state" });

            // A later migration that rebuilds this table (SQLite does so to alter a column) has to make the triggers again.
            migrationBuilder.Sql("""
                CREATE TRIGGER payment_journal_no_update BEFORE UPDATE ON payment_journal
                BEGIN SELECT RAISE(ABORT, 'payment_journal is append-only'); END;
                """);
            // A row may be deleted only with its whole purchase, which the purge has marked first.
            migrationBuilder.Sql("""
                CREATE TRIGGER payment_journal_no_delete BEFORE DELETE ON payment_journal
                WHEN NOT EXISTS (SELECT 1 FROM payment_purchases
                                 WHERE merchant = OLD.merchant AND purchase_id = OLD.purchase_id AND purged_at IS NOT NULL)
                BEGIN SELECT RAISE(ABORT, 'payment_journal is append-only'); END;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "payment_breaks");

            migrationBuilder.DropTable(
                name: "payment_inbox");

            migrationBuilder.DropTable(
                name: "payment_journal");

            migrationBuilder.DropTable(
                name: "payment_money_movements");

            migrationBuilder.DropTable(
                name: "payment_outbox");

            migrationBuilder.DropTable(
                name: "payment_processes");

            migrationBuilder.DropTable(
                name: "payment_refunds");

            migrationBuilder.DropTable(
                name: "payment_attempts");

            migrationBuilder.DropTable(
                name: "payment_purchases");
        }
    }
}
