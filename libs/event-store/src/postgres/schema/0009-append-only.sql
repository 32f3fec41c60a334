-- Events stay as they were recorded. Privileges keep the program from changing them; this also refuses their owner and
-- a superuser, who would have to disable it first, on purpose. Statements that insert do not call it.
create or replace function es.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'events are append-only: % of es.events is refused', lower(tg_op)
    using errcode = 'insufficient_privilege';
end $$;

create or replace trigger append_only before update or delete or truncate on es.events
  for each statement execute function es.refuse_change();
