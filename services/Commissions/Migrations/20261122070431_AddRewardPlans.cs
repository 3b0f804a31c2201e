using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TechMarket.Commissions.Migrations
{
    /// <inheritdoc />
    public partial class AddRewardPlans : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "registration_number",
                schema: "commissions",
                table: "deal_event",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "verification_code",
                schema: "commissions",
                table: "deal_event",
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "reward_notice",
                schema: "commissions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    plan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    contents = table.Column<string>(type: "jsonb", nullable: false),
                    length = table.Column<string>(type: "jsonb", nullable: false),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ends_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    current_run = table.Column<Guid>(type: "uuid", nullable: true),
                    remaining = table.Column<TimeSpan>(type: "interval", nullable: true),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    closing_reason = table.Column<string>(type: "text", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reward_notice", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "reward_plan",
                schema: "commissions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    status = table.Column<string>(type: "text", nullable: false),
                    deal_id = table.Column<Guid>(type: "uuid", nullable: false),
                    seller_id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    contract = table.Column<string>(type: "jsonb", nullable: false),
                    content = table.Column<string>(type: "jsonb", nullable: false),
                    author_id = table.Column<Guid>(type: "uuid", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    status_since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    history = table.Column<string>(type: "jsonb", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reward_plan", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "reward_receipt",
                schema: "commissions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    plan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    payment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    booked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    net_amount = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: false),
                    net_currency = table.Column<string>(type: "text", nullable: false),
                    received_amount = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: false),
                    received_currency = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reward_receipt", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "reward_objection",
                schema: "commissions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    notice_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sealed_contact = table.Column<byte[]>(type: "bytea", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    decision = table.Column<string>(type: "text", nullable: true),
                    decided_by = table.Column<string>(type: "text", nullable: true),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reward_objection", x => x.id);
                    table.ForeignKey(
                        name: "FK_reward_objection_reward_notice_notice_id",
                        column: x => x.notice_id,
                        principalSchema: "commissions",
                        principalTable: "reward_notice",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "reward_due",
                schema: "commissions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    receipt_id = table.Column<Guid>(type: "uuid", nullable: false),
                    plan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    place = table.Column<int>(type: "integer", nullable: false),
                    role = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    work_number = table.Column<string>(type: "text", nullable: true),
                    pay_by = table.Column<DateOnly>(type: "date", nullable: false),
                    amount_amount = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: false),
                    amount_currency = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reward_due", x => x.id);
                    table.ForeignKey(
                        name: "FK_reward_due_reward_receipt_receipt_id",
                        column: x => x.receipt_id,
                        principalSchema: "commissions",
                        principalTable: "reward_receipt",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "reward_payment",
                schema: "commissions",
                columns: table => new
                {
                    due_id = table.Column<Guid>(type: "uuid", nullable: false),
                    bank_reference = table.Column<string>(type: "text", nullable: false),
                    paid_on = table.Column<DateOnly>(type: "date", nullable: false),
                    recorded_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_by = table.Column<string>(type: "text", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    amount_amount = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: false),
                    amount_currency = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reward_payment", x => x.due_id);
                    table.ForeignKey(
                        name: "FK_reward_payment_reward_due_due_id",
                        column: x => x.due_id,
                        principalSchema: "commissions",
                        principalTable: "reward_due",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_reward_due_plan_id",
                schema: "commissions",
                table: "reward_due",
                column: "plan_id");

            migrationBuilder.CreateIndex(
                name: "IX_reward_due_receipt_id_place",
                schema: "commissions",
                table: "reward_due",
                columns: new[] { "receipt_id", "place" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_reward_notice_current_run",
                schema: "commissions",
                table: "reward_notice",
                column: "current_run",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_reward_notice_number",
                schema: "commissions",
                table: "reward_notice",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_reward_notice_plan_id",
                schema: "commissions",
                table: "reward_notice",
                column: "plan_id");

            migrationBuilder.CreateIndex(
                name: "IX_reward_notice_published_at",
                schema: "commissions",
                table: "reward_notice",
                column: "published_at");

            migrationBuilder.CreateIndex(
                name: "IX_reward_objection_notice_id",
                schema: "commissions",
                table: "reward_objection",
                column: "notice_id");

            migrationBuilder.CreateIndex(
                name: "IX_reward_plan_number",
                schema: "commissions",
                table: "reward_plan",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_reward_plan_seller_id",
                schema: "commissions",
                table: "reward_plan",
                column: "seller_id");

            migrationBuilder.CreateIndex(
                name: "ux_reward_plan_deal",
                schema: "commissions",
                table: "reward_plan",
                column: "deal_id",
                unique: true,
                filter: "status <> 'Withdrawn'");

            migrationBuilder.CreateIndex(
                name: "IX_reward_receipt_plan_id_payment_id",
                schema: "commissions",
                table: "reward_receipt",
                columns: new[] { "plan_id", "payment_id" },
                unique: true);

            // What was received, divided and paid is never changed and never removed, not even by a mistake in this service.
            migrationBuilder.Sql(
                """
                create trigger append_only before update or delete on commissions.reward_receipt for each row execute function commissions.refuse_change();
                create trigger append_only before update or delete on commissions.reward_due for each row execute function commissions.refuse_change();
                create trigger append_only before update or delete on commissions.reward_payment for each row execute function commissions.refuse_change();
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "reward_objection",
                schema: "commissions");

            migrationBuilder.DropTable(
                name: "reward_payment",
                schema: "commissions");

            migrationBuilder.DropTable(
                name: "reward_plan",
                schema: "commissions");

            migrationBuilder.DropTable(
                name: "reward_notice",
                schema: "commissions");

            migrationBuilder.DropTable(
                name: "reward_due",
                schema: "commissions");

            migrationBuilder.DropTable(
                name: "reward_receipt",
                schema: "commissions");

            migrationBuilder.DropColumn(
                name: "registration_number",
                schema: "commissions",
                table: "deal_event");

            migrationBuilder.DropColumn(
                name: "verification_code",
                schema: "commissions",
                table: "deal_event");
        }
    }
}
