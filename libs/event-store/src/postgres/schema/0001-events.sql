-- The log itself.
create table es.events (
  global_position bigint primary key,        -- no sequence: given under the lock, so gapless and in commit order
  revision int not null,
  recorded_at timestamptz not null,          -- whole milliseconds, so that a reader's Date is the exact value
  event_id uuid not null,
  stream_id text collate "C" not null,
  type text collate "C" not null,
  shape_version int not null,
  data text not null,                        -- text, not jsonb: kept byte for byte
  metadata text not null,
  unique (stream_id, revision)
);

create table es.commands (
  key uuid primary key,
  fingerprint text not null,
  stream_id text collate "C" not null,
  revision int not null,
  position bigint not null,
  recorded_at timestamptz not null
);

-- Position of the newest event recorded at or before an instant. Needs no index on the time:
-- positions have no hole and the time never falls with them, so it can be searched by halves.
create function es.head_at(instant timestamptz) returns bigint language plpgsql stable as $$
declare
  low bigint := 0;
  high bigint := coalesce((select max(global_position) from es.events), 0);
  middle bigint;
begin
  while low < high loop
    middle := (low + high + 1) / 2;
    if (select recorded_at from es.events where global_position = middle) <= instant then low := middle;
    else high := middle - 1;
    end if;
  end loop;
  return low;
end $$;
