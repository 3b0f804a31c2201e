using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TechMarket.Trading.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "trading");

            migrationBuilder.CreateTable(
                name: "audit",
                schema: "trading",
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
                name: "claim",
                schema: "trading",
                columns: table => new
                {
                    negotiation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    achievement_id = table.Column<Guid>(type: "uuid", nullable: false),
                    exclusive = table.Column<bool>(type: "boolean", nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    released_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_claim", x => x.negotiation_id);
                });

            migrationBuilder.CreateTable(
                name: "counter",
                schema: "trading",
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
                schema: "trading",
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
                schema: "trading",
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
                name: "deal",
                schema: "trading",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "text", nullable: false),
                    pricing_mode = table.Column<string>(type: "text", nullable: false),
                    negotiation_id = table.Column<Guid>(type: "uuid", nullable: true),
                    notice_id = table.Column<Guid>(type: "uuid", nullable: true),
                    achievement_id = table.Column<Guid>(type: "uuid", nullable: false),
                    achievement_number = table.Column<string>(type: "text", nullable: false),
                    achievement_title = table.Column<string>(type: "text", nullable: false),
                    demand_id = table.Column<Guid>(type: "uuid", nullable: true),
                    seller_id = table.Column<Guid>(type: "uuid", nullable: false),
                    buyer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    seller = table.Column<string>(type: "jsonb", nullable: false),
                    buyer = table.Column<string>(type: "jsonb", nullable: false),
                    terms = table.Column<string>(type: "jsonb", nullable: false),
                    related_party = table.Column<bool>(type: "boolean", nullable: false),
                    lead_ids = table.Column<string>(type: "jsonb", nullable: false),
                    concluded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    price_amount = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: false),
                    price_currency = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_deal", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "deal_progress",
                schema: "trading",
                columns: table => new
                {
                    deal_id = table.Column<Guid>(type: "uuid", nullable: false),
                    contract_id = table.Column<Guid>(type: "uuid", nullable: true),
                    contract_number = table.Column<string>(type: "text", nullable: true),
                    drafted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    signatures = table.Column<string>(type: "jsonb", nullable: false),
                    effective_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    registration_version = table.Column<long>(type: "bigint", nullable: false),
                    registration_status = table.Column<string>(type: "text", nullable: true),
                    registration_reason = table.Column<string>(type: "text", nullable: true),
                    registration_due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    registration_changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    registered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    registration_number = table.Column<string>(type: "text", nullable: true),
                    verification_code = table.Column<string>(type: "text", nullable: true),
                    contract_amount = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: true),
                    receipts = table.Column<string>(type: "jsonb", nullable: false),
                    earnings = table.Column<string>(type: "jsonb", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_deal_progress", x => x.deal_id);
                });

            migrationBuilder.CreateTable(
                name: "inbox",
                schema: "trading",
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
                name: "known_achievement",
                schema: "trading",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    status = table.Column<string>(type: "text", nullable: false),
                    field_code = table.Column<string>(type: "text", nullable: false),
                    public_summary = table.Column<string>(type: "text", nullable: false),
                    ip_rights = table.Column<string>(type: "jsonb", nullable: false),
                    transfer_ways = table.Column<string>(type: "jsonb", nullable: false),
                    pricing_mode = table.Column<string>(type: "text", nullable: true),
                    owner_name = table.Column<string>(type: "text", nullable: false),
                    owner_kind = table.Column<string>(type: "text", nullable: false),
                    area_code = table.Column<string>(type: "text", nullable: true),
                    owner_is_public_institution = table.Column<bool>(type: "boolean", nullable: false),
                    owner_stated = table.Column<bool>(type: "boolean", nullable: false),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    text_version = table.Column<long>(type: "bigint", nullable: false),
                    status_version = table.Column<long>(type: "bigint", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_known_achievement", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "known_demand",
                schema: "trading",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    number = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_known_demand", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "known_lead",
                schema: "trading",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    number = table.Column<string>(type: "text", nullable: false),
                    broker_id = table.Column<Guid>(type: "uuid", nullable: false),
                    broker_name = table.Column<string>(type: "text", nullable: false),
                    client_id = table.Column<Guid>(type: "uuid", nullable: false),
                    achievement_id = table.Column<Guid>(type: "uuid", nullable: false),
                    status = table.Column<string>(type: "text", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    valid_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_known_lead", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "known_organisation",
                schema: "trading",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    credit_code = table.Column<string>(type: "text", nullable: true),
                    party_nature = table.Column<string>(type: "text", nullable: true),
                    area_code = table.Column<string>(type: "text", nullable: true),
                    public_institution = table.Column<bool>(type: "boolean", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_known_organisation", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "message",
                schema: "trading",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    negotiation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_name = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    held_on = table.Column<DateOnly>(type: "date", nullable: true),
                    attendees = table.Column<string>(type: "text", nullable: true),
                    posted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_message", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "negotiation",
                schema: "trading",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    stalled_from = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    achievement_id = table.Column<Guid>(type: "uuid", nullable: false),
                    achievement_number = table.Column<string>(type: "text", nullable: false),
                    achievement_title = table.Column<string>(type: "text", nullable: false),
                    seller_id = table.Column<Guid>(type: "uuid", nullable: false),
                    seller_name = table.Column<string>(type: "text", nullable: false),
                    buyer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    buyer_name = table.Column<string>(type: "text", nullable: false),
                    buyer = table.Column<string>(type: "jsonb", nullable: false),
                    demand_id = table.Column<Guid>(type: "uuid", nullable: true),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_action_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    message_count = table.Column<int>(type: "integer", nullable: false),
                    nda = table.Column<string>(type: "jsonb", nullable: true),
                    agreed_offer_id = table.Column<Guid>(type: "uuid", nullable: true),
                    agreed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    notice_required = table.Column<bool>(type: "boolean", nullable: false),
                    concluded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ending = table.Column<string>(type: "jsonb", nullable: true),
                    seller_people = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_negotiation", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "notice",
                schema: "trading",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "text", nullable: true),
                    negotiation_id = table.Column<Guid>(type: "uuid", nullable: true),
                    state = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    seller_id = table.Column<Guid>(type: "uuid", nullable: false),
                    subject = table.Column<string>(type: "jsonb", nullable: false),
                    contents = table.Column<string>(type: "jsonb", nullable: false),
                    prepared_by = table.Column<Guid>(type: "uuid", nullable: false),
                    prepared_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    length = table.Column<string>(type: "jsonb", nullable: true),
                    runs = table.Column<string>(type: "jsonb", nullable: false),
                    ends_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    current_run = table.Column<Guid>(type: "uuid", nullable: true),
                    remaining = table.Column<TimeSpan>(type: "interval", nullable: true),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    closing_reason = table.Column<string>(type: "text", nullable: true),
                    evidence = table.Column<string>(type: "text", nullable: true),
                    evidence_hash = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notice", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "outbox",
                schema: "trading",
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
                name: "read_mark",
                schema: "trading",
                columns: table => new
                {
                    negotiation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    up_to = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_read_mark", x => new { x.negotiation_id, x.organisation_id });
                });

            migrationBuilder.CreateTable(
                name: "offer",
                schema: "trading",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    negotiation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    round = table.Column<int>(type: "integer", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_name = table.Column<string>(type: "text", nullable: false),
                    terms = table.Column<string>(type: "jsonb", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    offered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    answered_by = table.Column<string>(type: "text", nullable: true),
                    reason_code = table.Column<string>(type: "text", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_offer", x => x.id);
                    table.ForeignKey(
                        name: "FK_offer_negotiation_negotiation_id",
                        column: x => x.negotiation_id,
                        principalSchema: "trading",
                        principalTable: "negotiation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "objection",
                schema: "trading",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    notice_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sealed_contact = table.Column<byte[]>(type: "bytea", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    decision = table.Column<string>(type: "jsonb", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_objection", x => x.id);
                    table.ForeignKey(
                        name: "FK_objection_notice_notice_id",
                        column: x => x.notice_id,
                        principalSchema: "trading",
                        principalTable: "notice",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_audit_subject_kind_subject_id",
                schema: "trading",
                table: "audit",
                columns: new[] { "subject_kind", "subject_id" });

            migrationBuilder.CreateIndex(
                name: "ix_claim_one_exclusive",
                schema: "trading",
                table: "claim",
                column: "achievement_id",
                unique: true,
                filter: "exclusive and released_at is null");

            migrationBuilder.CreateIndex(
                name: "IX_dead_letter_message_id_reaction",
                schema: "trading",
                table: "dead_letter",
                columns: new[] { "message_id", "reaction" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_deadline_due_at",
                schema: "trading",
                table: "deadline",
                column: "due_at");

            migrationBuilder.CreateIndex(
                name: "IX_deal_buyer_id",
                schema: "trading",
                table: "deal",
                column: "buyer_id");

            migrationBuilder.CreateIndex(
                name: "IX_deal_negotiation_id",
                schema: "trading",
                table: "deal",
                column: "negotiation_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_deal_notice_id",
                schema: "trading",
                table: "deal",
                column: "notice_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_deal_number",
                schema: "trading",
                table: "deal",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_deal_seller_id",
                schema: "trading",
                table: "deal",
                column: "seller_id");

            migrationBuilder.CreateIndex(
                name: "IX_deal_progress_contract_id",
                schema: "trading",
                table: "deal_progress",
                column: "contract_id");

            migrationBuilder.CreateIndex(
                name: "IX_known_lead_broker_id",
                schema: "trading",
                table: "known_lead",
                column: "broker_id");

            migrationBuilder.CreateIndex(
                name: "IX_known_lead_client_id_achievement_id",
                schema: "trading",
                table: "known_lead",
                columns: new[] { "client_id", "achievement_id" });

            migrationBuilder.CreateIndex(
                name: "IX_message_negotiation_id_sequence",
                schema: "trading",
                table: "message",
                columns: new[] { "negotiation_id", "sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_negotiation_achievement_id",
                schema: "trading",
                table: "negotiation",
                column: "achievement_id");

            migrationBuilder.CreateIndex(
                name: "IX_negotiation_number",
                schema: "trading",
                table: "negotiation",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_negotiation_one_open_per_buyer",
                schema: "trading",
                table: "negotiation",
                columns: new[] { "buyer_id", "achievement_id" },
                unique: true,
                filter: "state not in ('ClosedWon', 'ClosedLost')");

            migrationBuilder.CreateIndex(
                name: "IX_negotiation_seller_id",
                schema: "trading",
                table: "negotiation",
                column: "seller_id");

            migrationBuilder.CreateIndex(
                name: "IX_notice_current_run",
                schema: "trading",
                table: "notice",
                column: "current_run",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_notice_number",
                schema: "trading",
                table: "notice",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_notice_one_live_per_negotiation",
                schema: "trading",
                table: "notice",
                column: "negotiation_id",
                unique: true,
                filter: "state in ('Prepared', 'Running', 'Paused', 'Passed')");

            migrationBuilder.CreateIndex(
                name: "IX_notice_seller_id",
                schema: "trading",
                table: "notice",
                column: "seller_id");

            migrationBuilder.CreateIndex(
                name: "IX_objection_notice_id",
                schema: "trading",
                table: "objection",
                column: "notice_id");

            migrationBuilder.CreateIndex(
                name: "IX_offer_negotiation_id_round",
                schema: "trading",
                table: "offer",
                columns: new[] { "negotiation_id", "round" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_outbox_not_before",
                schema: "trading",
                table: "outbox",
                column: "not_before");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "audit",
                schema: "trading");

            migrationBuilder.DropTable(
                name: "claim",
                schema: "trading");

            migrationBuilder.DropTable(
                name: "counter",
                schema: "trading");

            migrationBuilder.DropTable(
                name: "dead_letter",
                schema: "trading");

            migrationBuilder.DropTable(
                name: "deadline",
                schema: "trading");

            migrationBuilder.DropTable(
                name: "deal",
                schema: "trading");

            migrationBuilder.DropTable(
                name: "deal_progress",
                schema: "trading");

            migrationBuilder.DropTable(
                name: "inbox",
                schema: "trading");

            migrationBuilder.DropTable(
                name: "known_achievement",
                schema: "trading");

            migrationBuilder.DropTable(
                name: "known_demand",
                schema: "trading");

            migrationBuilder.DropTable(
                name: "known_lead",
                schema: "trading");

            migrationBuilder.DropTable(
                name: "known_organisation",
                schema: "trading");

            migrationBuilder.DropTable(
                name: "message",
                schema: "trading");

            migrationBuilder.DropTable(
                name: "objection",
                schema: "trading");

            migrationBuilder.DropTable(
                name: "offer",
                schema: "trading");

            migrationBuilder.DropTable(
                name: "outbox",
                schema: "trading");

            migrationBuilder.DropTable(
                name: "read_mark",
                schema: "trading");

            migrationBuilder.DropTable(
                name: "notice",
                schema: "trading");

            migrationBuilder.DropTable(
                name: "negotiation",
                schema: "trading");
        }
    }
}
