namespace TechMarket.Payments.Ledger;

/// <summary>What the database itself refuses, whoever writes: an entry that does not add up, an account with two currencies, and any change to what is booked.</summary>
static class LedgerGuard
{
    public const string Create = """
        alter table payments.posting add constraint fk_posting_account_currency
            foreign key (account_id, amount_currency) references payments.account (id, currency);

        create function payments.entry_adds_up() returns trigger language plpgsql as $f$
        begin
            if (select count(*) from payments.posting where entry_id = new.id) < 2 then
                raise exception 'an entry has two postings at least' using errcode = 'check_violation', constraint = 'entry_adds_up';
            end if;
            return null;
        end $f$;

        create function payments.postings_add_up() returns trigger language plpgsql as $f$
        begin
            if exists (select 1 from payments.posting where entry_id = new.entry_id group by amount_currency having sum(amount_amount) <> 0) then
                raise exception 'the postings of an entry add up to nothing' using errcode = 'check_violation', constraint = 'postings_add_up';
            end if;
            return null;
        end $f$;

        create constraint trigger entry_adds_up after insert on payments.entry deferrable initially deferred
            for each row execute function payments.entry_adds_up();
        create constraint trigger postings_add_up after insert on payments.posting deferrable initially deferred
            for each row execute function payments.postings_add_up();

        create function payments.ledger_is_append_only() returns trigger language plpgsql as $f$
        begin
            raise exception 'the ledger is append-only' using errcode = 'restrict_violation', constraint = 'ledger_is_append_only';
        end $f$;

        create trigger entry_append_only before update or delete on payments.entry for each row execute function payments.ledger_is_append_only();
        create trigger posting_append_only before update or delete on payments.posting for each row execute function payments.ledger_is_append_only();
        create trigger account_append_only before update or delete on payments.account for each row execute function payments.ledger_is_append_only();
        create trigger entry_no_truncate before truncate on payments.entry for each statement execute function payments.ledger_is_append_only();
        create trigger posting_no_truncate before truncate on payments.posting for each statement execute function payments.ledger_is_append_only();
        create trigger account_no_truncate before truncate on payments.account for each statement execute function payments.ledger_is_append_only();
        """;

    public const string Drop = """
        drop function payments.entry_adds_up cascade;
        drop function payments.postings_add_up cascade;
        drop function payments.ledger_is_append_only cascade;
        """;
}
