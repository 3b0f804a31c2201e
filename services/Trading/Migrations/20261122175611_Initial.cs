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
                name: "bidding_pulse",
                schema: "trading",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bidding_pulse", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "claim",
                schema: "trading",
                columns: table => new
                {
                    agreement_id = table.Column<Guid>(type: "uuid", nullable: false),
                    achievement_id = table.Column<Guid>(type: "uuid", nullable: false),
                    exclusive = table.Column<bool>(type: "boolean", nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    released_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_claim", x => x.agreement_id);
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
                    sale_id = table.Column<Guid>(type: "uuid", nullable: true),
                    uptake_id = table.Column<Guid>(type: "uuid", nullable: true),
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
                name: "dossier",
                schema: "trading",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    deal_id = table.Column<Guid>(type: "uuid", nullable: false),
                    deal_number = table.Column<string>(type: "text", nullable: false),
                    view = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_name = table.Column<string>(type: "text", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_name = table.Column<string>(type: "text", nullable: false),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    parts = table.Column<string>(type: "jsonb", nullable: false),
                    missing = table.Column<string>(type: "jsonb", nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    fingerprint = table.Column<string>(type: "text", nullable: true),
                    content_hash = table.Column<string>(type: "text", nullable: true),
                    file = table.Column<string>(type: "jsonb", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dossier", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "filed_report",
                schema: "trading",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    uptake_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_filed_report", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "fixed_term_offer",
                schema: "trading",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    achievement_id = table.Column<Guid>(type: "uuid", nullable: false),
                    seller_id = table.Column<Guid>(type: "uuid", nullable: false),
                    subject = table.Column<string>(type: "jsonb", nullable: false),
                    terms = table.Column<string>(type: "jsonb", nullable: false),
                    exclusive = table.Column<bool>(type: "boolean", nullable: false),
                    drafted_by = table.Column<Guid>(type: "uuid", nullable: false),
                    drafted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    approved_by_name = table.Column<string>(type: "text", nullable: true),
                    returned = table.Column<string>(type: "jsonb", nullable: true),
                    checklist = table.Column<string>(type: "jsonb", nullable: true),
                    reviewed_by_name = table.Column<string>(type: "text", nullable: true),
                    notice_id = table.Column<Guid>(type: "uuid", nullable: true),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    end_reason = table.Column<string>(type: "text", nullable: true),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_fixed_term_offer", x => x.id);
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
                    maturity = table.Column<int>(type: "integer", nullable: false),
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
                    sale_id = table.Column<Guid>(type: "uuid", nullable: true),
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
                    sale_id = table.Column<Guid>(type: "uuid", nullable: true),
                    fixed_term_id = table.Column<Guid>(type: "uuid", nullable: true),
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
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    reserve_box = table.Column<byte[]>(type: "bytea", nullable: true),
                    defaults = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sale", x => x.id);
                });

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
                    house_name = table.Column<string>(type: "text", nullable: false),
                    house_code = table.Column<string>(type: "text", nullable: false),
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
                name: "uptake",
                schema: "trading",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "text", nullable: false),
                    offer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    offer_number = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    subject = table.Column<string>(type: "jsonb", nullable: false),
                    terms = table.Column<string>(type: "jsonb", nullable: false),
                    achievement_id = table.Column<Guid>(type: "uuid", nullable: false),
                    seller_id = table.Column<Guid>(type: "uuid", nullable: false),
                    taker_id = table.Column<Guid>(type: "uuid", nullable: false),
                    taker = table.Column<string>(type: "jsonb", nullable: false),
                    application = table.Column<string>(type: "jsonb", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    applied_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    screening = table.Column<string>(type: "jsonb", nullable: true),
                    starts_on = table.Column<DateOnly>(type: "date", nullable: true),
                    ends_on = table.Column<DateOnly>(type: "date", nullable: true),
                    reports = table.Column<string>(type: "jsonb", nullable: false),
                    triggered_by = table.Column<string>(type: "text", nullable: true),
                    triggered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    reckon_to = table.Column<DateOnly>(type: "date", nullable: true),
                    last_report_by = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    price = table.Column<string>(type: "jsonb", nullable: true),
                    pay_by = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    deal_id = table.Column<Guid>(type: "uuid", nullable: true),
                    converted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    fulfilled = table.Column<bool>(type: "boolean", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    end_reason = table.Column<string>(type: "text", nullable: true),
                    guarantee_call = table.Column<string>(type: "jsonb", nullable: true),
                    reminded_up_to = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_uptake", x => x.id);
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
                unique: true,
                filter: "uptake_id is null");

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
                name: "IX_deal_uptake_id",
                schema: "trading",
                table: "deal",
                column: "uptake_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_deal_progress_contract_id",
                schema: "trading",
                table: "deal_progress",
                column: "contract_id");

            migrationBuilder.CreateIndex(
                name: "IX_dossier_deal_id",
                schema: "trading",
                table: "dossier",
                column: "deal_id");

            migrationBuilder.CreateIndex(
                name: "IX_dossier_fingerprint",
                schema: "trading",
                table: "dossier",
                column: "fingerprint");

            migrationBuilder.CreateIndex(
                name: "IX_fixed_term_offer_number",
                schema: "trading",
                table: "fixed_term_offer",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_fixed_term_offer_one_standing",
                schema: "trading",
                table: "fixed_term_offer",
                columns: new[] { "achievement_id", "kind" },
                unique: true,
                filter: "state in ('Notice', 'Published')");

            migrationBuilder.CreateIndex(
                name: "IX_fixed_term_offer_seller_id",
                schema: "trading",
                table: "fixed_term_offer",
                column: "seller_id");

            migrationBuilder.CreateIndex(
                name: "IX_known_deposit_sale_id",
                schema: "trading",
                table: "known_deposit",
                column: "sale_id");

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
                name: "IX_notice_fixed_term_id",
                schema: "trading",
                table: "notice",
                column: "fixed_term_id");

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
                name: "IX_sale_confirmation_buyer_id",
                schema: "trading",
                table: "sale_confirmation",
                column: "buyer_id");

            migrationBuilder.CreateIndex(
                name: "IX_sale_confirmation_house_code",
                schema: "trading",
                table: "sale_confirmation",
                column: "house_code");

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
                name: "IX_uptake_deal_id",
                schema: "trading",
                table: "uptake",
                column: "deal_id");

            migrationBuilder.CreateIndex(
                name: "IX_uptake_number",
                schema: "trading",
                table: "uptake",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_uptake_one_per_taker",
                schema: "trading",
                table: "uptake",
                columns: new[] { "offer_id", "taker_id" },
                unique: true,
                filter: "state in ('Applied', 'Trial', 'Triggered', 'PayDue', 'Converted')");

            migrationBuilder.CreateIndex(
                name: "IX_uptake_seller_id",
                schema: "trading",
                table: "uptake",
                column: "seller_id");

            migrationBuilder.CreateIndex(
                name: "IX_uptake_taker_id",
                schema: "trading",
                table: "uptake",
                column: "taker_id");

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
                name: "auction",
                schema: "trading");

            migrationBuilder.DropTable(
                name: "auction_bid",
                schema: "trading");

            migrationBuilder.DropTable(
                name: "auction_log",
                schema: "trading");

            migrationBuilder.DropTable(
                name: "audit",
                schema: "trading");

            migrationBuilder.DropTable(
                name: "bidding_pulse",
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
                name: "dossier",
                schema: "trading");

            migrationBuilder.DropTable(
                name: "filed_report",
                schema: "trading");

            migrationBuilder.DropTable(
                name: "fixed_term_offer",
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
                name: "known_deposit",
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
                name: "registered_case",
                schema: "trading");

            migrationBuilder.DropTable(
                name: "sale_confirmation",
                schema: "trading");

            migrationBuilder.DropTable(
                name: "sale_party",
                schema: "trading");

            migrationBuilder.DropTable(
                name: "uptake",
                schema: "trading");

            migrationBuilder.DropTable(
                name: "used_proof",
                schema: "trading");

            migrationBuilder.DropTable(
                name: "valuation",
                schema: "trading");

            migrationBuilder.DropTable(
                name: "notice",
                schema: "trading");

            migrationBuilder.DropTable(
                name: "negotiation",
                schema: "trading");

            migrationBuilder.DropTable(
                name: "sale",
                schema: "trading");
        }
    }
}
