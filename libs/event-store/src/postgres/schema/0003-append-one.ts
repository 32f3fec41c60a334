/**
 * One append alone in its batch: what a quiet office does all day. The same answers as es.append_batch, with a statement
 * less for each thing that a crowd needs. Right for the same reasons; the call is the transaction.
 */
export const appendOne = String.raw`
create function es.append_one(
  stream text, command_key uuid, command_fingerprint text, expected int,
  ids uuid[], types text[], versions int[], datas text[], metadatas text[],
  out answer smallint, out rev int, out pos bigint, out origin text
) language plpgsql
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
as $$
declare
  n int := cardinality(ids);
  newest bigint; stamp timestamptz; cur int; there record;
begin
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'es.append_one must run in READ COMMITTED';
  end if;
  perform pg_advisory_xact_lock(7301);

  if command_key is not null then
    select fingerprint, stream_id, revision, position into there from es.commands where key = command_key;
    if found then
      if there.fingerprint <> command_fingerprint then answer := 3; return; end if;
      answer := 2; rev := there.revision; pos := there.position; origin := there.stream_id; return;
    end if;
  end if;

  select coalesce((select ev.revision from es.events ev where ev.stream_id = stream order by ev.revision desc limit 1), -1),
         la.global_position, la.recorded_at
    into cur, newest, stamp
    from (values (1)) one left join lateral (select global_position, recorded_at from es.events order by global_position desc limit 1) la on true;
  if not (expected = cur or expected = -2 or (expected = -4 and cur >= 0)) then
    answer := 0; rev := cur;
    if expected >= -1 then                     -- the same events at the expected place are a retry, not a conflict
      select count(*) as n, max(th.global_position) as pos into there
        from unnest(ids) with ordinality ev(id, place)
        join es.events th on th.stream_id = stream and th.revision = expected + ev.place and th.event_id = ev.id;
      if there.n = n then answer := 2; rev := expected + n; pos := there.pos; end if;
    end if;
    return;
  end if;

  newest := coalesce(newest, 0);
  stamp := greatest(date_trunc('milliseconds', clock_timestamp()), stamp);
  answer := 1; rev := cur + n; pos := newest + n;
  if n = 1 then
    insert into es.events (global_position, revision, recorded_at, event_id, stream_id, type, shape_version, data, metadata)
    values (pos, rev, stamp, ids[1], stream, types[1], versions[1], datas[1], metadatas[1]);
  else
    insert into es.events (global_position, revision, recorded_at, event_id, stream_id, type, shape_version, data, metadata)
    select newest + ev.place, cur + ev.place, stamp, ev.id, stream, ev.type, ev.version, ev.data, ev.metadata
      from unnest(ids, types, versions, datas, metadatas) with ordinality ev(id, type, version, data, metadata, place);
  end if;
  if command_key is not null then
    insert into es.commands (key, fingerprint, stream_id, revision, position, recorded_at) values (command_key, command_fingerprint, stream, rev, pos, stamp);
  end if;
  perform pg_notify('es', '');
end $$;
`;
