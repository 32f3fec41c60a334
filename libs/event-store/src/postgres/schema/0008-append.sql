-- Appending. Two functions for the usual case, in which nothing is in anybody's way: one event alone, or a batch of
-- many. And one that judges every append on its own, called where the others answer null. The call is the transaction:
-- never inside a longer one.
--
-- Right because the lock is held until the commit is visible, and because in READ COMMITTED every statement of a
-- volatile PL/pgSQL function sees what was committed before it began: all that is read below is current once the lock
-- is held.
--
-- Lock and notification are assigned, not performed: an expression costs a fraction of a query. And each expression
-- costs about two microseconds a call, however little it does: that is why the usual case is written with few of them.

-- Of the steps before.
drop function if exists es.append_batch, es.append_one, es.append_groups, es.append_single, es.append_plain;

-- One append of one event; answers its position. Null when nothing was done: the stream is elsewhere, or the command
-- key was seen before.
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

-- A batch of which everything is known but where the log ends. Answers the position before its first event. Null when
-- nothing was done: a stream is elsewhere, or a command key was seen before. That a stream or a key is new is looked up
-- only where something is likely to be in the way: the unique indexes say so when the rows are written, and a look at
-- each took a fifth of the server's time; but then what was written must be taken back.
create function es.append_plain(
  look boolean,                              -- at all of it beforehand
  streams text[], s_expected int[],          -- distinct streams of the batch; a revision, -1 no stream
  -- distinct command keys; of the last event of each: revision, and place among the events of the batch from 1
  keys uuid[], k_fingerprint text[], k_stream text[], k_revision int[], k_nth int[],
  e_stream text[], e_revision int[], e_id uuid[], e_type text[], e_version int[], e_data text[], e_metadata text[]
) returns bigint language plpgsql as $$
#variable_conflict use_variable
declare
  done text; before bigint; stamp timestamptz;
begin
  done := pg_advisory_xact_lock(7301);
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'es.append_plain must run in READ COMMITTED';
  end if;

  select ev.global_position, ev.recorded_at into before, stamp
    from es.events ev order by ev.global_position desc limit 1;
  -- a subquery for one value stays one index probe per stream and per key, whatever the planner thinks of the tables
  if exists (select from unnest(streams, s_expected) s(name, expected)
              where (look or s.expected >= 0)  -- no index says that a stream is too short
                and s.expected <> coalesce(
                  (select ev.revision from es.events ev where ev.stream_id = s.name order by ev.revision desc limit 1),
                  -1))
     or look and exists (select from unnest(keys) k(key)
                          where (select true from es.commands c where c.key = k.key)) then
    return null;
  end if;

  before := coalesce(before, 0);
  stamp := greatest(date_trunc('milliseconds', clock_timestamp()), stamp);
  begin
    insert into es.events
      (global_position, revision, recorded_at, event_id, stream_id, type, shape_version, data, metadata)
    select before + ev.nth, ev.revision, stamp, ev.id, ev.stream, ev.type, ev.version, ev.data, ev.metadata
      from unnest(e_revision, e_id, e_stream, e_type, e_version, e_data, e_metadata) with ordinality
        ev(revision, id, stream, type, version, data, metadata, nth);
    if cardinality(keys) > 0 then
      insert into es.commands (key, fingerprint, stream_id, revision, position, recorded_at)
      select k.key, k.fingerprint, k.stream, k.revision, before + k.nth, stamp
        from unnest(keys, k_fingerprint, k_stream, k_revision, k_nth) k(key, fingerprint, stream, revision, nth);
    end if;
  exception when unique_violation then
    return null;
  end;
  done := pg_notify('es', '');               -- one wake-up per batch
  return before;
end $$;

-- Many appends, each judged on its own, some of them in groups that are done whole or not at all.
create function es.append_groups(
  streams text[],                            -- distinct streams of the batch
  keys uuid[],                               -- distinct command keys of the batch
  a_stream int[], a_key int[],               -- one element per append: index into streams; into keys, 0 for none
  a_fingerprint text[],
  a_expected int[],                          -- a revision, -1 no stream, -2 any, -4 stream exists
  a_count int[],                             -- how many events it has
  a_left int[],                              -- appends after it in its group; each member of several has a key
  e_append int[], e_left int[],              -- one element per event: index of its append; events after it in that
  e_stream text[], e_id uuid[], e_type text[], e_version int[], e_data text[], e_metadata text[],
  -- per append: 0 wrong revision, 1 appended, 2 was there already, 3 key reused, 4 another member's fault
  out answer smallint[],
  out rev int[],                             -- of the last event of the append; for 0 where the stream is
  out pos bigint[],                          -- of the last event of the append
  out origin text[]                          -- for an answer 2 found by its key: the stream of that first time
) language plpgsql as $$
declare
  done text;
  n int := cardinality(a_stream);
  newest bigint; before bigint; stamp timestamptz;
  cur int[];                                 -- per stream: its revision, moving on with the batch
  k_fingerprint text[]; k_stream text[]; k_rev int[]; k_pos bigint[];  -- per key: its receipt, stored or of this batch
  k_new boolean[] := array_fill(false, array[cardinality(keys)]);
  first int := 1; last int; known int; mark bigint;
  s int; k int; e int; unmet boolean := false; there record;
begin
  done := pg_advisory_xact_lock(7301);
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'es.append_groups must run in READ COMMITTED';
  end if;

  select global_position, recorded_at into newest, stamp from es.events order by global_position desc limit 1;
  newest := coalesce(newest, 0);
  before := newest;
  stamp := greatest(date_trunc('milliseconds', clock_timestamp()), stamp);  -- a clock set back must not show in the log

  select array_agg(
           coalesce(
             (select ev.revision from es.events ev where ev.stream_id = st.name order by ev.revision desc limit 1),
             -1)
           order by st.ord)
    into cur from unnest(streams) with ordinality st(name, ord);
  -- limit 1 keeps this one index probe per key, whatever the planner thinks of the table
  if cardinality(keys) > 0 then
    select array_agg(c.fingerprint order by ke.ord), array_agg(c.stream_id order by ke.ord),
           array_agg(c.revision order by ke.ord), array_agg(c.position order by ke.ord)
      into k_fingerprint, k_stream, k_rev, k_pos
      from unnest(keys) with ordinality ke(key, ord)
      left join lateral (select * from es.commands co where co.key = ke.key limit 1) c on true;
  end if;

  answer := array_fill(4::smallint, array[n]); rev := array_fill(0, array[n]); pos := array_fill(0::bigint, array[n]);
  while first <= n loop                      -- in memory, no SQL per append
    last := first + a_left[first];
    known := 0;
    for i in first..last loop
      k := a_key[i];
      if k_pos[k] is null then continue; end if;
      known := known + 1;
      if k_fingerprint[k] <> a_fingerprint[i] then answer[i] := 3; continue; end if;
      answer[i] := 2; rev[i] := k_rev[k]; pos[i] := k_pos[k];
      if origin is null then origin := array_fill(null::text, array[n]); end if;
      origin[i] := k_stream[k];
    end loop;
    if known = 0 then
      mark := newest;
      for i in first..last loop
        s := a_stream[i]; k := a_key[i]; e := a_expected[i];
        if e = cur[s] or e = -2 or (e = -4 and cur[s] >= 0) then
          cur[s] := cur[s] + a_count[i]; newest := newest + a_count[i];
          answer[i] := 1; rev[i] := cur[s]; pos[i] := newest;
          if k > 0 then
            k_fingerprint[k] := a_fingerprint[i]; k_stream[k] := streams[s]; k_rev[k] := cur[s]; k_pos[k] := newest;
            k_new[k] := true;
          end if;
        else
          answer[i] := 0; rev[i] := cur[s];
          if last = first then unmet := true; end if;
          for j in first..i - 1 loop         -- the members before it are taken back
            s := a_stream[j]; k := a_key[j];
            cur[s] := cur[s] - a_count[j]; answer[j] := 4; k_pos[k] := null; k_new[k] := false;
          end loop;
          newest := mark;
          exit;
        end if;
      end loop;
    end if;
    first := last + 1;
  end loop;

  if newest > before then
    insert into es.events
      (global_position, revision, recorded_at, event_id, stream_id, type, shape_version, data, metadata)
    select pos[ev.append] - ev.behind, rev[ev.append] - ev.behind, stamp,
           ev.id, ev.stream, ev.type, ev.version, ev.data, ev.metadata
      from unnest(e_append, e_left, e_stream, e_id, e_type, e_version, e_data, e_metadata)
        ev(append, behind, stream, id, type, version, data, metadata)
     where answer[ev.append] = 1;
    if cardinality(keys) > 0 then
      insert into es.commands (key, fingerprint, stream_id, revision, position, recorded_at)
      select c.key, c.fingerprint, c.stream, c.rev, c.pos, stamp
        from unnest(keys, k_fingerprint, k_stream, k_rev, k_pos, k_new) c(key, fingerprint, stream, rev, pos, new)
       where c.new;
    end if;
    done := pg_notify('es', '');             -- one wake-up per batch
  end if;

  if unmet then                              -- the same events at the expected place are a retry, not a conflict
    for there in
      select ev.append as i, count(*) as n, max(th.global_position) as pos
        from unnest(e_append, e_left, e_stream, e_id) ev(append, behind, stream, id)
        cross join lateral (select global_position, event_id from es.events
          where stream_id = ev.stream and revision = a_expected[ev.append] + a_count[ev.append] - ev.behind limit 1) th
       where answer[ev.append] = 0 and a_expected[ev.append] >= -1 and th.event_id = ev.id
       group by ev.append
    loop
      if there.n = a_count[there.i] then
        answer[there.i] := 2; rev[there.i] := a_expected[there.i] + a_count[there.i]; pos[there.i] := there.pos;
      end if;
    end loop;
  end if;
end $$;
