using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PaymentSdk.EntityFrameworkCore.Migrations.Sqlite
{
    /// <summary>Purchases, attempts, the append-only journal and the outbox.</summary>
    internal sealed partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "payment_purchases",
                columns: table => new
                {
                    merchant = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    purchase_id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    currency = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    amount = table.Column<decimal>(type: "TEXT", precision: 24, scale: 4, nullable: false),
                    order_name = table.Column<string>(type: "TEXT", nullable: false),
                    customer_key = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    result_page = table.Column<string>(type: "TEXT", nullable: true),
                    live_attempt = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    latest_attempt = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    attempt_count = table.Column<int>(type: "INTEGER", nullable: false),
                    event_count = table.Column<int>(type: "INTEGER", nullable: false),
                    test_mode = table.Column<bool>(type: "INTEGER", nullable: false),
                    opened_at = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
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
                    currency = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    amount = table.Column<decimal>(type: "TEXT", precision: 24, scale: 4, nullable: false),
                    payment_key = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    idempotency_key = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    secret_fingerprint = table.Column<string>(type: "TEXT", nullable: true),
                    request_url = table.Column<string>(type: "TEXT", nullable: true),
                    request_body_hash = table.Column<string>(type: "TEXT", nullable: true),
                    fence = table.Column<long>(type: "INTEGER", nullable: false),
                    lease_until = table.Column<long>(type: "INTEGER", nullable: true),
                    due_at = table.Column<long>(type: "INTEGER", nullable: true),
                    first_sent_at = table.Column<long>(type: "INTEGER", nullable: true),
                    last_send_at = table.Column<long>(type: "INTEGER", nullable: true),
                    last_queried_at = table.Column<long>(type: "INTEGER", nullable: true),
                    expiry_seen_at = table.Column<long>(type: "INTEGER", nullable: true),
                    tries = table.Column<int>(type: "INTEGER", nullable: false),
                    query_only = table.Column<bool>(type: "INTEGER", nullable: false),
                    method = table.Column<string>(type: "TEXT", nullable: true),
                    balance = table.Column<decimal>(type: "TEXT", precision: 24, scale: 4, nullable: true),
                    cancel_count = table.Column<int>(type: "INTEGER", nullable: false),
                    approved_at = table.Column<long>(type: "INTEGER", nullable: true),
                    failure_code = table.Column<string>(type: "TEXT", nullable: true),
                    receipt_url = table.Column<string>(type: "TEXT", nullable: true),
                    last_transaction_key = table.Column<string>(type: "TEXT", nullable: true),
                    deposit_bank_code = table.Column<string>(type: "TEXT", nullable: true),
                    deposit_account_number = table.Column<string>(type: "TEXT", nullable: true),
                    deposit_due_at = table.Column<long>(type: "INTEGER", nullable: true),
                    deposit_secret_hash = table.Column<string>(type: "TEXT", nullable: true),
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
                    tries = table.Column<int>(type: "INTEGER", nullable: false),
                    due_at = table.Column<long>(type: "INTEGER", nullable: true)
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
                    fence = table.Column<long>(type: "INTEGER", nullable: false),
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

            migrationBuilder.CreateIndex(
                name: "IX_payment_attempts_merchant_due_at",
                table: "payment_attempts",
                columns: new[] { "merchant", "due_at" });

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
                name: "IX_payment_journal_merchant_purchase_id_purchase_version_position",
                table: "payment_journal",
                columns: new[] { "merchant", "purchase_id", "purchase_version", "position" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_payment_outbox_event_id",
                table: "payment_outbox",
                column: "event_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_payment_outbox_merchant_due_at",
                table: "payment_outbox",
                columns: new[] { "merchant", "due_at" });

            // money.md §8. A later migration that rebuilds this table (SQLite does so to alter a column) has to make them again.
            migrationBuilder.Sql("""
                CREATE TRIGGER payment_journal_no_update BEFORE UPDATE ON payment_journal
                BEGIN SELECT RAISE(ABORT, 'payment_journal is append-only'); END;
                """);
            migrationBuilder.Sql("""
                CREATE TRIGGER payment_journal_no_delete BEFORE DELETE ON payment_journal
                BEGIN SELECT RAISE(ABORT, 'payment_journal is append-only'); END;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "payment_journal");

            migrationBuilder.DropTable(
                name: "payment_outbox");

            migrationBuilder.DropTable(
                name: "payment_attempts");

            migrationBuilder.DropTable(
                name: "payment_purchases");
        }
    }
}
