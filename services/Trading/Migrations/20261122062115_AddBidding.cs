using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TechMarket.Trading.Migrations
{
    /// <inheritdoc />
    public partial class AddBidding : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "auction",
                schema: "trading",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "text", nullable: false),
                    sale_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sale_number = table.Column<string>(type: "text", nullable: false),
                    seller_id = table.Column<Guid>(type: "uuid", nullable: false),
                    achievement_id = table.Column<Guid>(type: "uuid", nullable: false),
                    auction_house_id = table.Column<Guid>(type: "uuid", nullable: true),
                    title = table.Column<string>(type: "text", nullable: false),
                    rules = table.Column<string>(type: "jsonb", nullable: false),
                    bidders = table.Column<string>(type: "jsonb", nullable: false),
                    reserve = table.Column<string>(type: "jsonb", nullable: true),
                    opens_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    scheduled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    phase = table.Column<string>(type: "text", nullable: false),
                    top = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: true),
                    leader = table.Column<string>(type: "text", nullable: true),
                    leads_by_match = table.Column<bool>(type: "boolean", nullable: false),
                    ends_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    free_ends_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    falls_from = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    paused_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    extensions = table.Column<int>(type: "integer", nullable: false),
                    bid_count = table.Column<int>(type: "integer", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: true),
                    outcome = table.Column<string>(type: "text", nullable: true),
                    winner_id = table.Column<Guid>(type: "uuid", nullable: true),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    seq = table.Column<long>(type: "bigint", nullable: false),
                    hash = table.Column<string>(type: "text", nullable: false),
                    last_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_auction", x => x.id);
                })
                .Annotation("Npgsql:StorageParameter:fillfactor", 50);

            migrationBuilder.CreateTable(
                name: "auction_bid",
                schema: "trading",
                columns: table => new
                {
                    auction_id = table.Column<Guid>(type: "uuid", nullable: false),
                    bid_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    amount = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: true),
                    secret = table.Column<byte[]>(type: "bytea", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    seq = table.Column<long>(type: "bigint", nullable: true),
                    shown = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: true),
                    leading = table.Column<bool>(type: "boolean", nullable: false),
                    top_after = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: true),
                    ends_after = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_auction_bid", x => new { x.auction_id, x.bid_id });
                });

            migrationBuilder.CreateTable(
                name: "auction_log",
                schema: "trading",
                columns: table => new
                {
                    auction_id = table.Column<Guid>(type: "uuid", nullable: false),
                    seq = table.Column<long>(type: "bigint", nullable: false),
                    line = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_auction_log", x => new { x.auction_id, x.seq });
                });

            migrationBuilder.CreateTable(
                name: "known_deposit",
                schema: "trading",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    sale_id = table.Column<Guid>(type: "uuid", nullable: false),
                    party_id = table.Column<Guid>(type: "uuid", nullable: false),
                    held_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    settled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_known_deposit", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_auction_number",
                schema: "trading",
                table: "auction",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_auction_sale_id",
                schema: "trading",
                table: "auction",
                column: "sale_id");

            migrationBuilder.CreateIndex(
                name: "IX_auction_state",
                schema: "trading",
                table: "auction",
                column: "state");

            migrationBuilder.CreateIndex(
                name: "IX_auction_bid_auction_id_ordinal",
                schema: "trading",
                table: "auction_bid",
                columns: new[] { "auction_id", "ordinal" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_known_deposit_sale_id",
                schema: "trading",
                table: "known_deposit",
                column: "sale_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "auction",
                schema: "trading");

            migrationBuilder.DropTable(
                name: "auction_bid",
                schema: "trading");

            migrationBuilder.DropTable(
                name: "auction_log",
                schema: "trading");

            migrationBuilder.DropTable(
                name: "known_deposit",
                schema: "trading");
        }
    }
}
