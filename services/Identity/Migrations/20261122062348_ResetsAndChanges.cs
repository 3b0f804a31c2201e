using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TechMarket.Identity.Migrations
{
    /// <inheritdoc />
    public partial class ResetsAndChanges : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "change",
                schema: "identity",
                table: "organisation",
                type: "jsonb",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "change_requested_at",
                schema: "identity",
                table: "organisation",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "password_reset",
                schema: "identity",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    token_hash = table.Column<string>(type: "text", nullable: false),
                    issued_by = table.Column<string>(type: "text", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    used_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_password_reset", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_organisation_change_requested_at",
                schema: "identity",
                table: "organisation",
                column: "change_requested_at");

            migrationBuilder.CreateIndex(
                name: "IX_password_reset_person_id",
                schema: "identity",
                table: "password_reset",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "IX_password_reset_token_hash",
                schema: "identity",
                table: "password_reset",
                column: "token_hash",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "password_reset",
                schema: "identity");

            migrationBuilder.DropIndex(
                name: "IX_organisation_change_requested_at",
                schema: "identity",
                table: "organisation");

            migrationBuilder.DropColumn(
                name: "change",
                schema: "identity",
                table: "organisation");

            migrationBuilder.DropColumn(
                name: "change_requested_at",
                schema: "identity",
                table: "organisation");
        }
    }
}
