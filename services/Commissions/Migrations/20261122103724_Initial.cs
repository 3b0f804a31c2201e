using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TechMarket.Commissions.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "commissions");

            migrationBuilder.CreateTable(
                name: "achievement",
                schema: "commissions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    number = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    owner_name = table.Column<string>(type: "text", nullable: false),
                    status = table.Column<string>(type: "text", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_achievement", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "audit",
                schema: "commissions",
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
                schema: "commissions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    lead_id = table.Column<Guid>(type: "uuid", nullable: false),
                    lead_number = table.Column<string>(type: "text", nullable: false),
                    broker_ids = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    deal_id = table.Column<Guid>(type: "uuid", nullable: false),
                    deal_number = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    seller_name = table.Column<string>(type: "text", nullable: false),
                    buyer_name = table.Column<string>(type: "text", nullable: false),
                    ground = table.Column<string>(type: "text", nullable: false),
                    deal_concluded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    flagged_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_claim", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "commission",
                schema: "commissions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "text", nullable: false),
                    status = table.Column<string>(type: "text", nullable: false),
                    deal_id = table.Column<Guid>(type: "uuid", nullable: false),
                    deal_number = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    lead_id = table.Column<Guid>(type: "uuid", nullable: false),
                    mandate_id = table.Column<Guid>(type: "uuid", nullable: false),
                    buyer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    buyer_name = table.Column<string>(type: "text", nullable: false),
                    seller_id = table.Column<Guid>(type: "uuid", nullable: false),
                    seller_name = table.Column<string>(type: "text", nullable: false),
                    schedule = table.Column<string>(type: "jsonb", nullable: false),
                    buyer_share_basis_points = table.Column<int>(type: "integer", nullable: false),
                    earn_event = table.Column<string>(type: "text", nullable: false),
                    brokers = table.Column<string>(type: "jsonb", nullable: false),
                    broker_ids = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    contract_id = table.Column<Guid>(type: "uuid", nullable: true),
                    contract_number = table.Column<string>(type: "text", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    locked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    fully_earned = table.Column<bool>(type: "boolean", nullable: false),
                    dispute_reason = table.Column<string>(type: "text", nullable: true),
                    disputed_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    disputed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    resolution = table.Column<string>(type: "text", nullable: true),
                    resolved_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    deal_price_amount = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: false),
                    deal_price_currency = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_commission", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "counter",
                schema: "commissions",
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
                schema: "commissions",
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
                schema: "commissions",
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
                schema: "commissions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "text", nullable: false),
                    achievement_id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    seller_id = table.Column<Guid>(type: "uuid", nullable: false),
                    seller_name = table.Column<string>(type: "text", nullable: false),
                    buyer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    buyer_name = table.Column<string>(type: "text", nullable: false),
                    lead_ids = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    concluded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    price_amount = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: false),
                    price_currency = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_deal", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "deal_event",
                schema: "commissions",
                columns: table => new
                {
                    kind = table.Column<string>(type: "text", nullable: false),
                    cause_id = table.Column<Guid>(type: "uuid", nullable: false),
                    deal_id = table.Column<Guid>(type: "uuid", nullable: false),
                    contract_id = table.Column<Guid>(type: "uuid", nullable: false),
                    contract_number = table.Column<string>(type: "text", nullable: false),
                    outcome = table.Column<string>(type: "text", nullable: true),
                    registration_number = table.Column<string>(type: "text", nullable: true),
                    verification_code = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    amount_amount = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: true),
                    amount_currency = table.Column<string>(type: "text", nullable: true),
                    contract_amount_amount = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: true),
                    contract_amount_currency = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_deal_event", x => new { x.kind, x.cause_id });
                });

            migrationBuilder.CreateTable(
                name: "demand",
                schema: "commissions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    number = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    status = table.Column<string>(type: "text", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_demand", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "inbox",
                schema: "commissions",
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
                name: "lead",
                schema: "commissions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    mandate_id = table.Column<Guid>(type: "uuid", nullable: false),
                    mandate_client_id = table.Column<Guid>(type: "uuid", nullable: false),
                    lead_broker_id = table.Column<Guid>(type: "uuid", nullable: false),
                    lead_broker_name = table.Column<string>(type: "text", nullable: false),
                    broker_ids = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    buyer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    buyer_name = table.Column<string>(type: "text", nullable: false),
                    seller_id = table.Column<Guid>(type: "uuid", nullable: false),
                    seller_name = table.Column<string>(type: "text", nullable: false),
                    achievement_id = table.Column<Guid>(type: "uuid", nullable: false),
                    achievement_number = table.Column<string>(type: "text", nullable: false),
                    achievement_title = table.Column<string>(type: "text", nullable: false),
                    demand_id = table.Column<Guid>(type: "uuid", nullable: true),
                    buyer_share_basis_points = table.Column<int>(type: "integer", nullable: false),
                    double_agency = table.Column<bool>(type: "boolean", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    answer_by = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    protected_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    claim_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    superseded = table.Column<bool>(type: "boolean", nullable: false),
                    record_text = table.Column<string>(type: "text", nullable: false),
                    record_hash = table.Column<string>(type: "text", nullable: false),
                    buyer_answer = table.Column<string>(type: "jsonb", nullable: true),
                    seller_answer = table.Column<string>(type: "jsonb", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_lead", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "mandate",
                schema: "commissions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    status = table.Column<string>(type: "text", nullable: false),
                    client_id = table.Column<Guid>(type: "uuid", nullable: false),
                    client_name = table.Column<string>(type: "text", nullable: false),
                    terms = table.Column<string>(type: "jsonb", nullable: false),
                    proposed_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    proposed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    client_accepted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    client_accepted_by = table.Column<Guid>(type: "uuid", nullable: true),
                    agreed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    closed_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    close_reason = table.Column<string>(type: "text", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_mandate", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "organisation",
                schema: "commissions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    area_code = table.Column<string>(type: "text", nullable: true),
                    verified = table.Column<bool>(type: "boolean", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_organisation", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "outbox",
                schema: "commissions",
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
                name: "earning",
                schema: "commissions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    commission_id = table.Column<Guid>(type: "uuid", nullable: false),
                    cause = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    earned_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    booked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    amount_amount = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: false),
                    amount_currency = table.Column<string>(type: "text", nullable: false),
                    basis_amount = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: false),
                    basis_currency = table.Column<string>(type: "text", nullable: false),
                    contract_amount_amount = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: false),
                    contract_amount_currency = table.Column<string>(type: "text", nullable: false),
                    received_amount = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: true),
                    received_currency = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_earning", x => x.id);
                    table.ForeignKey(
                        name: "FK_earning_commission_commission_id",
                        column: x => x.commission_id,
                        principalSchema: "commissions",
                        principalTable: "commission",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "mandate_broker",
                schema: "commissions",
                columns: table => new
                {
                    broker_id = table.Column<Guid>(type: "uuid", nullable: false),
                    mandate_id = table.Column<Guid>(type: "uuid", nullable: false),
                    broker_name = table.Column<string>(type: "text", nullable: false),
                    individual = table.Column<bool>(type: "boolean", nullable: false),
                    basis_points = table.Column<int>(type: "integer", nullable: false),
                    lead = table.Column<bool>(type: "boolean", nullable: false),
                    place = table.Column<int>(type: "integer", nullable: false),
                    accepted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    accepted_by = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_mandate_broker", x => new { x.mandate_id, x.broker_id });
                    table.ForeignKey(
                        name: "FK_mandate_broker_mandate_mandate_id",
                        column: x => x.mandate_id,
                        principalSchema: "commissions",
                        principalTable: "mandate",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
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
                name: "payout",
                schema: "commissions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    earning_id = table.Column<Guid>(type: "uuid", nullable: false),
                    commission_id = table.Column<Guid>(type: "uuid", nullable: false),
                    broker_id = table.Column<Guid>(type: "uuid", nullable: false),
                    broker_name = table.Column<string>(type: "text", nullable: false),
                    individual = table.Column<bool>(type: "boolean", nullable: false),
                    basis_points = table.Column<int>(type: "integer", nullable: false),
                    payer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    payer_name = table.Column<string>(type: "text", nullable: false),
                    status = table.Column<string>(type: "text", nullable: false),
                    withholding = table.Column<string>(type: "jsonb", nullable: true),
                    invoice_number = table.Column<string>(type: "text", nullable: true),
                    invoiced_on = table.Column<DateOnly>(type: "date", nullable: true),
                    payable_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    amount_amount = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: false),
                    amount_currency = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_payout", x => x.id);
                    table.ForeignKey(
                        name: "FK_payout_earning_earning_id",
                        column: x => x.earning_id,
                        principalSchema: "commissions",
                        principalTable: "earning",
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

            migrationBuilder.CreateTable(
                name: "payment",
                schema: "commissions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    payout_id = table.Column<Guid>(type: "uuid", nullable: false),
                    bank_reference = table.Column<string>(type: "text", nullable: false),
                    paid_on = table.Column<DateOnly>(type: "date", nullable: false),
                    recorded_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    amount_amount = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: false),
                    amount_currency = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_payment", x => x.id);
                    table.ForeignKey(
                        name: "FK_payment_payout_payout_id",
                        column: x => x.payout_id,
                        principalSchema: "commissions",
                        principalTable: "payout",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_audit_subject_kind_subject_id",
                schema: "commissions",
                table: "audit",
                columns: new[] { "subject_kind", "subject_id" });

            migrationBuilder.CreateIndex(
                name: "IX_claim_broker_ids",
                schema: "commissions",
                table: "claim",
                column: "broker_ids")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "IX_claim_lead_id_deal_id",
                schema: "commissions",
                table: "claim",
                columns: new[] { "lead_id", "deal_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_commission_broker_ids",
                schema: "commissions",
                table: "commission",
                column: "broker_ids")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "IX_commission_deal_id",
                schema: "commissions",
                table: "commission",
                column: "deal_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_commission_lead_id",
                schema: "commissions",
                table: "commission",
                column: "lead_id");

            migrationBuilder.CreateIndex(
                name: "IX_commission_number",
                schema: "commissions",
                table: "commission",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_dead_letter_message_id_reaction",
                schema: "commissions",
                table: "dead_letter",
                columns: new[] { "message_id", "reaction" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_deadline_due_at",
                schema: "commissions",
                table: "deadline",
                column: "due_at");

            migrationBuilder.CreateIndex(
                name: "IX_deal_buyer_id_achievement_id",
                schema: "commissions",
                table: "deal",
                columns: new[] { "buyer_id", "achievement_id" });

            migrationBuilder.CreateIndex(
                name: "IX_deal_event_deal_id",
                schema: "commissions",
                table: "deal_event",
                column: "deal_id");

            migrationBuilder.CreateIndex(
                name: "IX_demand_owner_id",
                schema: "commissions",
                table: "demand",
                column: "owner_id");

            migrationBuilder.CreateIndex(
                name: "IX_earning_commission_id_cause",
                schema: "commissions",
                table: "earning",
                columns: new[] { "commission_id", "cause" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_lead_broker_ids",
                schema: "commissions",
                table: "lead",
                column: "broker_ids")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "IX_lead_buyer_id_seller_id",
                schema: "commissions",
                table: "lead",
                columns: new[] { "buyer_id", "seller_id" });

            migrationBuilder.CreateIndex(
                name: "IX_lead_number",
                schema: "commissions",
                table: "lead",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_lead_seller_id",
                schema: "commissions",
                table: "lead",
                column: "seller_id");

            migrationBuilder.CreateIndex(
                name: "ux_lead_pair",
                schema: "commissions",
                table: "lead",
                columns: new[] { "buyer_id", "achievement_id" },
                unique: true,
                filter: "not superseded");

            migrationBuilder.CreateIndex(
                name: "IX_mandate_client_id",
                schema: "commissions",
                table: "mandate",
                column: "client_id");

            migrationBuilder.CreateIndex(
                name: "IX_mandate_number",
                schema: "commissions",
                table: "mandate",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_mandate_broker_broker_id",
                schema: "commissions",
                table: "mandate_broker",
                column: "broker_id");

            migrationBuilder.CreateIndex(
                name: "IX_outbox_not_before",
                schema: "commissions",
                table: "outbox",
                column: "not_before");

            migrationBuilder.CreateIndex(
                name: "IX_payment_payout_id",
                schema: "commissions",
                table: "payment",
                column: "payout_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_payment_bank_reference",
                schema: "commissions",
                table: "payment",
                column: "bank_reference",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_payout_broker_id",
                schema: "commissions",
                table: "payout",
                column: "broker_id");

            migrationBuilder.CreateIndex(
                name: "IX_payout_earning_id_broker_id_payer_id",
                schema: "commissions",
                table: "payout",
                columns: new[] { "earning_id", "broker_id", "payer_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_payout_payer_id",
                schema: "commissions",
                table: "payout",
                column: "payer_id");

            migrationBuilder.CreateIndex(
                name: "IX_payout_status",
                schema: "commissions",
                table: "payout",
                column: "status");

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

            // What was earned, received, divided and paid is never changed and never removed, not even by a mistake in this service.
            migrationBuilder.Sql(
                """
                create function commissions.refuse_change() returns trigger language plpgsql as $$
                begin
                    raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
                end $$;
                create trigger append_only before update or delete on commissions.earning for each row execute function commissions.refuse_change();
                create trigger append_only before update or delete on commissions.payment for each row execute function commissions.refuse_change();
                create trigger append_only before update or delete on commissions.reward_receipt for each row execute function commissions.refuse_change();
                create trigger append_only before update or delete on commissions.reward_due for each row execute function commissions.refuse_change();
                create trigger append_only before update or delete on commissions.reward_payment for each row execute function commissions.refuse_change();
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("drop function commissions.refuse_change() cascade;");

            migrationBuilder.DropTable(
                name: "achievement",
                schema: "commissions");

            migrationBuilder.DropTable(
                name: "audit",
                schema: "commissions");

            migrationBuilder.DropTable(
                name: "claim",
                schema: "commissions");

            migrationBuilder.DropTable(
                name: "counter",
                schema: "commissions");

            migrationBuilder.DropTable(
                name: "dead_letter",
                schema: "commissions");

            migrationBuilder.DropTable(
                name: "deadline",
                schema: "commissions");

            migrationBuilder.DropTable(
                name: "deal",
                schema: "commissions");

            migrationBuilder.DropTable(
                name: "deal_event",
                schema: "commissions");

            migrationBuilder.DropTable(
                name: "demand",
                schema: "commissions");

            migrationBuilder.DropTable(
                name: "inbox",
                schema: "commissions");

            migrationBuilder.DropTable(
                name: "lead",
                schema: "commissions");

            migrationBuilder.DropTable(
                name: "mandate_broker",
                schema: "commissions");

            migrationBuilder.DropTable(
                name: "organisation",
                schema: "commissions");

            migrationBuilder.DropTable(
                name: "outbox",
                schema: "commissions");

            migrationBuilder.DropTable(
                name: "payment",
                schema: "commissions");

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
                name: "mandate",
                schema: "commissions");

            migrationBuilder.DropTable(
                name: "payout",
                schema: "commissions");

            migrationBuilder.DropTable(
                name: "reward_notice",
                schema: "commissions");

            migrationBuilder.DropTable(
                name: "reward_due",
                schema: "commissions");

            migrationBuilder.DropTable(
                name: "earning",
                schema: "commissions");

            migrationBuilder.DropTable(
                name: "reward_receipt",
                schema: "commissions");

            migrationBuilder.DropTable(
                name: "commission",
                schema: "commissions");
        }
    }
}
