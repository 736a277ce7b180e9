CREATE TABLE IF NOT EXISTS payment_migrations (
    "MigrationId" character varying(150) NOT NULL,
    "ProductVersion" character varying(32) NOT NULL,
    CONSTRAINT "PK_payment_migrations" PRIMARY KEY ("MigrationId")
);

START TRANSACTION;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM payment_migrations WHERE "MigrationId" = '20261128020350_Initial') THEN
    CREATE TABLE payment_breaks (
        merchant character varying(64) COLLATE "C" NOT NULL,
        transaction_key character varying(200) COLLATE "C" NOT NULL,
        kind character varying(40) COLLATE "C" NOT NULL,
        day integer NOT NULL,
        order_id text,
        payment_key text,
        ours numeric(24,4),
        theirs numeric(24,4),
        currency character varying(16) COLLATE "C" NOT NULL,
        detail text NOT NULL,
        owner text,
        opened_at bigint NOT NULL,
        closed_at bigint,
        closed_because text,
        CONSTRAINT "PK_payment_breaks" PRIMARY KEY (merchant, transaction_key)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM payment_migrations WHERE "MigrationId" = '20261128020350_Initial') THEN
    CREATE TABLE payment_inbox (
        merchant character varying(64) COLLATE "C" NOT NULL,
        message_id uuid NOT NULL,
        body_hash character varying(64) COLLATE "C" NOT NULL,
        event_type text NOT NULL,
        transmission_id text,
        order_id character varying(64) COLLATE "C",
        claim text NOT NULL,
        body text NOT NULL,
        received_at bigint NOT NULL,
        handled_at bigint,
        due_at bigint,
        failure_count integer NOT NULL,
        fencing_token bigint NOT NULL,
        lease_until bigint,
        CONSTRAINT "PK_payment_inbox" PRIMARY KEY (merchant, message_id)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM payment_migrations WHERE "MigrationId" = '20261128020350_Initial') THEN
    CREATE TABLE payment_money_movements (
        merchant character varying(64) COLLATE "C" NOT NULL,
        transaction_key character varying(200) COLLATE "C" NOT NULL,
        order_id character varying(64) COLLATE "C" NOT NULL,
        payment_key character varying(200) COLLATE "C" NOT NULL,
        kind character varying(40) COLLATE "C" NOT NULL,
        currency character varying(16) COLLATE "C" NOT NULL,
        amount numeric(24,4) NOT NULL,
        method text,
        supplied_amount numeric(24,4),
        vat numeric(24,4),
        tax_free_amount numeric(24,4),
        gateway_merchant_id text,
        test_mode boolean NOT NULL,
        at bigint NOT NULL,
        recorded_at bigint NOT NULL,
        CONSTRAINT "PK_payment_money_movements" PRIMARY KEY (merchant, transaction_key)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM payment_migrations WHERE "MigrationId" = '20261128020350_Initial') THEN
    CREATE TABLE payment_processes (
        merchant character varying(64) COLLATE "C" NOT NULL,
        process character varying(200) COLLATE "C" NOT NULL,
        seen_at bigint NOT NULL,
        CONSTRAINT "PK_payment_processes" PRIMARY KEY (merchant, process)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM payment_migrations WHERE "MigrationId" = '20261128020350_Initial') THEN
    CREATE TABLE payment_purchases (
        merchant character varying(64) COLLATE "C" NOT NULL,
        purchase_id character varying(64) COLLATE "C" NOT NULL,
        currency character varying(16) COLLATE "C" NOT NULL,
        amount numeric(24,4) NOT NULL,
        order_name text NOT NULL,
        order_number character varying(64) COLLATE "C",
        customer_key character varying(300) COLLATE "C",
        result_page text,
        live_attempt character varying(64) COLLATE "C",
        latest_attempt character varying(64) COLLATE "C" NOT NULL,
        was_sent boolean NOT NULL,
        paid_told boolean NOT NULL,
        attempt_count integer NOT NULL,
        event_count integer NOT NULL,
        test_mode boolean NOT NULL,
        opened_at bigint NOT NULL,
        version bigint NOT NULL,
        purged_at bigint,
        commit_id uuid NOT NULL,
        CONSTRAINT "PK_payment_purchases" PRIMARY KEY (merchant, purchase_id)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM payment_migrations WHERE "MigrationId" = '20261128020350_Initial') THEN
    CREATE TABLE payment_attempts (
        merchant character varying(64) COLLATE "C" NOT NULL,
        order_id character varying(64) COLLATE "C" NOT NULL,
        purchase_id character varying(64) COLLATE "C" NOT NULL,
        number integer NOT NULL,
        state character varying(40) COLLATE "C" NOT NULL,
        kind character varying(40) COLLATE "C" NOT NULL,
        currency character varying(16) COLLATE "C" NOT NULL,
        amount numeric(24,4) NOT NULL,
        payment_key character varying(200) COLLATE "C",
        idempotency_key character varying(300) COLLATE "C",
        secret_fingerprint text,
        request_url text,
        request_body_hash text,
        fencing_token bigint NOT NULL,
        lease_until bigint,
        due_at bigint,
        lane integer NOT NULL,
        first_sent_at bigint,
        last_send_at bigint,
        last_queried_at bigint,
        expiry_seen_at bigint,
        recheck_count integer NOT NULL,
        query_only boolean NOT NULL,
        reversal_requested_at bigint,
        reversal_reason text,
        reversal_actor text,
        is_duplicate boolean NOT NULL,
        late_approval_at bigint,
        refunded_by_hand numeric(24,4) NOT NULL,
        doubtful_observation text,
        doubtful_observation_at bigint,
        method text,
        balance numeric(24,4),
        balance_currency character varying(16) COLLATE "C",
        cancel_count integer NOT NULL,
        approved_at bigint,
        failure_code text,
        receipt_url text,
        last_transaction_key text,
        deposit_bank_code text,
        deposit_account_number text,
        deposit_due_at bigint,
        deposit_secret_hash text,
        open_refund character varying(64) COLLATE "C",
        notification text,
        notified_at bigint,
        journal_count integer NOT NULL,
        opened_at bigint NOT NULL,
        changed_at bigint NOT NULL,
        CONSTRAINT "PK_payment_attempts" PRIMARY KEY (merchant, order_id),
        CONSTRAINT "FK_payment_attempts_payment_purchases_merchant_purchase_id" FOREIGN KEY (merchant, purchase_id) REFERENCES payment_purchases (merchant, purchase_id) ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM payment_migrations WHERE "MigrationId" = '20261128020350_Initial') THEN
    CREATE TABLE payment_outbox (
        merchant character varying(64) COLLATE "C" NOT NULL,
        purchase_id character varying(64) COLLATE "C" NOT NULL,
        sequence integer NOT NULL,
        event_id uuid NOT NULL,
        order_id character varying(64) COLLATE "C" NOT NULL,
        type character varying(40) COLLATE "C" NOT NULL,
        test_mode boolean NOT NULL,
        recorded_at bigint NOT NULL,
        delivered_at bigint,
        failure_count integer NOT NULL,
        due_at bigint,
        fencing_token bigint NOT NULL,
        lease_until bigint,
        error text,
        skipped_by text,
        CONSTRAINT "PK_payment_outbox" PRIMARY KEY (merchant, purchase_id, sequence),
        CONSTRAINT "FK_payment_outbox_payment_purchases_merchant_purchase_id" FOREIGN KEY (merchant, purchase_id) REFERENCES payment_purchases (merchant, purchase_id) ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM payment_migrations WHERE "MigrationId" = '20261128020350_Initial') THEN
    CREATE TABLE payment_journal (
        merchant character varying(64) COLLATE "C" NOT NULL,
        order_id character varying(64) COLLATE "C" NOT NULL,
        sequence integer NOT NULL,
        purchase_id character varying(64) COLLATE "C" NOT NULL,
        purchase_version bigint NOT NULL,
        position integer NOT NULL,
        from_state character varying(40) COLLATE "C",
        to_state character varying(40) COLLATE "C" NOT NULL,
        cause character varying(40) COLLATE "C" NOT NULL,
        evidence text,
        actor text NOT NULL,
        payment_key character varying(200) COLLATE "C",
        balance numeric(24,4),
        refund_id character varying(64) COLLATE "C",
        refund_state character varying(40) COLLATE "C",
        fencing_token bigint NOT NULL,
        commit_id uuid NOT NULL,
        gateway_time bigint,
        recorded_at bigint NOT NULL,
        CONSTRAINT "PK_payment_journal" PRIMARY KEY (merchant, order_id, sequence),
        CONSTRAINT "FK_payment_journal_payment_attempts_merchant_order_id" FOREIGN KEY (merchant, order_id) REFERENCES payment_attempts (merchant, order_id) ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM payment_migrations WHERE "MigrationId" = '20261128020350_Initial') THEN
    CREATE TABLE payment_refunds (
        merchant character varying(64) COLLATE "C" NOT NULL,
        order_id character varying(64) COLLATE "C" NOT NULL,
        refund_id character varying(64) COLLATE "C" NOT NULL,
        number integer NOT NULL,
        state character varying(40) COLLATE "C" NOT NULL,
        amount numeric(24,4),
        tax_free_amount numeric(24,4),
        refundable_amount numeric(24,4),
        cancels_before integer NOT NULL,
        reason text NOT NULL,
        actor text NOT NULL,
        idempotency_key character varying(300) COLLATE "C" NOT NULL,
        secret_fingerprint text NOT NULL,
        request_url text NOT NULL,
        needs_account boolean NOT NULL,
        query_only boolean NOT NULL,
        first_sent_at bigint,
        last_send_at bigint,
        key_count integer NOT NULL,
        answered_count integer NOT NULL,
        none_seen_at bigint,
        recheck_count integer NOT NULL,
        transaction_key text,
        failure_code text,
        requested_at bigint NOT NULL,
        changed_at bigint NOT NULL,
        CONSTRAINT "PK_payment_refunds" PRIMARY KEY (merchant, order_id, refund_id),
        CONSTRAINT "FK_payment_refunds_payment_attempts_merchant_order_id" FOREIGN KEY (merchant, order_id) REFERENCES payment_attempts (merchant, order_id) ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM payment_migrations WHERE "MigrationId" = '20261128020350_Initial') THEN
    CREATE INDEX "IX_payment_attempts_merchant_lane_due_at" ON payment_attempts (merchant, lane, due_at) WHERE due_at IS NOT NULL;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM payment_migrations WHERE "MigrationId" = '20261128020350_Initial') THEN
    CREATE UNIQUE INDEX "IX_payment_attempts_merchant_payment_key" ON payment_attempts (merchant, payment_key);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM payment_migrations WHERE "MigrationId" = '20261128020350_Initial') THEN
    CREATE INDEX "IX_payment_attempts_merchant_purchase_id" ON payment_attempts (merchant, purchase_id);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM payment_migrations WHERE "MigrationId" = '20261128020350_Initial') THEN
    CREATE INDEX "IX_payment_attempts_merchant_state" ON payment_attempts (merchant, state);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM payment_migrations WHERE "MigrationId" = '20261128020350_Initial') THEN
    CREATE INDEX "IX_payment_breaks_merchant_closed_at" ON payment_breaks (merchant, closed_at);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM payment_migrations WHERE "MigrationId" = '20261128020350_Initial') THEN
    CREATE INDEX "IX_payment_inbox_merchant_body_hash_received_at" ON payment_inbox (merchant, body_hash, received_at);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM payment_migrations WHERE "MigrationId" = '20261128020350_Initial') THEN
    CREATE INDEX "IX_payment_inbox_merchant_due_at" ON payment_inbox (merchant, due_at);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM payment_migrations WHERE "MigrationId" = '20261128020350_Initial') THEN
    CREATE UNIQUE INDEX "IX_payment_journal_merchant_purchase_id_purchase_version_posit~" ON payment_journal (merchant, purchase_id, purchase_version, position);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM payment_migrations WHERE "MigrationId" = '20261128020350_Initial') THEN
    CREATE INDEX "IX_payment_money_movements_merchant_at" ON payment_money_movements (merchant, at);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM payment_migrations WHERE "MigrationId" = '20261128020350_Initial') THEN
    CREATE UNIQUE INDEX "IX_payment_outbox_event_id" ON payment_outbox (event_id);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM payment_migrations WHERE "MigrationId" = '20261128020350_Initial') THEN
    CREATE INDEX "IX_payment_outbox_merchant_delivered_at_recorded_at" ON payment_outbox (merchant, delivered_at, recorded_at);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM payment_migrations WHERE "MigrationId" = '20261128020350_Initial') THEN
    CREATE INDEX "IX_payment_outbox_merchant_due_at" ON payment_outbox (merchant, due_at);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM payment_migrations WHERE "MigrationId" = '20261128020350_Initial') THEN
    CREATE INDEX "IX_payment_refunds_merchant_state" ON payment_refunds (merchant, state);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM payment_migrations WHERE "MigrationId" = '20261128020350_Initial') THEN
    CREATE FUNCTION payment_journal_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF TG_OP = 'DELETE' AND EXISTS (
            SELECT 1 FROM payment_purchases
            WHERE merchant = OLD.merchant AND purchase_id = OLD.purchase_id AND purged_at IS NOT NULL) THEN
            RETURN OLD;
        END IF;
        RAISE EXCEPTION 'payment_journal is append-only';
    END $$;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM payment_migrations WHERE "MigrationId" = '20261128020350_Initial') THEN
    CREATE TRIGGER payment_journal_no_change BEFORE UPDATE OR DELETE ON payment_journal
    FOR EACH ROW EXECUTE FUNCTION payment_journal_is_append_only();
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM payment_migrations WHERE "MigrationId" = '20261128020350_Initial') THEN
    CREATE TRIGGER payment_journal_no_truncate BEFORE TRUNCATE ON payment_journal
    FOR EACH STATEMENT EXECUTE FUNCTION payment_journal_is_append_only();
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM payment_migrations WHERE "MigrationId" = '20261128020350_Initial') THEN
    INSERT INTO payment_migrations ("MigrationId", "ProductVersion")
    VALUES ('20261128020350_Initial', '10.0.15');
    END IF;
END $EF$;
COMMIT;

