using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TechMarket.Trading.Migrations
{
    /// <inheritdoc />
    public partial class AddSales : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "sale_id",
                schema: "trading",
                table: "notice",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "sale_id",
                schema: "trading",
                table: "negotiation",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "maturity",
                schema: "trading",
                table: "known_achievement",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<Guid>(
                name: "sale_id",
                schema: "trading",
                table: "deal",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "appraisal",
                schema: "trading",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    achievement_id = table.Column<Guid>(type: "uuid", nullable: false),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    method = table.Column<string>(type: "text", nullable: false),
                    agency = table.Column<string>(type: "text", nullable: false),
                    report_number = table.Column<string>(type: "text", nullable: false),
                    reported_on = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_until = table.Column<DateOnly>(type: "date", nullable: false),
                    purpose = table.Column<string>(type: "text", nullable: false),
                    filing_number = table.Column<string>(type: "text", nullable: true),
                    file = table.Column<string>(type: "jsonb", nullable: false),
                    recorded_by_name = table.Column<string>(type: "text", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    value_amount = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: false),
                    value_currency = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_appraisal", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "registered_case",
                schema: "trading",
                columns: table => new
                {
                    contract_id = table.Column<Guid>(type: "uuid", nullable: false),
                    category = table.Column<string>(type: "text", nullable: false),
                    field_code = table.Column<string>(type: "text", nullable: false),
                    ip_kinds = table.Column<string[]>(type: "text[]", nullable: false),
                    maturity = table.Column<int>(type: "integer", nullable: false),
                    amount = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: false),
                    registered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_registered_case", x => x.contract_id);
                });

            migrationBuilder.CreateTable(
                name: "sale",
                schema: "trading",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "text", nullable: false),
                    mode = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    wait = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    achievement_id = table.Column<Guid>(type: "uuid", nullable: false),
                    seller_id = table.Column<Guid>(type: "uuid", nullable: false),
                    subject = table.Column<string>(type: "jsonb", nullable: false),
                    terms = table.Column<string>(type: "jsonb", nullable: false),
                    documents = table.Column<string>(type: "jsonb", nullable: false),
                    rounds = table.Column<string>(type: "jsonb", nullable: false),
                    revision_reason = table.Column<string>(type: "text", nullable: true),
                    returned = table.Column<string>(type: "jsonb", nullable: true),
                    drafted_by = table.Column<Guid>(type: "uuid", nullable: false),
                    approved_by_name = table.Column<string>(type: "text", nullable: true),
                    drafted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    submitted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    announced_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ends_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    decide_by = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    negotiation_id = table.Column<Guid>(type: "uuid", nullable: true),
                    auction_id = table.Column<Guid>(type: "uuid", nullable: true),
                    result = table.Column<string>(type: "jsonb", nullable: true),
                    deal_id = table.Column<Guid>(type: "uuid", nullable: true),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    end_reason = table.Column<string>(type: "text", nullable: true),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sale", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "valuation",
                schema: "trading",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    method = table.Column<string>(type: "text", nullable: false),
                    cost = table.Column<string>(type: "jsonb", nullable: true),
                    income = table.Column<string>(type: "jsonb", nullable: true),
                    made_by_name = table.Column<string>(type: "text", nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    value_amount = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: false),
                    value_currency = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_valuation", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "sale_party",
                schema: "trading",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    sale_id = table.Column<Guid>(type: "uuid", nullable: false),
                    round = table.Column<int>(type: "integer", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    party = table.Column<string>(type: "jsonb", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    nda = table.Column<string>(type: "jsonb", nullable: true),
                    registration = table.Column<string>(type: "jsonb", nullable: true),
                    registered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    documents = table.Column<string>(type: "jsonb", nullable: false),
                    qualification = table.Column<string>(type: "jsonb", nullable: true),
                    leave_reason = table.Column<string>(type: "text", nullable: true),
                    priority_rank = table.Column<int>(type: "integer", nullable: true),
                    deposit_id = table.Column<Guid>(type: "uuid", nullable: true),
                    deposit_due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    deposit_held_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    deposit_decision = table.Column<string>(type: "text", nullable: true),
                    deposit_decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    deposit_outcome = table.Column<string>(type: "text", nullable: true),
                    access_ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    deposit_amount = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: true),
                    deposit_currency = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sale_party", x => x.id);
                    table.ForeignKey(
                        name: "FK_sale_party_sale_sale_id",
                        column: x => x.sale_id,
                        principalSchema: "trading",
                        principalTable: "sale",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_appraisal_achievement_id",
                schema: "trading",
                table: "appraisal",
                column: "achievement_id");

            migrationBuilder.CreateIndex(
                name: "IX_appraisal_owner_id_report_number",
                schema: "trading",
                table: "appraisal",
                columns: new[] { "owner_id", "report_number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_registered_case_field_code",
                schema: "trading",
                table: "registered_case",
                column: "field_code");

            migrationBuilder.CreateIndex(
                name: "IX_sale_deal_id",
                schema: "trading",
                table: "sale",
                column: "deal_id");

            migrationBuilder.CreateIndex(
                name: "IX_sale_number",
                schema: "trading",
                table: "sale",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_sale_one_running",
                schema: "trading",
                table: "sale",
                column: "achievement_id",
                unique: true,
                filter: "state not in ('Concluded', 'Lapsed', 'Withdrawn')");

            migrationBuilder.CreateIndex(
                name: "IX_sale_seller_id",
                schema: "trading",
                table: "sale",
                column: "seller_id");

            migrationBuilder.CreateIndex(
                name: "IX_sale_party_deposit_id",
                schema: "trading",
                table: "sale_party",
                column: "deposit_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_sale_party_once",
                schema: "trading",
                table: "sale_party",
                columns: new[] { "sale_id", "round", "organisation_id" },
                unique: true,
                filter: "state in ('Interested', 'Registered', 'Qualified')");

            migrationBuilder.CreateIndex(
                name: "IX_sale_party_organisation_id",
                schema: "trading",
                table: "sale_party",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "IX_valuation_organisation_id",
                schema: "trading",
                table: "valuation",
                column: "organisation_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "appraisal",
                schema: "trading");

            migrationBuilder.DropTable(
                name: "registered_case",
                schema: "trading");

            migrationBuilder.DropTable(
                name: "sale_party",
                schema: "trading");

            migrationBuilder.DropTable(
                name: "valuation",
                schema: "trading");

            migrationBuilder.DropTable(
                name: "sale",
                schema: "trading");

            migrationBuilder.DropColumn(
                name: "sale_id",
                schema: "trading",
                table: "notice");

            migrationBuilder.DropColumn(
                name: "sale_id",
                schema: "trading",
                table: "negotiation");

            migrationBuilder.DropColumn(
                name: "maturity",
                schema: "trading",
                table: "known_achievement");

            migrationBuilder.DropColumn(
                name: "sale_id",
                schema: "trading",
                table: "deal");
        }
    }
}
