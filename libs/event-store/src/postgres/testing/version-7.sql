-- What version 7 of the schema left in a database beside the tables of step 1: the function that appended one event
-- whole, the two for many by their signatures.

create function es.append_single(
  stream text, expected int,                 -- a revision, -1 no stream
  command_key uuid, command_fingerprint text, -- null for none
  id uuid, type text, version int, data text, metadata text
) returns bigint language plpgsql as $$
#variable_conflict use_variable
declare
  done text; before bigint; stamp timestamptz; rev int; seen boolean;
begin
  done := pg_advisory_xact_lock(7301);
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'es.append_single must run in READ COMMITTED';
  end if;

  select ev.global_position, ev.recorded_at,
         (select st.revision from es.events st where st.stream_id = stream order by st.revision desc limit 1),
         command_key is not null and exists (select from es.commands c where c.key = command_key)
    into before, stamp, rev, seen from es.events ev order by ev.global_position desc limit 1;
  if coalesce(seen, false) or coalesce(rev, -1) <> expected then return null; end if;  -- an empty log answers nulls

  before := coalesce(before, 0) + 1;
  stamp := greatest(date_trunc('milliseconds', clock_timestamp()), stamp);  -- a clock set back must not show in the log
  insert into es.events
    (global_position, revision, recorded_at, event_id, stream_id, type, shape_version, data, metadata)
  values (before, expected + 1, stamp, id, stream, type, version, data, metadata);
  if command_key is not null then
    insert into es.commands (key, fingerprint, stream_id, revision, position, recorded_at)
    values (command_key, command_fingerprint, stream, expected + 1, before, stamp);
  end if;
  done := pg_notify('es', '');
  return before;
end $$;

create function es.append_plain(
  look boolean, streams text[], s_expected int[],
  keys uuid[], k_fingerprint text[], k_stream text[], k_revision int[], k_nth int[],
  e_stream text[], e_revision int[], e_id uuid[], e_type text[], e_version int[], e_data text[], e_metadata text[],
  end_stream text[], end_revision int[], end_id uuid[]
) returns bigint language sql as $$ select null::bigint $$;

create function es.append_groups(
  streams text[], keys uuid[],
  a_stream int[], a_key int[], a_fingerprint text[], a_expected int[], a_count int[], a_left int[],
  e_append int[], e_left int[], e_stream text[], e_id uuid[], e_type text[], e_version int[], e_data text[],
  e_metadata text[], end_append int[], end_revision int[], end_id uuid[],
  out answer smallint[], out rev int[], out pos bigint[], out origin text[]
) language plpgsql as $$ begin null; end $$;

insert into es.schema_version (version) select generate_series(2, 7);
