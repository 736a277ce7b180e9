using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PaymentSdk.EntityFrameworkCore.Migrations.PostgreSql
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
                    merchant = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    transaction_key = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    day = table.Column<int>(type: "integer", nullable: false),
                    order_id = table.Column<string>(type: "text", nullable: true),
                    payment_key = table.Column<string>(type: "text", nullable: true),
                    ours = table.Column<decimal>(type: "numeric(24,4)", precision: 24, scale: 4, nullable: true),
                    theirs = table.Column<decimal>(type: "numeric(24,4)", precision: 24, scale: 4, nullable: true),
                    currency = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false, collation: "C"),
                    detail = table.Column<string>(type: "text", nullable: false),
                    owner = table.Column<string>(type: "text", nullable: true),
                    opened_at = table.Column<long>(type: "bigint", nullable: false),
                    closed_at = table.Column<long>(type: "bigint", nullable: true),
                    closed_because = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_payment_breaks", x => new { x.merchant, x.transaction_key });
                });

            migrationBuilder.CreateTable(
                name: "payment_inbox",
                columns: table => new
                {
                    merchant = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    message_id = table.Column<Guid>(type: "uuid", nullable: false),
                    body_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    event_type = table.Column<string>(type: "text", nullable: false),
                    transmission_id = table.Column<string>(type: "text", nullable: true),
                    order_id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true, collation: "C"),
                    claim = table.Column<string>(type: "text", nullable: false),
                    body = table.Column<string>(type: "text", nullable: false),
                    received_at = table.Column<long>(type: "bigint", nullable: false),
                    handled_at = table.Column<long>(type: "bigint", nullable: true),
                    due_at = table.Column<long>(type: "bigint", nullable: true),
                    failure_count = table.Column<int>(type: "integer", nullable: false),
                    fencing_token = table.Column<long>(type: "bigint", nullable: false),
                    lease_until = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_payment_inbox", x => new { x.merchant, x.message_id });
                });

            migrationBuilder.CreateTable(
                name: "payment_money_movements",
                columns: table => new
                {
                    merchant = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    transaction_key = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    order_id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    payment_key = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    currency = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false, collation: "C"),
                    amount = table.Column<decimal>(type: "numeric(24,4)", precision: 24, scale: 4, nullable: false),
                    method = table.Column<string>(type: "text", nullable: true),
                    supplied_amount = table.Column<decimal>(type: "numeric(24,4)", precision: 24, scale: 4, nullable: true),
                    vat = table.Column<decimal>(type: "numeric(24,4)", precision: 24, scale: 4, nullable: true),
                    tax_free_amount = table.Column<decimal>(type: "numeric(24,4)", precision: 24, scale: 4, nullable: true),
                    gateway_merchant_id = table.Column<string>(type: "text", nullable: true),
                    test_mode = table.Column<bool>(type: "boolean", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    recorded_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_payment_money_movements", x => new { x.merchant, x.transaction_key });
                });

            migrationBuilder.CreateTable(
                name: "payment_processes",
                columns: table => new
                {
                    merchant = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    process = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    seen_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_payment_processes", x => new { x.merchant, x.process });
                });

            migrationBuilder.CreateTable(
                name: "payment_purchases",
                columns: table => new
                {
                    merchant = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    purchase_id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    currency = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false, collation: "C"),
                    amount = table.Column<decimal>(type: "numeric(24,4)", precision: 24, scale: 4, nullable: false),
                    order_name = table.Column<string>(type: "text", nullable: false),
                    order_number = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true, collation: "C"),
                    customer_key = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true, collation: "C"),
                    result_page = table.Column<string>(type: "text", nullable: true),
                    live_attempt = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true, collation: "C"),
                    latest_attempt = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    was_sent = table.Column<bool>(type: "boolean", nullable: false),
                    paid_told = table.Column<bool>(type: "boolean", nullable: false),
                    attempt_count = table.Column<int>(type: "integer", nullable: false),
                    event_count = table.Column<int>(type: "integer", nullable: false),
                    test_mode = table.Column<bool>(type: "boolean", nullable: false),
                    opened_at = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    purged_at = table.Column<long>(type: "bigint", nullable: true),
                    commit_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_payment_purchases", x => new { x.merchant, x.purchase_id });
                });

            migrationBuilder.CreateTable(
                name: "payment_attempts",
                columns: table => new
                {
                    merchant = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    order_id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    purchase_id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    number = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    currency = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false, collation: "C"),
                    amount = table.Column<decimal>(type: "numeric(24,4)", precision: 24, scale: 4, nullable: false),
                    payment_key = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    idempotency_key = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true, collation: "C"),
                    secret_fingerprint = table.Column<string>(type: "text", nullable: true),
                    request_url = table.Column<string>(type: "text", nullable: true),
                    request_body_hash = table.Column<string>(type: "text", nullable: true),
                    fencing_token = table.Column<long>(type: "bigint", nullable: false),
                    lease_until = table.Column<long>(type: "bigint", nullable: true),
                    due_at = table.Column<long>(type: "bigint", nullable: true),
                    lane = table.Column<int>(type: "integer", nullable: false),
                    first_sent_at = table.Column<long>(type: "bigint", nullable: true),
                    last_send_at = table.Column<long>(type: "bigint", nullable: true),
                    last_queried_at = table.Column<long>(type: "bigint", nullable: true),
                    expiry_seen_at = table.Column<long>(type: "bigint", nullable: true),
                    recheck_count = table.Column<int>(type: "integer", nullable: false),
                    query_only = table.Column<bool>(type: "boolean", nullable: false),
                    reversal_requested_at = table.Column<long>(type: "bigint", nullable: true),
                    reversal_reason = table.Column<string>(type: "text", nullable: true),
                    reversal_actor = table.Column<string>(type: "text", nullable: true),
                    is_duplicate = table.Column<bool>(type: "boolean", nullable: false),
                    late_approval_at = table.Column<long>(type: "bigint", nullable: true),
                    refunded_by_hand = table.Column<decimal>(type: "numeric(24,4)", precision: 24, scale: 4, nullable: false),
                    doubtful_observation = table.Column<string>(type: "text", nullable: true),
                    doubtful_observation_at = table.Column<long>(type: "bigint", nullable: true),
                    method = table.Column<string>(type: "text", nullable: true),
                    balance = table.Column<decimal>(type: "numeric(24,4)", precision: 24, scale: 4, nullable: true),
                    balance_currency = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: true, collation: "C"),
                    cancel_count = table.Column<int>(type: "integer", nullable: false),
                    approved_at = table.Column<long>(type: "bigint", nullable: true),
                    failure_code = table.Column<string>(type: "text", nullable: true),
                    receipt_url = table.Column<string>(type: "text", nullable: true),
                    last_transaction_key = table.Column<string>(type: "text", nullable: true),
                    deposit_bank_code = table.Column<string>(type: "text", nullable: true),
                    deposit_account_number = table.Column<string>(type: "text", nullable: true),
                    deposit_due_at = table.Column<long>(type: "bigint", nullable: true),
                    deposit_secret_hash = table.Column<string>(type: "text", nullable: true),
                    open_refund = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true, collation: "C"),
                    notification = table.Column<string>(type: "text", nullable: true),
                    notified_at = table.Column<long>(type: "bigint", nullable: true),
                    journal_count = table.Column<int>(type: "integer", nullable: false),
                    opened_at = table.Column<long>(type: "bigint", nullable: false),
                    changed_at = table.Column<long>(type: "bigint", nullable: false)
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
                    merchant = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    purchase_id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    event_id = table.Column<Guid>(type: "uuid", nullable: false),
                    order_id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    type = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    test_mode = table.Column<bool>(type: "boolean", nullable: false),
                    recorded_at = table.Column<long>(type: "bigint", nullable: false),
                    delivered_at = table.Column<long>(type: "bigint", nullable: true),
                    failure_count = table.Column<int>(type: "integer", nullable: false),
                    due_at = table.Column<long>(type: "bigint", nullable: true),
                    fencing_token = table.Column<long>(type: "bigint", nullable: false),
                    lease_until = table.Column<long>(type: "bigint", nullable: true),
                    error = table.Column<string>(type: "text", nullable: true),
                    skipped_by = table.Column<string>(type: "text", nullable: true)
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
                    merchant = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    order_id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    purchase_id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    purchase_version = table.Column<long>(type: "bigint", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    from_state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                    to_state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    cause = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    evidence = table.Column<string>(type: "text", nullable: true),
                    actor = table.Column<string>(type: "text", nullable: false),
                    payment_key = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    balance = table.Column<decimal>(type: "numeric(24,4)", precision: 24, scale: 4, nullable: true),
                    refund_id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true, collation: "C"),
                    refund_state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                    fencing_token = table.Column<long>(type: "bigint", nullable: false),
                    commit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    gateway_time = table.Column<long>(type: "bigint", nullable: true),
                    recorded_at = table.Column<long>(type: "bigint", nullable: false)
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
                    merchant = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    order_id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    refund_id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    number = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    amount = table.Column<decimal>(type: "numeric(24,4)", precision: 24, scale: 4, nullable: true),
                    tax_free_amount = table.Column<decimal>(type: "numeric(24,4)", precision: 24, scale: 4, nullable: true),
                    refundable_amount = table.Column<decimal>(type: "numeric(24,4)", precision: 24, scale: 4, nullable: true),
                    cancels_before = table.Column<int>(type: "integer", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    actor = table.Column<string>(type: "text", nullable: false),
                    idempotency_key = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false, collation: "C"),
                    secret_fingerprint = table.Column<string>(type: "text", nullable: false),
                    request_url = table.Column<string>(type: "text", nullable: false),
                    needs_account = table.Column<bool>(type: "boolean", nullable: false),
                    query_only = table.Column<bool>(type: "boolean", nullable: false),
                    first_sent_at = table.Column<long>(type: "bigint", nullable: true),
                    last_send_at = table.Column<long>(type: "bigint", nullable: true),
                    key_count = table.Column<int>(type: "integer", nullable: false),
                    answered_count = table.Column<int>(type: "integer", nullable: false),
                    none_seen_at = table.Column<long>(type: "bigint", nullable: true),
                    recheck_count = table.Column<int>(type: "integer", nullable: false),
                    transaction_key = table.Column<string>(type: "text", nullable: true),
                    failure_code = table.Column<string>(type: "text", nullable: true),
                    requested_at = table.Column<long>(type: "bigint", nullable: false),
                    changed_at = table.Column<long>(type: "bigint", nullable: false)
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
                name: "IX_payment_journal_merchant_purchase_id_purchase_version_posit~",
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

            // A row may be deleted only with its whole purchase, which the purge has marked first.
            migrationBuilder.Sql("""
                CREATE FUNCTION payment_journal_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    IF TG_OP = 'DELETE' AND EXISTS (
                        SELECT 1 FROM payment_purchases
                        WHERE merchant = OLD.merchant AND purchase_id = OLD.purchase_id AND purged_at IS NOT NULL) THEN
                        RETURN OLD;
                    END IF;
                    RAISE EXCEPTION 'payment_journal is append-only';
                END $$;
                """);
            migrationBuilder.Sql("""
                CREATE TRIGGER payment_journal_no_change BEFORE UPDATE OR DELETE ON payment_journal
                FOR EACH ROW EXECUTE FUNCTION payment_journal_is_append_only();
                """);
            migrationBuilder.Sql("""
                CREATE TRIGGER payment_journal_no_truncate BEFORE TRUNCATE ON payment_journal
                FOR EACH STATEMENT EXECUTE FUNCTION payment_journal_is_append_only();
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

            migrationBuilder.Sql("DROP FUNCTION payment_journal_is_append_only;");
        }
    }
}
