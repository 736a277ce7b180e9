CREATE TABLE IF NOT EXISTS "payment_migrations" (
    "MigrationId" TEXT NOT NULL CONSTRAINT "PK_payment_migrations" PRIMARY KEY,
    "ProductVersion" TEXT NOT NULL
);

BEGIN TRANSACTION;
CREATE TABLE "payment_breaks" (
    "merchant" TEXT NOT NULL,
    "transaction_key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "day" INTEGER NOT NULL,
    "order_id" TEXT NULL,
    "payment_key" TEXT NULL,
    "ours" TEXT NULL,
    "theirs" TEXT NULL,
    "currency" TEXT NOT NULL,
    "detail" TEXT NOT NULL,
    "owner" TEXT NULL,
    "opened_at" INTEGER NOT NULL,
    "closed_at" INTEGER NULL,
    "closed_because" TEXT NULL,
    CONSTRAINT "PK_payment_breaks" PRIMARY KEY ("merchant", "transaction_key")
);

CREATE TABLE "payment_inbox" (
    "merchant" TEXT NOT NULL,
    "message_id" TEXT NOT NULL,
    "body_hash" TEXT NOT NULL,
    "event_type" TEXT NOT NULL,
    "transmission_id" TEXT NULL,
    "order_id" TEXT NULL,
    "claim" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "received_at" INTEGER NOT NULL,
    "handled_at" INTEGER NULL,
    "due_at" INTEGER NULL,
    "failure_count" INTEGER NOT NULL,
    "fencing_token" INTEGER NOT NULL,
    "lease_until" INTEGER NULL,
    CONSTRAINT "PK_payment_inbox" PRIMARY KEY ("merchant", "message_id")
);

CREATE TABLE "payment_money_movements" (
    "merchant" TEXT NOT NULL,
    "transaction_key" TEXT NOT NULL,
    "order_id" TEXT NOT NULL,
    "payment_key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "amount" TEXT NOT NULL,
    "method" TEXT NULL,
    "supplied_amount" TEXT NULL,
    "vat" TEXT NULL,
    "tax_free_amount" TEXT NULL,
    "gateway_merchant_id" TEXT NULL,
    "test_mode" INTEGER NOT NULL,
    "at" INTEGER NOT NULL,
    "recorded_at" INTEGER NOT NULL,
    CONSTRAINT "PK_payment_money_movements" PRIMARY KEY ("merchant", "transaction_key")
);

CREATE TABLE "payment_processes" (
    "merchant" TEXT NOT NULL,
    "process" TEXT NOT NULL,
    "seen_at" INTEGER NOT NULL,
    CONSTRAINT "PK_payment_processes" PRIMARY KEY ("merchant", "process")
);

CREATE TABLE "payment_purchases" (
    "merchant" TEXT NOT NULL,
    "purchase_id" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "amount" TEXT NOT NULL,
    "order_name" TEXT NOT NULL,
    "order_number" TEXT NULL,
    "customer_key" TEXT NULL,
    "result_page" TEXT NULL,
    "live_attempt" TEXT NULL,
    "latest_attempt" TEXT NOT NULL,
    "was_sent" INTEGER NOT NULL,
    "paid_told" INTEGER NOT NULL,
    "attempt_count" INTEGER NOT NULL,
    "event_count" INTEGER NOT NULL,
    "test_mode" INTEGER NOT NULL,
    "opened_at" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "purged_at" INTEGER NULL,
    "commit_id" TEXT NOT NULL,
    CONSTRAINT "PK_payment_purchases" PRIMARY KEY ("merchant", "purchase_id")
);

CREATE TABLE "payment_attempts" (
    "merchant" TEXT NOT NULL,
    "order_id" TEXT NOT NULL,
    "purchase_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "amount" TEXT NOT NULL,
    "payment_key" TEXT NULL,
    "idempotency_key" TEXT NULL,
    "secret_fingerprint" TEXT NULL,
    "request_url" TEXT NULL,
    "request_body_hash" TEXT NULL,
    "fencing_token" INTEGER NOT NULL,
    "lease_until" INTEGER NULL,
    "due_at" INTEGER NULL,
    "lane" INTEGER NOT NULL,
    "first_sent_at" INTEGER NULL,
    "last_send_at" INTEGER NULL,
    "last_queried_at" INTEGER NULL,
    "expiry_seen_at" INTEGER NULL,
    "recheck_count" INTEGER NOT NULL,
    "query_only" INTEGER NOT NULL,
    "reversal_requested_at" INTEGER NULL,
    "reversal_reason" TEXT NULL,
    "reversal_actor" TEXT NULL,
    "is_duplicate" INTEGER NOT NULL,
    "late_approval_at" INTEGER NULL,
    "refunded_by_hand" TEXT NOT NULL,
    "doubtful_observation" TEXT NULL,
    "doubtful_observation_at" INTEGER NULL,
    "method" TEXT NULL,
    "balance" TEXT NULL,
    "balance_currency" TEXT NULL,
    "cancel_count" INTEGER NOT NULL,
    "approved_at" INTEGER NULL,
    "failure_code" TEXT NULL,
    "receipt_url" TEXT NULL,
    "last_transaction_key" TEXT NULL,
    "deposit_bank_code" TEXT NULL,
    "deposit_account_number" TEXT NULL,
    "deposit_due_at" INTEGER NULL,
    "deposit_secret_hash" TEXT NULL,
    "open_refund" TEXT NULL,
    "notification" TEXT NULL,
    "notified_at" INTEGER NULL,
    "journal_count" INTEGER NOT NULL,
    "opened_at" INTEGER NOT NULL,
    "changed_at" INTEGER NOT NULL,
    CONSTRAINT "PK_payment_attempts" PRIMARY KEY ("merchant", "order_id"),
    CONSTRAINT "FK_payment_attempts_payment_purchases_merchant_purchase_id" FOREIGN KEY ("merchant", "purchase_id") REFERENCES "payment_purchases" ("merchant", "purchase_id") ON DELETE RESTRICT
);

CREATE TABLE "payment_outbox" (
    "merchant" TEXT NOT NULL,
    "purchase_id" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "event_id" TEXT NOT NULL,
    "order_id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "test_mode" INTEGER NOT NULL,
    "recorded_at" INTEGER NOT NULL,
    "delivered_at" INTEGER NULL,
    "failure_count" INTEGER NOT NULL,
    "due_at" INTEGER NULL,
    "fencing_token" INTEGER NOT NULL,
    "lease_until" INTEGER NULL,
    "error" TEXT NULL,
    "skipped_by" TEXT NULL,
    CONSTRAINT "PK_payment_outbox" PRIMARY KEY ("merchant", "purchase_id", "sequence"),
    CONSTRAINT "FK_payment_outbox_payment_purchases_merchant_purchase_id" FOREIGN KEY ("merchant", "purchase_id") REFERENCES "payment_purchases" ("merchant", "purchase_id") ON DELETE RESTRICT
);

CREATE TABLE "payment_journal" (
    "merchant" TEXT NOT NULL,
    "order_id" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "purchase_id" TEXT NOT NULL,
    "purchase_version" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "from_state" TEXT NULL,
    "to_state" TEXT NOT NULL,
    "cause" TEXT NOT NULL,
    "evidence" TEXT NULL,
    "actor" TEXT NOT NULL,
    "payment_key" TEXT NULL,
    "balance" TEXT NULL,
    "refund_id" TEXT NULL,
    "refund_state" TEXT NULL,
    "fencing_token" INTEGER NOT NULL,
    "commit_id" TEXT NOT NULL,
    "gateway_time" INTEGER NULL,
    "recorded_at" INTEGER NOT NULL,
    CONSTRAINT "PK_payment_journal" PRIMARY KEY ("merchant", "order_id", "sequence"),
    CONSTRAINT "FK_payment_journal_payment_attempts_merchant_order_id" FOREIGN KEY ("merchant", "order_id") REFERENCES "payment_attempts" ("merchant", "order_id") ON DELETE RESTRICT
);

CREATE TABLE "payment_refunds" (
    "merchant" TEXT NOT NULL,
    "order_id" TEXT NOT NULL,
    "refund_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "amount" TEXT NULL,
    "tax_free_amount" TEXT NULL,
    "refundable_amount" TEXT NULL,
    "cancels_before" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "idempotency_key" TEXT NOT NULL,
    "secret_fingerprint" TEXT NOT NULL,
    "request_url" TEXT NOT NULL,
    "needs_account" INTEGER NOT NULL,
    "query_only" INTEGER NOT NULL,
    "first_sent_at" INTEGER NULL,
    "last_send_at" INTEGER NULL,
    "key_count" INTEGER NOT NULL,
    "answered_count" INTEGER NOT NULL,
    "none_seen_at" INTEGER NULL,
    "recheck_count" INTEGER NOT NULL,
    "transaction_key" TEXT NULL,
    "failure_code" TEXT NULL,
    "requested_at" INTEGER NOT NULL,
    "changed_at" INTEGER NOT NULL,
    CONSTRAINT "PK_payment_refunds" PRIMARY KEY ("merchant", "order_id", "refund_id"),
    CONSTRAINT "FK_payment_refunds_payment_attempts_merchant_order_id" FOREIGN KEY ("merchant", "order_id") REFERENCES "payment_attempts" ("merchant", "order_id") ON DELETE RESTRICT
);

CREATE INDEX "IX_payment_attempts_merchant_lane_due_at" ON "payment_attempts" ("merchant", "lane", "due_at") WHERE due_at IS NOT NULL;

CREATE UNIQUE INDEX "IX_payment_attempts_merchant_payment_key" ON "payment_attempts" ("merchant", "payment_key");

CREATE INDEX "IX_payment_attempts_merchant_purchase_id" ON "payment_attempts" ("merchant", "purchase_id");

CREATE INDEX "IX_payment_attempts_merchant_state" ON "payment_attempts" ("merchant", "state");

CREATE INDEX "IX_payment_breaks_merchant_closed_at" ON "payment_breaks" ("merchant", "closed_at");

CREATE INDEX "IX_payment_inbox_merchant_body_hash_received_at" ON "payment_inbox" ("merchant", "body_hash", "received_at");

CREATE INDEX "IX_payment_inbox_merchant_due_at" ON "payment_inbox" ("merchant", "due_at");

CREATE UNIQUE INDEX "IX_payment_journal_merchant_purchase_id_purchase_version_position" ON "payment_journal" ("merchant", "purchase_id", "purchase_version", "position");

CREATE INDEX "IX_payment_money_movements_merchant_at" ON "payment_money_movements" ("merchant", "at");

CREATE UNIQUE INDEX "IX_payment_outbox_event_id" ON "payment_outbox" ("event_id");

CREATE INDEX "IX_payment_outbox_merchant_delivered_at_recorded_at" ON "payment_outbox" ("merchant", "delivered_at", "recorded_at");

CREATE INDEX "IX_payment_outbox_merchant_due_at" ON "payment_outbox" ("merchant", "due_at");

CREATE INDEX "IX_payment_refunds_merchant_state" ON "payment_refunds" ("merchant", "state");

CREATE TRIGGER payment_journal_no_update BEFORE UPDATE ON payment_journal
BEGIN SELECT RAISE(ABORT, 'payment_journal is append-only'); END;

CREATE TRIGGER payment_journal_no_delete BEFORE DELETE ON payment_journal
WHEN NOT EXISTS (SELECT 1 FROM payment_purchases
                 WHERE merchant = OLD.merchant AND purchase_id = OLD.purchase_id AND purged_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'payment_journal is append-only'); END;

INSERT INTO "payment_migrations" ("MigrationId", "ProductVersion")
VALUES ('20261128020346_Initial', '10.0.15');

COMMIT;

