using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TechMarket.Payments.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "payments");

            migrationBuilder.CreateTable(
                name: "account",
                schema: "payments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    holder = table.Column<Guid>(type: "uuid", nullable: false),
                    currency = table.Column<string>(type: "character(3)", fixedLength: true, maxLength: 3, nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_account", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "audit",
                schema: "payments",
                columns: table => new
                {
                    sequence = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    person_name = table.Column<string>(type: "text", nullable: true),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: true),
                    organisation_name = table.Column<string>(type: "text", nullable: true),
                    subject_kind = table.Column<string>(type: "text", nullable: false),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: false),
                    action = table.Column<string>(type: "text", nullable: false),
                    from_state = table.Column<string>(type: "text", nullable: true),
                    to_state = table.Column<string>(type: "text", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: true),
                    data_hash = table.Column<string>(type: "text", nullable: false),
                    previous_hash = table.Column<string>(type: "text", nullable: false),
                    hash = table.Column<string>(type: "text", nullable: false),
                    retention = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit", x => x.sequence);
                });

            migrationBuilder.CreateTable(
                name: "bill",
                schema: "payments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    purpose = table.Column<string>(type: "text", nullable: false),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: false),
                    milestone = table.Column<int>(type: "integer", nullable: true),
                    subject_number = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    payer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    payer_name = table.Column<string>(type: "text", nullable: false),
                    holder_id = table.Column<Guid>(type: "uuid", nullable: false),
                    holder_name = table.Column<string>(type: "text", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    state = table.Column<string>(type: "text", nullable: false),
                    raised_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    close_reason = table.Column<string>(type: "text", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    amount_amount = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: false),
                    amount_currency = table.Column<string>(type: "text", nullable: false),
                    withheld_amount = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: true),
                    withheld_currency = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bill", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "counter",
                schema: "payments",
                columns: table => new
                {
                    series = table.Column<string>(type: "text", nullable: false),
                    value = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_counter", x => x.series);
                });

            migrationBuilder.CreateTable(
                name: "dead_letter",
                schema: "payments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    message_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reaction = table.Column<string>(type: "text", nullable: false),
                    urn = table.Column<string>(type: "text", nullable: false),
                    body = table.Column<string>(type: "jsonb", nullable: false),
                    error = table.Column<string>(type: "text", nullable: false),
                    failed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dead_letter", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "deadline",
                schema: "payments",
                columns: table => new
                {
                    kind = table.Column<string>(type: "text", nullable: false),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    last_error = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_deadline", x => new { x.kind, x.subject_id });
                });

            migrationBuilder.CreateTable(
                name: "deposit",
                schema: "payments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    sale_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sale_number = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    seller_id = table.Column<Guid>(type: "uuid", nullable: false),
                    party_id = table.Column<Guid>(type: "uuid", nullable: false),
                    party_name = table.Column<string>(type: "text", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    state = table.Column<string>(type: "text", nullable: false),
                    bill_id = table.Column<Guid>(type: "uuid", nullable: true),
                    held_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    decision = table.Column<string>(type: "text", nullable: true),
                    decision_reason = table.Column<string>(type: "text", nullable: true),
                    deal_id = table.Column<Guid>(type: "uuid", nullable: true),
                    settle_by = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    outcome = table.Column<string>(type: "text", nullable: true),
                    settled_reference = table.Column<string>(type: "text", nullable: true),
                    settled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    amount_amount = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: true),
                    amount_currency = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_deposit", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "entry",
                schema: "payments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    cause = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    provider_reference = table.Column<string>(type: "text", nullable: true),
                    booked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    booked_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    booked_by = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_entry", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "escrow",
                schema: "payments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    seller_id = table.Column<Guid>(type: "uuid", nullable: false),
                    seller_name = table.Column<string>(type: "text", nullable: false),
                    buyer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    buyer_name = table.Column<string>(type: "text", nullable: false),
                    currency = table.Column<string>(type: "text", nullable: false),
                    price = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: false),
                    contract_id = table.Column<Guid>(type: "uuid", nullable: true),
                    contract_number = table.Column<string>(type: "text", nullable: true),
                    state = table.Column<string>(type: "text", nullable: false),
                    hold_reason = table.Column<string>(type: "text", nullable: true),
                    end_outcome = table.Column<string>(type: "text", nullable: true),
                    milestones = table.Column<string>(type: "jsonb", nullable: false),
                    deposits = table.Column<string>(type: "jsonb", nullable: false),
                    paid_directly = table.Column<string>(type: "jsonb", nullable: false),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    free_refunded = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_escrow", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "inbox",
                schema: "payments",
                columns: table => new
                {
                    message_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reaction = table.Column<string>(type: "text", nullable: false),
                    handled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_inbox", x => new { x.message_id, x.reaction });
                });

            migrationBuilder.CreateTable(
                name: "ledger_check",
                schema: "payments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    checked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    entries = table.Column<int>(type: "integer", nullable: false),
                    accounts = table.Column<int>(type: "integer", nullable: false),
                    findings = table.Column<string>(type: "jsonb", nullable: false),
                    checked_by = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger_check", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "movement",
                schema: "payments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    provider = table.Column<string>(type: "text", nullable: false),
                    reference = table.Column<string>(type: "text", nullable: false),
                    direction = table.Column<string>(type: "text", nullable: false),
                    booked_on = table.Column<DateOnly>(type: "date", nullable: false),
                    counterparty_name = table.Column<string>(type: "text", nullable: true),
                    counterparty_account = table.Column<string>(type: "text", nullable: true),
                    counterparty_bank = table.Column<string>(type: "text", nullable: true),
                    remark = table.Column<string>(type: "text", nullable: true),
                    statement_id = table.Column<Guid>(type: "uuid", nullable: true),
                    row = table.Column<int>(type: "integer", nullable: true),
                    state = table.Column<string>(type: "text", nullable: false),
                    queue_reason = table.Column<string>(type: "text", nullable: true),
                    bill_id = table.Column<Guid>(type: "uuid", nullable: true),
                    payout_id = table.Column<Guid>(type: "uuid", nullable: true),
                    note = table.Column<string>(type: "text", nullable: true),
                    settled_by = table.Column<string>(type: "text", nullable: true),
                    arrived_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    settled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    allotted_amount = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: true),
                    allotted_currency = table.Column<string>(type: "text", nullable: true),
                    amount_amount = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: false),
                    amount_currency = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_movement", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "outbox",
                schema: "payments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    urn = table.Column<string>(type: "text", nullable: false),
                    body = table.Column<string>(type: "jsonb", nullable: false),
                    trace_parent = table.Column<string>(type: "text", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    not_before = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outbox", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "party",
                schema: "payments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_party", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "party_account",
                schema: "payments",
                columns: table => new
                {
                    party_id = table.Column<Guid>(type: "uuid", nullable: false),
                    details = table.Column<string>(type: "jsonb", nullable: false),
                    stripe_account = table.Column<string>(type: "text", nullable: true),
                    changed_by = table.Column<string>(type: "text", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_party_account", x => x.party_id);
                });

            migrationBuilder.CreateTable(
                name: "payment_attempt",
                schema: "payments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    bill_id = table.Column<Guid>(type: "uuid", nullable: false),
                    method = table.Column<string>(type: "text", nullable: false),
                    started_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    provider_reference = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_payment_attempt", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "payout",
                schema: "payments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    cause = table.Column<string>(type: "text", nullable: false),
                    from_kind = table.Column<string>(type: "text", nullable: false),
                    from_holder = table.Column<Guid>(type: "uuid", nullable: false),
                    from_name = table.Column<string>(type: "text", nullable: false),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: false),
                    payee_id = table.Column<Guid>(type: "uuid", nullable: true),
                    payee_name = table.Column<string>(type: "text", nullable: false),
                    purpose = table.Column<string>(type: "text", nullable: false),
                    provider = table.Column<string>(type: "text", nullable: false),
                    refund_of = table.Column<string>(type: "text", nullable: true),
                    provider_account = table.Column<string>(type: "text", nullable: true),
                    receiver = table.Column<string>(type: "jsonb", nullable: true),
                    state = table.Column<string>(type: "text", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    raised_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    raised_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    raised_by = table.Column<string>(type: "text", nullable: true),
                    prepared_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    prepared_by = table.Column<string>(type: "text", nullable: true),
                    prepared_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    released_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    released_by = table.Column<string>(type: "text", nullable: true),
                    released_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    reference = table.Column<string>(type: "text", nullable: true),
                    executed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    note = table.Column<string>(type: "text", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    amount_amount = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: false),
                    amount_currency = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_payout", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "statement",
                schema: "payments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    file_name = table.Column<string>(type: "text", nullable: false),
                    sha256 = table.Column<string>(type: "text", nullable: false),
                    uploaded_by = table.Column<string>(type: "text", nullable: false),
                    uploaded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    rows = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_statement", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "stripe_event",
                schema: "payments",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false),
                    type = table.Column<string>(type: "text", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    taken_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_stripe_event", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "posting",
                schema: "payments",
                columns: table => new
                {
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false),
                    line = table.Column<int>(type: "integer", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    amount_amount = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: false),
                    amount_currency = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_posting", x => new { x.entry_id, x.line });
                    table.ForeignKey(
                        name: "FK_posting_account_account_id",
                        column: x => x.account_id,
                        principalSchema: "payments",
                        principalTable: "account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_posting_entry_entry_id",
                        column: x => x.entry_id,
                        principalSchema: "payments",
                        principalTable: "entry",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_account_id_currency",
                schema: "payments",
                table: "account",
                columns: new[] { "id", "currency" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_account_kind_holder_currency",
                schema: "payments",
                table: "account",
                columns: new[] { "kind", "holder", "currency" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_audit_subject_kind_subject_id",
                schema: "payments",
                table: "audit",
                columns: new[] { "subject_kind", "subject_id" });

            migrationBuilder.CreateIndex(
                name: "IX_bill_code",
                schema: "payments",
                table: "bill",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_bill_payer_id",
                schema: "payments",
                table: "bill",
                column: "payer_id");

            migrationBuilder.CreateIndex(
                name: "IX_bill_state",
                schema: "payments",
                table: "bill",
                column: "state");

            migrationBuilder.CreateIndex(
                name: "IX_bill_subject_id",
                schema: "payments",
                table: "bill",
                column: "subject_id");

            migrationBuilder.CreateIndex(
                name: "IX_dead_letter_message_id_reaction",
                schema: "payments",
                table: "dead_letter",
                columns: new[] { "message_id", "reaction" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_deadline_due_at",
                schema: "payments",
                table: "deadline",
                column: "due_at");

            migrationBuilder.CreateIndex(
                name: "IX_deposit_party_id",
                schema: "payments",
                table: "deposit",
                column: "party_id");

            migrationBuilder.CreateIndex(
                name: "IX_deposit_state",
                schema: "payments",
                table: "deposit",
                column: "state");

            migrationBuilder.CreateIndex(
                name: "IX_entry_booked_at",
                schema: "payments",
                table: "entry",
                column: "booked_at");

            migrationBuilder.CreateIndex(
                name: "IX_entry_cause",
                schema: "payments",
                table: "entry",
                column: "cause",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_entry_number",
                schema: "payments",
                table: "entry",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_escrow_buyer_id",
                schema: "payments",
                table: "escrow",
                column: "buyer_id");

            migrationBuilder.CreateIndex(
                name: "IX_escrow_seller_id",
                schema: "payments",
                table: "escrow",
                column: "seller_id");

            migrationBuilder.CreateIndex(
                name: "IX_ledger_check_checked_at",
                schema: "payments",
                table: "ledger_check",
                column: "checked_at");

            migrationBuilder.CreateIndex(
                name: "IX_movement_bill_id",
                schema: "payments",
                table: "movement",
                column: "bill_id");

            migrationBuilder.CreateIndex(
                name: "IX_movement_payout_id",
                schema: "payments",
                table: "movement",
                column: "payout_id");

            migrationBuilder.CreateIndex(
                name: "IX_movement_state",
                schema: "payments",
                table: "movement",
                column: "state");

            migrationBuilder.CreateIndex(
                name: "ux_movement_reference",
                schema: "payments",
                table: "movement",
                columns: new[] { "provider", "reference" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_outbox_not_before",
                schema: "payments",
                table: "outbox",
                column: "not_before");

            migrationBuilder.CreateIndex(
                name: "IX_payment_attempt_bill_id",
                schema: "payments",
                table: "payment_attempt",
                column: "bill_id");

            migrationBuilder.CreateIndex(
                name: "IX_payout_cause",
                schema: "payments",
                table: "payout",
                column: "cause",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_payout_from_kind_from_holder",
                schema: "payments",
                table: "payout",
                columns: new[] { "from_kind", "from_holder" });

            migrationBuilder.CreateIndex(
                name: "IX_payout_number",
                schema: "payments",
                table: "payout",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_payout_payee_id",
                schema: "payments",
                table: "payout",
                column: "payee_id");

            migrationBuilder.CreateIndex(
                name: "IX_payout_state",
                schema: "payments",
                table: "payout",
                column: "state");

            migrationBuilder.CreateIndex(
                name: "ux_payout_reference",
                schema: "payments",
                table: "payout",
                columns: new[] { "provider", "reference" },
                unique: true,
                filter: "reference is not null");

            migrationBuilder.CreateIndex(
                name: "IX_posting_account_id",
                schema: "payments",
                table: "posting",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "IX_statement_uploaded_at",
                schema: "payments",
                table: "statement",
                column: "uploaded_at");

            migrationBuilder.CreateIndex(
                name: "IX_stripe_event_created_at",
                schema: "payments",
                table: "stripe_event",
                column: "created_at");

            migrationBuilder.Sql(Ledger.LedgerGuard.Create);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(Ledger.LedgerGuard.Drop);
            migrationBuilder.DropTable(
                name: "audit",
                schema: "payments");

            migrationBuilder.DropTable(
                name: "bill",
                schema: "payments");

            migrationBuilder.DropTable(
                name: "counter",
                schema: "payments");

            migrationBuilder.DropTable(
                name: "dead_letter",
                schema: "payments");

            migrationBuilder.DropTable(
                name: "deadline",
                schema: "payments");

            migrationBuilder.DropTable(
                name: "deposit",
                schema: "payments");

            migrationBuilder.DropTable(
                name: "escrow",
                schema: "payments");

            migrationBuilder.DropTable(
                name: "inbox",
                schema: "payments");

            migrationBuilder.DropTable(
                name: "ledger_check",
                schema: "payments");

            migrationBuilder.DropTable(
                name: "movement",
                schema: "payments");

            migrationBuilder.DropTable(
                name: "outbox",
                schema: "payments");

            migrationBuilder.DropTable(
                name: "party",
                schema: "payments");

            migrationBuilder.DropTable(
                name: "party_account",
                schema: "payments");

            migrationBuilder.DropTable(
                name: "payment_attempt",
                schema: "payments");

            migrationBuilder.DropTable(
                name: "payout",
                schema: "payments");

            migrationBuilder.DropTable(
                name: "posting",
                schema: "payments");

            migrationBuilder.DropTable(
                name: "statement",
                schema: "payments");

            migrationBuilder.DropTable(
                name: "stripe_event",
                schema: "payments");

            migrationBuilder.DropTable(
                name: "account",
                schema: "payments");

            migrationBuilder.DropTable(
                name: "entry",
                schema: "payments");
        }
    }
}
