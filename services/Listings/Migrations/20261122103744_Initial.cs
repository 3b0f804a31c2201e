using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TechMarket.Listings.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "listings");

            migrationBuilder.CreateTable(
                name: "achievement",
                schema: "listings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    holder = table.Column<string>(type: "jsonb", nullable: false),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "text", nullable: true),
                    source = table.Column<string>(type: "text", nullable: true),
                    external_id = table.Column<string>(type: "text", nullable: true),
                    provenance = table.Column<string>(type: "jsonb", nullable: true),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    revision = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    draft = table.Column<string>(type: "jsonb", nullable: false),
                    @public = table.Column<string>(name: "public", type: "jsonb", nullable: true),
                    title = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    submitted_by = table.Column<Guid>(type: "uuid", nullable: true),
                    submitted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    returned = table.Column<string>(type: "jsonb", nullable: true),
                    state_reason = table.Column<string>(type: "text", nullable: true),
                    deal_note = table.Column<string>(type: "text", nullable: true),
                    has_confidential_detail = table.Column<bool>(type: "boolean", nullable: false),
                    created_by = table.Column<Guid>(type: "uuid", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_achievement", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "attachment",
                schema: "listings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    achievement_id = table.Column<Guid>(type: "uuid", nullable: false),
                    file = table.Column<string>(type: "jsonb", nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    visibility = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    added_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    published = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_attachment", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "audit",
                schema: "listings",
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
                name: "confidential_detail",
                schema: "listings",
                columns: table => new
                {
                    achievement_id = table.Column<Guid>(type: "uuid", nullable: false),
                    working = table.Column<string>(type: "text", nullable: false),
                    published = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_confidential_detail", x => x.achievement_id);
                });

            migrationBuilder.CreateTable(
                name: "counter",
                schema: "listings",
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
                schema: "listings",
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
                schema: "listings",
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
                schema: "listings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    achievement_id = table.Column<Guid>(type: "uuid", nullable: true),
                    negotiation_id = table.Column<Guid>(type: "uuid", nullable: true),
                    number = table.Column<string>(type: "text", nullable: true),
                    category = table.Column<string>(type: "text", nullable: true),
                    exclusivity = table.Column<string>(type: "text", nullable: true),
                    concluded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    registered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    voided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_deal", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "import_job",
                schema: "listings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false),
                    file_name = table.Column<string>(type: "text", nullable: false),
                    sha256 = table.Column<string>(type: "text", nullable: false),
                    uploaded_by = table.Column<string>(type: "text", nullable: false),
                    claims = table.Column<string>(type: "jsonb", nullable: false),
                    uploaded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    total = table.Column<int>(type: "integer", nullable: false),
                    status = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    finished_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ok = table.Column<int>(type: "integer", nullable: false),
                    updated = table.Column<int>(type: "integer", nullable: false),
                    unchanged = table.Column<int>(type: "integer", nullable: false),
                    refused = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_import_job", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "import_row",
                schema: "listings",
                columns: table => new
                {
                    job_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    content = table.Column<string>(type: "text", nullable: false),
                    external_id = table.Column<string>(type: "text", nullable: true),
                    outcome = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    code = table.Column<string>(type: "text", nullable: true),
                    text = table.Column<string>(type: "text", nullable: true),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_import_row", x => new { x.job_id, x.number });
                });

            migrationBuilder.CreateTable(
                name: "inbox",
                schema: "listings",
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
                name: "negotiation",
                schema: "listings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    achievement_id = table.Column<Guid>(type: "uuid", nullable: false),
                    buyer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    buyer_name = table.Column<string>(type: "text", nullable: true),
                    nda_confirmed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    agreed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    exclusive = table.Column<bool>(type: "boolean", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    number = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_negotiation", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "opening",
                schema: "listings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    achievement_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_name = table.Column<string>(type: "text", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_name = table.Column<string>(type: "text", nullable: false),
                    negotiation_id = table.Column<Guid>(type: "uuid", nullable: true),
                    file_name = table.Column<string>(type: "text", nullable: true),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_opening", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "outbox",
                schema: "listings",
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
                name: "sale",
                schema: "listings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    achievement_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    number = table.Column<string>(type: "text", nullable: false),
                    reserves = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sale", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_achievement_number",
                schema: "listings",
                table: "achievement",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_achievement_owner_id_changed_at",
                schema: "listings",
                table: "achievement",
                columns: new[] { "owner_id", "changed_at" });

            migrationBuilder.CreateIndex(
                name: "IX_achievement_source_external_id",
                schema: "listings",
                table: "achievement",
                columns: new[] { "source", "external_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_achievement_state",
                schema: "listings",
                table: "achievement",
                column: "state");

            migrationBuilder.CreateIndex(
                name: "IX_attachment_achievement_id",
                schema: "listings",
                table: "attachment",
                column: "achievement_id");

            migrationBuilder.CreateIndex(
                name: "IX_audit_subject_kind_subject_id",
                schema: "listings",
                table: "audit",
                columns: new[] { "subject_kind", "subject_id" });

            migrationBuilder.CreateIndex(
                name: "IX_dead_letter_message_id_reaction",
                schema: "listings",
                table: "dead_letter",
                columns: new[] { "message_id", "reaction" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_deadline_due_at",
                schema: "listings",
                table: "deadline",
                column: "due_at");

            migrationBuilder.CreateIndex(
                name: "IX_deal_achievement_id",
                schema: "listings",
                table: "deal",
                column: "achievement_id");

            migrationBuilder.CreateIndex(
                name: "IX_import_job_organisation_id_uploaded_at",
                schema: "listings",
                table: "import_job",
                columns: new[] { "organisation_id", "uploaded_at" });

            migrationBuilder.CreateIndex(
                name: "IX_import_job_uploaded_at",
                schema: "listings",
                table: "import_job",
                column: "uploaded_at",
                filter: "status <> 'Done'");

            migrationBuilder.CreateIndex(
                name: "ix_import_row_waiting",
                schema: "listings",
                table: "import_row",
                columns: new[] { "job_id", "number" },
                filter: "outcome is null");

            migrationBuilder.CreateIndex(
                name: "IX_negotiation_achievement_id_buyer_id",
                schema: "listings",
                table: "negotiation",
                columns: new[] { "achievement_id", "buyer_id" });

            migrationBuilder.CreateIndex(
                name: "IX_opening_achievement_id_opened_at",
                schema: "listings",
                table: "opening",
                columns: new[] { "achievement_id", "opened_at" });

            migrationBuilder.CreateIndex(
                name: "IX_outbox_not_before",
                schema: "listings",
                table: "outbox",
                column: "not_before");

            migrationBuilder.CreateIndex(
                name: "IX_sale_achievement_id",
                schema: "listings",
                table: "sale",
                column: "achievement_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "achievement",
                schema: "listings");

            migrationBuilder.DropTable(
                name: "attachment",
                schema: "listings");

            migrationBuilder.DropTable(
                name: "audit",
                schema: "listings");

            migrationBuilder.DropTable(
                name: "confidential_detail",
                schema: "listings");

            migrationBuilder.DropTable(
                name: "counter",
                schema: "listings");

            migrationBuilder.DropTable(
                name: "dead_letter",
                schema: "listings");

            migrationBuilder.DropTable(
                name: "deadline",
                schema: "listings");

            migrationBuilder.DropTable(
                name: "deal",
                schema: "listings");

            migrationBuilder.DropTable(
                name: "import_job",
                schema: "listings");

            migrationBuilder.DropTable(
                name: "import_row",
                schema: "listings");

            migrationBuilder.DropTable(
                name: "inbox",
                schema: "listings");

            migrationBuilder.DropTable(
                name: "negotiation",
                schema: "listings");

            migrationBuilder.DropTable(
                name: "opening",
                schema: "listings");

            migrationBuilder.DropTable(
                name: "outbox",
                schema: "listings");

            migrationBuilder.DropTable(
                name: "sale",
                schema: "listings");
        }
    }
}
