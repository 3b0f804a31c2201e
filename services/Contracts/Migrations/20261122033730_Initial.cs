using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TechMarket.Contracts.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "contracts");

            migrationBuilder.CreateTable(
                name: "audit",
                schema: "contracts",
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
                name: "contract",
                schema: "contracts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "text", nullable: false),
                    deal_id = table.Column<Guid>(type: "uuid", nullable: false),
                    deal_number = table.Column<string>(type: "text", nullable: false),
                    negotiation_id = table.Column<Guid>(type: "uuid", nullable: true),
                    notice_id = table.Column<Guid>(type: "uuid", nullable: true),
                    pricing_mode = table.Column<string>(type: "text", nullable: false),
                    achievement_id = table.Column<Guid>(type: "uuid", nullable: false),
                    achievement_number = table.Column<string>(type: "text", nullable: false),
                    achievement_title = table.Column<string>(type: "text", nullable: false),
                    demand_id = table.Column<Guid>(type: "uuid", nullable: true),
                    field_code = table.Column<string>(type: "text", nullable: false),
                    summary = table.Column<string>(type: "text", nullable: false),
                    ip_rights = table.Column<string>(type: "jsonb", nullable: false),
                    related_party = table.Column<bool>(type: "boolean", nullable: false),
                    category = table.Column<string>(type: "text", nullable: false),
                    terms = table.Column<string>(type: "jsonb", nullable: false),
                    seller_id = table.Column<Guid>(type: "uuid", nullable: false),
                    buyer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    seller = table.Column<string>(type: "jsonb", nullable: false),
                    buyer = table.Column<string>(type: "jsonb", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    effective_version = table.Column<int>(type: "integer", nullable: true),
                    confirmations = table.Column<string>(type: "jsonb", nullable: false),
                    signatures = table.Column<string>(type: "jsonb", nullable: false),
                    termination = table.Column<string>(type: "jsonb", nullable: true),
                    performed = table.Column<bool>(type: "boolean", nullable: false),
                    drafted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    sign_by = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    effective_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    price_amount = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: false),
                    price_currency = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_contract", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "contract_version",
                schema: "contracts",
                columns: table => new
                {
                    contract_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    content = table.Column<string>(type: "jsonb", nullable: false),
                    html = table.Column<string>(type: "text", nullable: false),
                    sha256 = table.Column<string>(type: "text", nullable: false),
                    author_organisation_id = table.Column<Guid>(type: "uuid", nullable: true),
                    author_name = table.Column<string>(type: "text", nullable: true),
                    note = table.Column<string>(type: "text", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_contract_version", x => new { x.contract_id, x.number });
                });

            migrationBuilder.CreateTable(
                name: "counter",
                schema: "contracts",
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
                schema: "contracts",
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
                schema: "contracts",
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
                name: "inbox",
                schema: "contracts",
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
                name: "organisation",
                schema: "contracts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    credit_code = table.Column<string>(type: "text", nullable: true),
                    nature = table.Column<string>(type: "text", nullable: true),
                    area_code = table.Column<string>(type: "text", nullable: true),
                    verified = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_organisation", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "outbox",
                schema: "contracts",
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
                name: "payment",
                schema: "contracts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    contract_id = table.Column<Guid>(type: "uuid", nullable: false),
                    bank_reference = table.Column<string>(type: "text", nullable: false),
                    received_on = table.Column<DateOnly>(type: "date", nullable: false),
                    milestone = table.Column<int>(type: "integer", nullable: true),
                    state = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: true),
                    recorded_by = table.Column<string>(type: "text", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    decided_by = table.Column<string>(type: "text", nullable: true),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    amount_amount = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: false),
                    amount_currency = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_payment", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "registration",
                schema: "contracts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    contract_id = table.Column<Guid>(type: "uuid", nullable: false),
                    contract_number = table.Column<string>(type: "text", nullable: false),
                    contract_version = table.Column<int>(type: "integer", nullable: false),
                    deal_id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    category = table.Column<string>(type: "text", nullable: false),
                    seller_id = table.Column<Guid>(type: "uuid", nullable: false),
                    buyer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    seller_name = table.Column<string>(type: "text", nullable: false),
                    buyer_name = table.Column<string>(type: "text", nullable: false),
                    seller_area = table.Column<string>(type: "text", nullable: true),
                    state = table.Column<string>(type: "text", nullable: false),
                    revision = table.Column<long>(type: "bigint", nullable: false),
                    form = table.Column<string>(type: "jsonb", nullable: false),
                    agency_id = table.Column<Guid>(type: "uuid", nullable: true),
                    agency_name = table.Column<string>(type: "text", nullable: true),
                    agency_area = table.Column<string>(type: "text", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    submitted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    accepted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    clock_started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    amber_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    filings = table.Column<int>(type: "integer", nullable: false),
                    first_registrar = table.Column<string>(type: "jsonb", nullable: true),
                    second_registrar = table.Column<string>(type: "jsonb", nullable: true),
                    holder_id = table.Column<Guid>(type: "uuid", nullable: true),
                    ticks = table.Column<string>(type: "jsonb", nullable: false),
                    items = table.Column<string>(type: "jsonb", nullable: false),
                    corrections = table.Column<string>(type: "jsonb", nullable: false),
                    correct_by = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    reason_code = table.Column<string>(type: "text", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: true),
                    number = table.Column<string>(type: "text", nullable: true),
                    national_number = table.Column<string>(type: "text", nullable: true),
                    verification_code = table.Column<string>(type: "text", nullable: true),
                    registered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    contract_amount_amount = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: false),
                    contract_amount_currency = table.Column<string>(type: "text", nullable: false),
                    non_tech_amount_amount = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: false),
                    non_tech_amount_currency = table.Column<string>(type: "text", nullable: false),
                    technical_amount_amount = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: false),
                    technical_amount_currency = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_registration", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "turnover_entry",
                schema: "contracts",
                columns: table => new
                {
                    registration_id = table.Column<Guid>(type: "uuid", nullable: false),
                    contract_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    registered_on = table.Column<DateOnly>(type: "date", nullable: false),
                    category = table.Column<string>(type: "text", nullable: false),
                    field_code = table.Column<string>(type: "text", nullable: false),
                    seller_name = table.Column<string>(type: "text", nullable: false),
                    seller_kind = table.Column<string>(type: "text", nullable: false),
                    seller_area = table.Column<string>(type: "text", nullable: false),
                    buyer_name = table.Column<string>(type: "text", nullable: false),
                    buyer_kind = table.Column<string>(type: "text", nullable: false),
                    buyer_area = table.Column<string>(type: "text", nullable: false),
                    contract_amount = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: false),
                    technical_amount = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_turnover_entry", x => x.registration_id);
                });

            migrationBuilder.CreateTable(
                name: "turnover_target",
                schema: "contracts",
                columns: table => new
                {
                    area_code = table.Column<string>(type: "text", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    amount = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: false),
                    set_by = table.Column<string>(type: "text", nullable: false),
                    set_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_turnover_target", x => new { x.area_code, x.year });
                });

            migrationBuilder.CreateTable(
                name: "used_proof",
                schema: "contracts",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false),
                    contract_id = table.Column<Guid>(type: "uuid", nullable: false),
                    used_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_used_proof", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_audit_subject_kind_subject_id",
                schema: "contracts",
                table: "audit",
                columns: new[] { "subject_kind", "subject_id" });

            migrationBuilder.CreateIndex(
                name: "IX_contract_buyer_id",
                schema: "contracts",
                table: "contract",
                column: "buyer_id");

            migrationBuilder.CreateIndex(
                name: "IX_contract_deal_id",
                schema: "contracts",
                table: "contract",
                column: "deal_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_contract_number",
                schema: "contracts",
                table: "contract",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_contract_seller_id",
                schema: "contracts",
                table: "contract",
                column: "seller_id");

            migrationBuilder.CreateIndex(
                name: "IX_dead_letter_message_id_reaction",
                schema: "contracts",
                table: "dead_letter",
                columns: new[] { "message_id", "reaction" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_deadline_due_at",
                schema: "contracts",
                table: "deadline",
                column: "due_at");

            migrationBuilder.CreateIndex(
                name: "IX_organisation_kind",
                schema: "contracts",
                table: "organisation",
                column: "kind");

            migrationBuilder.CreateIndex(
                name: "IX_outbox_not_before",
                schema: "contracts",
                table: "outbox",
                column: "not_before");

            migrationBuilder.CreateIndex(
                name: "IX_payment_contract_id_bank_reference",
                schema: "contracts",
                table: "payment",
                columns: new[] { "contract_id", "bank_reference" },
                unique: true,
                filter: "state <> 'Disputed'");

            migrationBuilder.CreateIndex(
                name: "IX_registration_buyer_id",
                schema: "contracts",
                table: "registration",
                column: "buyer_id");

            migrationBuilder.CreateIndex(
                name: "IX_registration_contract_id",
                schema: "contracts",
                table: "registration",
                column: "contract_id",
                unique: true,
                filter: "state not in ('Refused', 'Cancelled')");

            migrationBuilder.CreateIndex(
                name: "IX_registration_national_number",
                schema: "contracts",
                table: "registration",
                column: "national_number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_registration_number",
                schema: "contracts",
                table: "registration",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_registration_seller_id",
                schema: "contracts",
                table: "registration",
                column: "seller_id");

            migrationBuilder.CreateIndex(
                name: "IX_registration_state_due_at",
                schema: "contracts",
                table: "registration",
                columns: new[] { "state", "due_at" });

            migrationBuilder.CreateIndex(
                name: "IX_registration_verification_code",
                schema: "contracts",
                table: "registration",
                column: "verification_code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_turnover_entry_registered_on",
                schema: "contracts",
                table: "turnover_entry",
                column: "registered_on");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "audit",
                schema: "contracts");

            migrationBuilder.DropTable(
                name: "contract",
                schema: "contracts");

            migrationBuilder.DropTable(
                name: "contract_version",
                schema: "contracts");

            migrationBuilder.DropTable(
                name: "counter",
                schema: "contracts");

            migrationBuilder.DropTable(
                name: "dead_letter",
                schema: "contracts");

            migrationBuilder.DropTable(
                name: "deadline",
                schema: "contracts");

            migrationBuilder.DropTable(
                name: "inbox",
                schema: "contracts");

            migrationBuilder.DropTable(
                name: "organisation",
                schema: "contracts");

            migrationBuilder.DropTable(
                name: "outbox",
                schema: "contracts");

            migrationBuilder.DropTable(
                name: "payment",
                schema: "contracts");

            migrationBuilder.DropTable(
                name: "registration",
                schema: "contracts");

            migrationBuilder.DropTable(
                name: "turnover_entry",
                schema: "contracts");

            migrationBuilder.DropTable(
                name: "turnover_target",
                schema: "contracts");

            migrationBuilder.DropTable(
                name: "used_proof",
                schema: "contracts");
        }
    }
}
