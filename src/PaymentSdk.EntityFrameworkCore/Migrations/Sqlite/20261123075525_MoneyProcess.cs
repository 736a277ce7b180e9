using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PaymentSdk.EntityFrameworkCore.Migrations.Sqlite
{
    /// <inheritdoc />
    internal sealed partial class MoneyProcess : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "purged_at",
                table: "payment_purchases",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "error",
                table: "payment_outbox",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "fence",
                table: "payment_outbox",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "lease_until",
                table: "payment_outbox",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "skipped_by",
                table: "payment_outbox",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "cancel_id",
                table: "payment_journal",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "refund_state",
                table: "payment_journal",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "hint",
                table: "payment_attempts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "hinted_at",
                table: "payment_attempts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "open_refund",
                table: "payment_attempts",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

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
                    tries = table.Column<int>(type: "INTEGER", nullable: false),
                    fence = table.Column<long>(type: "INTEGER", nullable: false),
                    lease_until = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_payment_inbox", x => new { x.merchant, x.message_id });
                });

            migrationBuilder.CreateTable(
                name: "payment_money_lines",
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
                    table.PrimaryKey("PK_payment_money_lines", x => new { x.merchant, x.transaction_key });
                });

            migrationBuilder.CreateTable(
                name: "payment_refunds",
                columns: table => new
                {
                    merchant = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    order_id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    cancel_id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
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
                    tries = table.Column<int>(type: "INTEGER", nullable: false),
                    transaction_key = table.Column<string>(type: "TEXT", nullable: true),
                    failure_code = table.Column<string>(type: "TEXT", nullable: true),
                    requested_at = table.Column<long>(type: "INTEGER", nullable: false),
                    changed_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_payment_refunds", x => new { x.merchant, x.order_id, x.cancel_id });
                    table.ForeignKey(
                        name: "FK_payment_refunds_payment_attempts_merchant_order_id",
                        columns: x => new { x.merchant, x.order_id },
                        principalTable: "payment_attempts",
                        principalColumns: new[] { "merchant", "order_id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_payment_attempts_merchant_state",
                table: "payment_attempts",
                columns: new[] { "merchant", "state" });

            migrationBuilder.CreateIndex(
                name: "IX_payment_refunds_merchant_state",
                table: "payment_refunds",
                columns: new[] { "merchant", "state" });

            migrationBuilder.CreateIndex(
                name: "IX_payment_outbox_merchant_delivered_at_recorded_at",
                table: "payment_outbox",
                columns: new[] { "merchant", "delivered_at", "recorded_at" });

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
                name: "IX_payment_money_lines_merchant_at",
                table: "payment_money_lines",
                columns: new[] { "merchant", "at" });

            // The journal lets go only of the rows of a purchase that is being purged (money.md §8, retention).
            migrationBuilder.Sql("DROP TRIGGER payment_journal_no_delete;");
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
            migrationBuilder.Sql("DROP TRIGGER payment_journal_no_delete;");
            migrationBuilder.Sql("""
                CREATE TRIGGER payment_journal_no_delete BEFORE DELETE ON payment_journal
                BEGIN SELECT RAISE(ABORT, 'payment_journal is append-only'); END;
                """);

            migrationBuilder.DropIndex(
                name: "IX_payment_attempts_merchant_state",
                table: "payment_attempts");

            migrationBuilder.DropIndex(
                name: "IX_payment_outbox_merchant_delivered_at_recorded_at",
                table: "payment_outbox");

            migrationBuilder.DropTable(
                name: "payment_breaks");

            migrationBuilder.DropTable(
                name: "payment_inbox");

            migrationBuilder.DropTable(
                name: "payment_money_lines");

            migrationBuilder.DropTable(
                name: "payment_refunds");

            migrationBuilder.DropColumn(
                name: "purged_at",
                table: "payment_purchases");

            migrationBuilder.DropColumn(
                name: "error",
                table: "payment_outbox");

            migrationBuilder.DropColumn(
                name: "fence",
                table: "payment_outbox");

            migrationBuilder.DropColumn(
                name: "lease_until",
                table: "payment_outbox");

            migrationBuilder.DropColumn(
                name: "skipped_by",
                table: "payment_outbox");

            migrationBuilder.DropColumn(
                name: "cancel_id",
                table: "payment_journal");

            migrationBuilder.DropColumn(
                name: "refund_state",
                table: "payment_journal");

            migrationBuilder.DropColumn(
                name: "hint",
                table: "payment_attempts");

            migrationBuilder.DropColumn(
                name: "hinted_at",
                table: "payment_attempts");

            migrationBuilder.DropColumn(
                name: "open_refund",
                table: "payment_attempts");
        }
    }
}
