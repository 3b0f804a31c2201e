using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TechMarket.Trading.Migrations
{
    /// <inheritdoc />
    public partial class AddAuctionHouse : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "defaults",
                schema: "trading",
                table: "sale",
                type: "jsonb",
                nullable: false,
                defaultValueSql: "'[]'");

            migrationBuilder.AddColumn<byte[]>(
                name: "reserve_box",
                schema: "trading",
                table: "sale",
                type: "bytea",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "sale_confirmation",
                schema: "trading",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "text", nullable: false),
                    sale_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sale_number = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    seller_id = table.Column<Guid>(type: "uuid", nullable: false),
                    seller_name = table.Column<string>(type: "text", nullable: false),
                    buyer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    buyer_name = table.Column<string>(type: "text", nullable: false),
                    figures = table.Column<string>(type: "jsonb", nullable: false),
                    log_hash = table.Column<string>(type: "text", nullable: false),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    html = table.Column<string>(type: "text", nullable: false),
                    sha256 = table.Column<string>(type: "text", nullable: false),
                    signatures = table.Column<string>(type: "jsonb", nullable: false),
                    completed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sale_confirmation", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "used_proof",
                schema: "trading",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false),
                    auction_id = table.Column<Guid>(type: "uuid", nullable: false),
                    used_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_used_proof", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_sale_confirmation_buyer_id",
                schema: "trading",
                table: "sale_confirmation",
                column: "buyer_id");

            migrationBuilder.CreateIndex(
                name: "IX_sale_confirmation_number",
                schema: "trading",
                table: "sale_confirmation",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sale_confirmation_sale_id",
                schema: "trading",
                table: "sale_confirmation",
                column: "sale_id");

            migrationBuilder.CreateIndex(
                name: "IX_sale_confirmation_seller_id",
                schema: "trading",
                table: "sale_confirmation",
                column: "seller_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "sale_confirmation",
                schema: "trading");

            migrationBuilder.DropTable(
                name: "used_proof",
                schema: "trading");

            migrationBuilder.DropColumn(
                name: "defaults",
                schema: "trading",
                table: "sale");

            migrationBuilder.DropColumn(
                name: "reserve_box",
                schema: "trading",
                table: "sale");
        }
    }
}
