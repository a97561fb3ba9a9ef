-- To get a lead:
with guard as materialized (select exists (
select from campaign_heads h, tokens t join token_credentials c on c.token_id = t.id and c.hash = $1
where h.campaign_id = $2 and h.epoch = $3 and t.id = $4 and t.version = $5
  and (t.expires_at is null or t.expires_at > clock_timestamp())
  and (c.valid_until is null or c.valid_until > clock_timestamp())) as ok)
select (select ok from guard) as current, case when "l"."id" is not null then concat_ws(e'\x1f', "l"."id",
    "l"."status", "l"."version", "l"."created_at", "l"."updated_at", "l"."values",
    coalesce(to_json("l"."external_id")::text, 'null')) end as lead
from guard left join lateral (select * from leads l where l.campaign_id = $6 and (select ok from guard)
    and (l."t1" = any($7::text[]) and (l."n2" >= $8::numeric or (l.values -> $9::text) ? $10::text)
    and not coalesce(starts_with(l."t4", $11), false) and strpos((l.values ->> $12::text) collate "C", $13) > 0)
    and l.id = (
with span as materialized (select (select ('x' || left(replace(b.id::text, '-', ''), 12))::bit(48)::bigint
    from leads b where b.campaign_id = $14 order by b.id asc limit 1) as first,
    (select ('x' || left(replace(b.id::text, '-', ''), 12))::bit(48)::bigint
    from leads b where b.campaign_id = $15 order by b.id desc limit 1) as last),
other as materialized (
  select o.* from leads o where o.campaign_id = $16 and (select ok from guard)
    and o.id >= (select (lpad(to_hex(s.first + floor((s.last - s.first) * (('x' || left(md5($17::text || ' ' || $18::uuid::text), 8))::bit(32)::bigint / 4294967296.0))::bigint), 12, '0') || repeat('0', 20))::uuid from span s)
  order by o.id limit 1)
select l.id from (
  select e.*, true as is_asked from leads e
  where e.campaign_id = $19 and (select ok from guard) and e.id = $20::uuid and (select count(*) from other) >= 0
  union all
  select o.*, false from other o where not exists (select from leads e where e.campaign_id = $21 and e.id = $22::uuid)
  offset 0) l
where case when (l."t1" = any($23::text[]) and (l."n2" >= $24::numeric or (l.values -> $25::text) ? $26::text)
    and not coalesce(starts_with(l."t4", $27), false) and strpos((l.values ->> $28::text) collate "C", $29) > 0)
    then l.is_asked else false end)) l on true
-- $1 = \x30313233343536373839616263646566
-- $2 = "0199c000-0000-7000-8000-000000000001"
-- $3 = "42"
-- $4 = "0199c000-0000-7000-8000-0000000000e1"
-- $5 = 3
-- $6 = "0199c000-0000-7000-8000-000000000001"
-- $7 = ["vendor-xyz","nordic-leads"]
-- $8 = "3"
-- $9 = "interests"
-- $10 = "battery"
-- $11 = "50"
-- $12 = "name"
-- $13 = "Anna"
-- $14 = "0199c000-0000-7000-8000-000000000001"
-- $15 = "0199c000-0000-7000-8000-000000000001"
-- $16 = "0199c000-0000-7000-8000-000000000001"
-- $17 = "0199c000-0000-7000-8000-000000000001"
-- $18 = "01930000-0000-7000-8000-000000000001"
-- $19 = "0199c000-0000-7000-8000-000000000001"
-- $20 = "01930000-0000-7000-8000-000000000001"
-- $21 = "0199c000-0000-7000-8000-000000000001"
-- $22 = "01930000-0000-7000-8000-000000000001"
-- $23 = ["vendor-xyz","nordic-leads"]
-- $24 = "3"
-- $25 = "interests"
-- $26 = "battery"
-- $27 = "50"
-- $28 = "name"
-- $29 = "Anna"

-- To read the history of a lead:
with guard as materialized (select exists (
select from campaign_heads h, tokens t join token_credentials c on c.token_id = t.id and c.hash = $1
where h.campaign_id = $2 and h.epoch = $3 and t.id = $4 and t.version = $5
  and (t.expires_at is null or t.expires_at > clock_timestamp())
  and (c.valid_until is null or c.valid_until > clock_timestamp())) as ok),
seen as materialized (select l.id from leads l where l.campaign_id = $6 and (select ok from guard)
    and (l."t1" = any($7::text[]) and (l."n2" >= $8::numeric or (l.values -> $9::text) ? $10::text)
    and not coalesce(starts_with(l."t4", $11), false) and strpos((l.values ->> $12::text) collate "C", $13) > 0)
    and l.id = (
with span as materialized (select (select ('x' || left(replace(b.id::text, '-', ''), 12))::bit(48)::bigint
    from leads b where b.campaign_id = $14 order by b.id asc limit 1) as first,
    (select ('x' || left(replace(b.id::text, '-', ''), 12))::bit(48)::bigint
    from leads b where b.campaign_id = $15 order by b.id desc limit 1) as last),
other as materialized (
  select o.* from leads o where o.campaign_id = $16 and (select ok from guard)
    and o.id >= (select (lpad(to_hex(s.first + floor((s.last - s.first) * (('x' || left(md5($17::text || ' ' || $18::uuid::text), 8))::bit(32)::bigint / 4294967296.0))::bigint), 12, '0') || repeat('0', 20))::uuid from span s)
  order by o.id limit 1)
select l.id from (
  select e.*, true as is_asked from leads e
  where e.campaign_id = $19 and (select ok from guard) and e.id = $20::uuid and (select count(*) from other) >= 0
  union all
  select o.*, false from other o where not exists (select from leads e where e.campaign_id = $21 and e.id = $22::uuid)
  offset 0) l
where case when (l."t1" = any($23::text[]) and (l."n2" >= $24::numeric or (l.values -> $25::text) ? $26::text)
    and not coalesce(starts_with(l."t4", $27), false) and strpos((l.values ->> $28::text) collate "C", $29) > 0)
    then l.is_asked else false end)),
entry as materialized (select s.id, coalesce((select e.version from lead_events e where e.campaign_id = $30
    and e.lead_id = s.id and not (e.before is not null and case
  when e.before ? 'erased' then e.before -> 'erased' ? $31
  when e.before ? 'kept' and not e.before -> 'kept' @> $32::jsonb then false
  else coalesce((((e.before -> 'values') ->> $33::text) collate "C" = any($34::text[])
      and (((e.before -> 'values') ->> $35::text)::numeric >= $36::numeric
      or ((e.before -> 'values') -> $37::text) ? $38::text)
      and not coalesce(starts_with(((e.before -> 'values') ->> $39::text) collate "C", $40), false)
      and strpos(((e.before -> 'values') ->> $41::text) collate "C", $42) > 0),
      false) end) order by e.version desc limit 1), 0) as version from seen s),
page as (
  select e.version, case when e.kind = 'updated' and e.version = s.version then 'entered_scope' else e.kind end as kind,
    to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, e.actor_kind, e.actor_id,
        null as actor_name,
    case when e.version > s.version then e.before end as before, e.after
  from entry s join lead_events e on e.campaign_id = $43 and e.lead_id = s.id and e.version >= s.version and true 
  order by e.version desc limit 51)
select (select ok from guard) as current, exists (select from seen) as found,
  coalesce((select jsonb_agg(to_jsonb(p) order by p.version desc) from page p), '[]') as events
-- $1 = \x30313233343536373839616263646566
-- $2 = "0199c000-0000-7000-8000-000000000001"
-- $3 = "42"
-- $4 = "0199c000-0000-7000-8000-0000000000e1"
-- $5 = 3
-- $6 = "0199c000-0000-7000-8000-000000000001"
-- $7 = ["vendor-xyz","nordic-leads"]
-- $8 = "3"
-- $9 = "interests"
-- $10 = "battery"
-- $11 = "50"
-- $12 = "name"
-- $13 = "Anna"
-- $14 = "0199c000-0000-7000-8000-000000000001"
-- $15 = "0199c000-0000-7000-8000-000000000001"
-- $16 = "0199c000-0000-7000-8000-000000000001"
-- $17 = "0199c000-0000-7000-8000-000000000001"
-- $18 = "01930000-0000-7000-8000-000000000001"
-- $19 = "0199c000-0000-7000-8000-000000000001"
-- $20 = "01930000-0000-7000-8000-000000000001"
-- $21 = "0199c000-0000-7000-8000-000000000001"
-- $22 = "01930000-0000-7000-8000-000000000001"
-- $23 = ["vendor-xyz","nordic-leads"]
-- $24 = "3"
-- $25 = "interests"
-- $26 = "battery"
-- $27 = "50"
-- $28 = "name"
-- $29 = "Anna"
-- $30 = "0199c000-0000-7000-8000-000000000001"
-- $31 = "7pV6YA6v7_vGYrrO"
-- $32 = "[\"fields.source\",\"fields.household_size\",\"fields.interests\",\"fields.zip\",\"fields.name\"]"
-- $33 = "source"
-- $34 = ["vendor-xyz","nordic-leads"]
-- $35 = "household_size"
-- $36 = "3"
-- $37 = "interests"
-- $38 = "battery"
-- $39 = "zip"
-- $40 = "50"
-- $41 = "name"
-- $42 = "Anna"
-- $43 = "0199c000-0000-7000-8000-000000000001"

-- To read the history of a lead, the next page:
with guard as materialized (select exists (
select from campaign_heads h, tokens t join token_credentials c on c.token_id = t.id and c.hash = $1
where h.campaign_id = $2 and h.epoch = $3 and t.id = $4 and t.version = $5
  and (t.expires_at is null or t.expires_at > clock_timestamp())
  and (c.valid_until is null or c.valid_until > clock_timestamp())) as ok),
seen as materialized (select l.id from leads l where l.campaign_id = $6 and (select ok from guard)
    and (l."t1" = any($7::text[]) and (l."n2" >= $8::numeric or (l.values -> $9::text) ? $10::text)
    and not coalesce(starts_with(l."t4", $11), false) and strpos((l.values ->> $12::text) collate "C", $13) > 0)
    and l.id = (
with span as materialized (select (select ('x' || left(replace(b.id::text, '-', ''), 12))::bit(48)::bigint
    from leads b where b.campaign_id = $14 order by b.id asc limit 1) as first,
    (select ('x' || left(replace(b.id::text, '-', ''), 12))::bit(48)::bigint
    from leads b where b.campaign_id = $15 order by b.id desc limit 1) as last),
other as materialized (
  select o.* from leads o where o.campaign_id = $16 and (select ok from guard)
    and o.id >= (select (lpad(to_hex(s.first + floor((s.last - s.first) * (('x' || left(md5($17::text || ' ' || $18::uuid::text), 8))::bit(32)::bigint / 4294967296.0))::bigint), 12, '0') || repeat('0', 20))::uuid from span s)
  order by o.id limit 1)
select l.id from (
  select e.*, true as is_asked from leads e
  where e.campaign_id = $19 and (select ok from guard) and e.id = $20::uuid and (select count(*) from other) >= 0
  union all
  select o.*, false from other o where not exists (select from leads e where e.campaign_id = $21 and e.id = $22::uuid)
  offset 0) l
where case when (l."t1" = any($23::text[]) and (l."n2" >= $24::numeric or (l.values -> $25::text) ? $26::text)
    and not coalesce(starts_with(l."t4", $27), false) and strpos((l.values ->> $28::text) collate "C", $29) > 0)
    then l.is_asked else false end)),
entry as materialized (select s.id, coalesce((select e.version from lead_events e where e.campaign_id = $30
    and e.lead_id = s.id and not (e.before is not null and case
  when e.before ? 'erased' then e.before -> 'erased' ? $31
  when e.before ? 'kept' and not e.before -> 'kept' @> $32::jsonb then false
  else coalesce((((e.before -> 'values') ->> $33::text) collate "C" = any($34::text[])
      and (((e.before -> 'values') ->> $35::text)::numeric >= $36::numeric
      or ((e.before -> 'values') -> $37::text) ? $38::text)
      and not coalesce(starts_with(((e.before -> 'values') ->> $39::text) collate "C", $40), false)
      and strpos(((e.before -> 'values') ->> $41::text) collate "C", $42) > 0),
      false) end) order by e.version desc limit 1), 0) as version from seen s),
page as (
  select e.version, case when e.kind = 'updated' and e.version = s.version then 'entered_scope' else e.kind end as kind,
    to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, e.actor_kind, e.actor_id,
        null as actor_name,
    case when e.version > s.version then e.before end as before, e.after
  from entry s join lead_events e on e.campaign_id = $43 and e.lead_id = s.id and e.version >= s.version
      and e.version < $44 
  order by e.version desc limit 51)
select (select ok from guard) as current, exists (select from seen) as found,
  coalesce((select jsonb_agg(to_jsonb(p) order by p.version desc) from page p), '[]') as events
-- $1 = \x30313233343536373839616263646566
-- $2 = "0199c000-0000-7000-8000-000000000001"
-- $3 = "42"
-- $4 = "0199c000-0000-7000-8000-0000000000e1"
-- $5 = 3
-- $6 = "0199c000-0000-7000-8000-000000000001"
-- $7 = ["vendor-xyz","nordic-leads"]
-- $8 = "3"
-- $9 = "interests"
-- $10 = "battery"
-- $11 = "50"
-- $12 = "name"
-- $13 = "Anna"
-- $14 = "0199c000-0000-7000-8000-000000000001"
-- $15 = "0199c000-0000-7000-8000-000000000001"
-- $16 = "0199c000-0000-7000-8000-000000000001"
-- $17 = "0199c000-0000-7000-8000-000000000001"
-- $18 = "01930000-0000-7000-8000-000000000001"
-- $19 = "0199c000-0000-7000-8000-000000000001"
-- $20 = "01930000-0000-7000-8000-000000000001"
-- $21 = "0199c000-0000-7000-8000-000000000001"
-- $22 = "01930000-0000-7000-8000-000000000001"
-- $23 = ["vendor-xyz","nordic-leads"]
-- $24 = "3"
-- $25 = "interests"
-- $26 = "battery"
-- $27 = "50"
-- $28 = "name"
-- $29 = "Anna"
-- $30 = "0199c000-0000-7000-8000-000000000001"
-- $31 = "7pV6YA6v7_vGYrrO"
-- $32 = "[\"fields.source\",\"fields.household_size\",\"fields.interests\",\"fields.zip\",\"fields.name\"]"
-- $33 = "source"
-- $34 = ["vendor-xyz","nordic-leads"]
-- $35 = "household_size"
-- $36 = "3"
-- $37 = "interests"
-- $38 = "battery"
-- $39 = "zip"
-- $40 = "50"
-- $41 = "name"
-- $42 = "Anna"
-- $43 = "0199c000-0000-7000-8000-000000000001"
-- $44 = 7

-- To look at the changes, from the oldest on:
with guard as materialized (select exists (
select from campaign_heads h, tokens t join token_credentials c on c.token_id = t.id and c.hash = $1
where h.campaign_id = $2 and h.epoch = $3 and t.id = $4 and t.version = $5
  and (t.expires_at is null or t.expires_at > clock_timestamp())
  and (c.valid_until is null or c.valid_until > clock_timestamp())) as ok),
head as materialized (
  select h.*, h.dropped_seq as start from (
    select coalesce(max(h.last_seq), 0) as last_seq, coalesce(max(h.dropped_seq), 0) as dropped_seq
    from feed_heads h where h.campaign_id = $6) h),
passed as materialized (
  select e.seq, e.lead_id, e.version, e.kind, e.at, (e.before is not null and case
  when e.before ? 'erased' then e.before -> 'erased' ? $7
  when e.before ? 'kept' and not e.before -> 'kept' @> $8::jsonb then false
  else coalesce((((e.before -> 'values') ->> $9::text) collate "C" = any($10::text[])
      and (((e.before -> 'values') ->> $11::text)::numeric >= $12::numeric
      or ((e.before -> 'values') -> $13::text) ? $14::text)
      and not coalesce(starts_with(((e.before -> 'values') ->> $15::text) collate "C", $16), false)
      and strpos(((e.before -> 'values') ->> $17::text) collate "C", $18) > 0), false) end) as was,
      (e.after is not null and case
  when e.after ? 'erased' then e.after -> 'erased' ? $19
  when e.after ? 'kept' and not e.after -> 'kept' @> $20::jsonb then false
  else coalesce((((e.after -> 'values') ->> $21::text) collate "C" = any($22::text[])
      and (((e.after -> 'values') ->> $23::text)::numeric >= $24::numeric
      or ((e.after -> 'values') -> $25::text) ? $26::text)
      and not coalesce(starts_with(((e.after -> 'values') ->> $27::text) collate "C", $28), false)
      and strpos(((e.after -> 'values') ->> $29::text) collate "C", $30) > 0), false) end) as is
  from lead_events e where e.campaign_id = $31 and (select ok from guard) and e.seq > (select start from head)
  order by e.seq limit 2000),
told as materialized (select p.* from passed p where p.was or p.is order by p.seq limit 200),
place as materialized (
  select coalesce(case when (select count(*) from told) = $32 then (select max(t.seq) from told t) end,
    (select max(p.seq) from passed p), (select start from head)) as seq),
event as (
  select t.seq as event_seq, case when t.kind = 'deleted' or not t.is then case t.kind when 'deleted'
      then 'deleted' else 'left_scope' end
      when t.kind = 'updated' and not t.was then 'entered_scope' else t.kind end as kind, t.lead_id,
          t.version as lead_version, t.at::text as at, case when l.id is not null then concat_ws(e'\x1f', l.id,
          e.after ->> 'status', t.version, l.created_at, case t.version when 1 then l.created_at when l.version
          then l.updated_at else t.at end, e.after -> 'values', coalesce(to_json(e.after ->> 'external_id')::text,
          'null')) end as lead
  from told t
  join lead_events e on e.campaign_id = $33 and e.lead_id = t.lead_id and e.version = t.version
  left join lateral (
    select l.id, l.version, l.created_at, l.updated_at from leads l where l.campaign_id = $34 and (select ok
        from guard) and (l."t1" = any($35::text[]) and (l."n2" >= $36::numeric
        or (l.values -> $37::text) ? $38::text) and not coalesce(starts_with(l."t4", $39), false)
        and strpos((l.values ->> $40::text) collate "C", $41) > 0) and l.id = t.lead_id) l on t.is),
look as materialized (
  select (select ok from guard) as current, false as reset, (select seq::text from place) as seq,
      (select left(md5(concat(e.lead_id, ' ', e.version, ' ', extract(epoch from e.at))), 16)
      from lead_events e where e.campaign_id = $42 and e.seq = (select seq from place)) as mark,
    (select e.seq from lead_events e where e.campaign_id = $43 and e.seq > (select seq
        from place) order by e.seq limit 1) is not null as more,
    (select e.at from lead_events e where e.campaign_id = $44
        and e.seq is null order by e.at limit 1) is not null as unnumbered
  from head h)
select * from look left join event on true order by event_seq
-- $1 = \x30313233343536373839616263646566
-- $2 = "0199c000-0000-7000-8000-000000000001"
-- $3 = "42"
-- $4 = "0199c000-0000-7000-8000-0000000000e1"
-- $5 = 3
-- $6 = "0199c000-0000-7000-8000-000000000001"
-- $7 = "7pV6YA6v7_vGYrrO"
-- $8 = "[\"fields.source\",\"fields.household_size\",\"fields.interests\",\"fields.zip\",\"fields.name\"]"
-- $9 = "source"
-- $10 = ["vendor-xyz","nordic-leads"]
-- $11 = "household_size"
-- $12 = "3"
-- $13 = "interests"
-- $14 = "battery"
-- $15 = "zip"
-- $16 = "50"
-- $17 = "name"
-- $18 = "Anna"
-- $19 = "7pV6YA6v7_vGYrrO"
-- $20 = "[\"fields.source\",\"fields.household_size\",\"fields.interests\",\"fields.zip\",\"fields.name\"]"
-- $21 = "source"
-- $22 = ["vendor-xyz","nordic-leads"]
-- $23 = "household_size"
-- $24 = "3"
-- $25 = "interests"
-- $26 = "battery"
-- $27 = "zip"
-- $28 = "50"
-- $29 = "name"
-- $30 = "Anna"
-- $31 = "0199c000-0000-7000-8000-000000000001"
-- $32 = 200
-- $33 = "0199c000-0000-7000-8000-000000000001"
-- $34 = "0199c000-0000-7000-8000-000000000001"
-- $35 = ["vendor-xyz","nordic-leads"]
-- $36 = "3"
-- $37 = "interests"
-- $38 = "battery"
-- $39 = "50"
-- $40 = "name"
-- $41 = "Anna"
-- $42 = "0199c000-0000-7000-8000-000000000001"
-- $43 = "0199c000-0000-7000-8000-000000000001"
-- $44 = "0199c000-0000-7000-8000-000000000001"

-- To look at the changes behind a place:
with guard as materialized (select exists (
select from campaign_heads h, tokens t join token_credentials c on c.token_id = t.id and c.hash = $1
where h.campaign_id = $2 and h.epoch = $3 and t.id = $4 and t.version = $5
  and (t.expires_at is null or t.expires_at > clock_timestamp())
  and (c.valid_until is null or c.valid_until > clock_timestamp())) as ok),
head as materialized (
  select h.*, $6::bigint as start from (
    select coalesce(max(h.last_seq), 0) as last_seq, coalesce(max(h.dropped_seq), 0) as dropped_seq
    from feed_heads h where h.campaign_id = $7) h),
passed as materialized (
  select e.seq, e.lead_id, e.version, e.kind, e.at, (e.before is not null and case
  when e.before ? 'erased' then e.before -> 'erased' ? $8
  when e.before ? 'kept' and not e.before -> 'kept' @> $9::jsonb then false
  else coalesce((((e.before -> 'values') ->> $10::text) collate "C" = any($11::text[])
      and (((e.before -> 'values') ->> $12::text)::numeric >= $13::numeric
      or ((e.before -> 'values') -> $14::text) ? $15::text)
      and not coalesce(starts_with(((e.before -> 'values') ->> $16::text) collate "C", $17), false)
      and strpos(((e.before -> 'values') ->> $18::text) collate "C", $19) > 0), false) end) as was,
      (e.after is not null and case
  when e.after ? 'erased' then e.after -> 'erased' ? $20
  when e.after ? 'kept' and not e.after -> 'kept' @> $21::jsonb then false
  else coalesce((((e.after -> 'values') ->> $22::text) collate "C" = any($23::text[])
      and (((e.after -> 'values') ->> $24::text)::numeric >= $25::numeric
      or ((e.after -> 'values') -> $26::text) ? $27::text)
      and not coalesce(starts_with(((e.after -> 'values') ->> $28::text) collate "C", $29), false)
      and strpos(((e.after -> 'values') ->> $30::text) collate "C", $31) > 0), false) end) as is
  from lead_events e where e.campaign_id = $32 and (select ok from guard) and e.seq > (select start from head)
  order by e.seq limit 2000),
told as materialized (select p.* from passed p where p.was or p.is order by p.seq limit 200),
place as materialized (
  select coalesce(case when (select count(*) from told) = $33 then (select max(t.seq) from told t) end,
    (select max(p.seq) from passed p), (select start from head)) as seq),
event as (
  select t.seq as event_seq, case when t.kind = 'deleted' or not t.is then case t.kind when 'deleted'
      then 'deleted' else 'left_scope' end
      when t.kind = 'updated' and not t.was then 'entered_scope' else t.kind end as kind, t.lead_id,
          t.version as lead_version, t.at::text as at, case when l.id is not null then concat_ws(e'\x1f', l.id,
          e.after ->> 'status', t.version, l.created_at, case t.version when 1 then l.created_at when l.version
          then l.updated_at else t.at end, e.after -> 'values', coalesce(to_json(e.after ->> 'external_id')::text,
          'null')) end as lead
  from told t
  join lead_events e on e.campaign_id = $34 and e.lead_id = t.lead_id and e.version = t.version
  left join lateral (
    select l.id, l.version, l.created_at, l.updated_at from leads l where l.campaign_id = $35 and (select ok
        from guard) and (l."t1" = any($36::text[]) and (l."n2" >= $37::numeric
        or (l.values -> $38::text) ? $39::text) and not coalesce(starts_with(l."t4", $40), false)
        and strpos((l.values ->> $41::text) collate "C", $42) > 0) and l.id = t.lead_id) l on t.is),
look as materialized (
  select (select ok from guard) as current, (h.start < h.dropped_seq or h.start > h.last_seq
  or ($43::text is not null and h.start > h.dropped_seq and $44::text is distinct
      from (select left(md5(concat(e.lead_id, ' ', e.version, ' ', extract(epoch from e.at))), 16)
      from lead_events e where e.campaign_id = $45 and e.seq = h.start))) as reset, (select seq::text
      from place) as seq, (select left(md5(concat(e.lead_id, ' ', e.version, ' ', extract(epoch from e.at))), 16)
      from lead_events e where e.campaign_id = $46 and e.seq = (select seq from place)) as mark,
    (select e.seq from lead_events e where e.campaign_id = $47 and e.seq > (select seq
        from place) order by e.seq limit 1) is not null as more,
    (select e.at from lead_events e where e.campaign_id = $48
        and e.seq is null order by e.at limit 1) is not null as unnumbered
  from head h)
select * from look left join event on true order by event_seq
-- $1 = \x30313233343536373839616263646566
-- $2 = "0199c000-0000-7000-8000-000000000001"
-- $3 = "42"
-- $4 = "0199c000-0000-7000-8000-0000000000e1"
-- $5 = 3
-- $6 = "1234"
-- $7 = "0199c000-0000-7000-8000-000000000001"
-- $8 = "7pV6YA6v7_vGYrrO"
-- $9 = "[\"fields.source\",\"fields.household_size\",\"fields.interests\",\"fields.zip\",\"fields.name\"]"
-- $10 = "source"
-- $11 = ["vendor-xyz","nordic-leads"]
-- $12 = "household_size"
-- $13 = "3"
-- $14 = "interests"
-- $15 = "battery"
-- $16 = "zip"
-- $17 = "50"
-- $18 = "name"
-- $19 = "Anna"
-- $20 = "7pV6YA6v7_vGYrrO"
-- $21 = "[\"fields.source\",\"fields.household_size\",\"fields.interests\",\"fields.zip\",\"fields.name\"]"
-- $22 = "source"
-- $23 = ["vendor-xyz","nordic-leads"]
-- $24 = "household_size"
-- $25 = "3"
-- $26 = "interests"
-- $27 = "battery"
-- $28 = "zip"
-- $29 = "50"
-- $30 = "name"
-- $31 = "Anna"
-- $32 = "0199c000-0000-7000-8000-000000000001"
-- $33 = 200
-- $34 = "0199c000-0000-7000-8000-000000000001"
-- $35 = "0199c000-0000-7000-8000-000000000001"
-- $36 = ["vendor-xyz","nordic-leads"]
-- $37 = "3"
-- $38 = "interests"
-- $39 = "battery"
-- $40 = "50"
-- $41 = "name"
-- $42 = "Anna"
-- $43 = "0123456789abcdef"
-- $44 = "0123456789abcdef"
-- $45 = "0199c000-0000-7000-8000-000000000001"
-- $46 = "0199c000-0000-7000-8000-000000000001"
-- $47 = "0199c000-0000-7000-8000-000000000001"
-- $48 = "0199c000-0000-7000-8000-000000000001"

-- To list leads:
with guard as materialized (select exists (
select from campaign_heads h, tokens t join token_credentials c on c.token_id = t.id and c.hash = $1
where h.campaign_id = $2 and h.epoch = $3 and t.id = $4 and t.version = $5
  and (t.expires_at is null or t.expires_at > clock_timestamp())
  and (c.valid_until is null or c.valid_until > clock_timestamp())) as ok)
select (select ok from guard) as current, (
  select string_agg(p.lead, e'\x1e') from (
    select case when "l"."id" is not null then concat_ws(e'\x1f', "l"."id", "l"."status", "l"."version",
        "l"."created_at", "l"."updated_at", "l"."values", coalesce(to_json("l"."external_id")::text,
        'null')) end as lead from leads l where l.campaign_id = $6 and (select ok from guard)
        and (l."t1" = any($7::text[]) and (l."n2" >= $8::numeric or (l.values -> $9::text) ? $10::text)
        and not coalesce(starts_with(l."t4", $11), false) and strpos((l.values ->> $12::text) collate "C",
        $13) > 0) order by l.id desc limit 51) p) as leads
-- $1 = \x30313233343536373839616263646566
-- $2 = "0199c000-0000-7000-8000-000000000001"
-- $3 = "42"
-- $4 = "0199c000-0000-7000-8000-0000000000e1"
-- $5 = 3
-- $6 = "0199c000-0000-7000-8000-000000000001"
-- $7 = ["vendor-xyz","nordic-leads"]
-- $8 = "3"
-- $9 = "interests"
-- $10 = "battery"
-- $11 = "50"
-- $12 = "name"
-- $13 = "Anna"

-- To list leads by status, key columns and time:
with guard as materialized (select exists (
select from campaign_heads h, tokens t join token_credentials c on c.token_id = t.id and c.hash = $1
where h.campaign_id = $2 and h.epoch = $3 and t.id = $4 and t.version = $5
  and (t.expires_at is null or t.expires_at > clock_timestamp())
  and (c.valid_until is null or c.valid_until > clock_timestamp())) as ok)
select (select ok from guard) as current, (
  select string_agg(p.lead, e'\x1e') from (
    select case when "l"."id" is not null then concat_ws(e'\x1f', "l"."id", "l"."status", "l"."version",
        "l"."created_at", "l"."updated_at", "l"."values", coalesce(to_json("l"."external_id")::text,
        'null')) end as lead from leads l where l.campaign_id = $6 and (select ok from guard)
        and (l."t1" = any($7::text[]) and (l."n2" >= $8::numeric or (l.values -> $9::text) ? $10::text)
        and not coalesce(starts_with(l."t4", $11), false) and strpos((l.values ->> $12::text) collate "C",
        $13) > 0) and l.status = any($14::text[]) and l."t4" >= $15::text and l."n1" < $16::numeric
        and l.id >= $17::uuid order by l.id desc limit 51) p) as leads
-- $1 = \x30313233343536373839616263646566
-- $2 = "0199c000-0000-7000-8000-000000000001"
-- $3 = "42"
-- $4 = "0199c000-0000-7000-8000-0000000000e1"
-- $5 = 3
-- $6 = "0199c000-0000-7000-8000-000000000001"
-- $7 = ["vendor-xyz","nordic-leads"]
-- $8 = "3"
-- $9 = "interests"
-- $10 = "battery"
-- $11 = "50"
-- $12 = "name"
-- $13 = "Anna"
-- $14 = ["new","won"]
-- $15 = "5000"
-- $16 = "100"
-- $17 = "01a19467-e800-0000-0000-000000000000"

-- To list leads by an e-mail address:
with guard as materialized (select exists (
select from campaign_heads h, tokens t join token_credentials c on c.token_id = t.id and c.hash = $1
where h.campaign_id = $2 and h.epoch = $3 and t.id = $4 and t.version = $5
  and (t.expires_at is null or t.expires_at > clock_timestamp())
  and (c.valid_until is null or c.valid_until > clock_timestamp())) as ok)
select (select ok from guard) as current, (
  select string_agg(p.lead, e'\x1e') from (
    select case when "l"."id" is not null then concat_ws(e'\x1f', "l"."id", "l"."status", "l"."version",
        "l"."created_at", "l"."updated_at", "l"."values", coalesce(to_json("l"."external_id")::text,
        'null')) end as lead from leads l where l.campaign_id = $6 and (select ok from guard)
        and (l."t1" = any($7::text[]) and (l."n2" >= $8::numeric or (l.values -> $9::text) ? $10::text)
        and not coalesce(starts_with(l."t4", $11), false) and strpos((l.values ->> $12::text) collate "C",
        $13) > 0) and (lower("l"."t2") = $14 and ("l"."t2" = $15 or "l"."t2" = $16 or "l"."t2" = $17
        or "l"."t2" = $18 or "l"."t2" = $19 or "l"."t2" = $20 or "l"."t2" = $21
        or "l"."t2" = $22)) order by l.id desc limit 51) p) as leads
-- $1 = \x30313233343536373839616263646566
-- $2 = "0199c000-0000-7000-8000-000000000001"
-- $3 = "42"
-- $4 = "0199c000-0000-7000-8000-0000000000e1"
-- $5 = 3
-- $6 = "0199c000-0000-7000-8000-000000000001"
-- $7 = ["vendor-xyz","nordic-leads"]
-- $8 = "3"
-- $9 = "interests"
-- $10 = "battery"
-- $11 = "50"
-- $12 = "name"
-- $13 = "Anna"
-- $14 = "kim@example.com"
-- $15 = "kim@example.com"
-- $16 = "kiM@example.com"
-- $17 = "kIm@example.com"
-- $18 = "kIM@example.com"
-- $19 = "Kim@example.com"
-- $20 = "KiM@example.com"
-- $21 = "KIm@example.com"
-- $22 = "KIM@example.com"

-- To list leads as they were updated, the next page:
with guard as materialized (select exists (
select from campaign_heads h, tokens t join token_credentials c on c.token_id = t.id and c.hash = $1
where h.campaign_id = $2 and h.epoch = $3 and t.id = $4 and t.version = $5
  and (t.expires_at is null or t.expires_at > clock_timestamp())
  and (c.valid_until is null or c.valid_until > clock_timestamp())) as ok)
select (select ok from guard) as current, (
  select string_agg(p.lead, e'\x1e') from (
    select case when "l"."id" is not null then concat_ws(e'\x1f', "l"."id", "l"."status", "l"."version",
        "l"."created_at", "l"."updated_at", "l"."values", coalesce(to_json("l"."external_id")::text,
        'null')) end as lead from leads l where l.campaign_id = $6 and (select ok from guard)
        and (l."t1" = any($7::text[]) and (l."n2" >= $8::numeric or (l.values -> $9::text) ? $10::text)
        and not coalesce(starts_with(l."t4", $11), false) and strpos((l.values ->> $12::text) collate "C",
        $13) > 0) and l.updated_at > $14::timestamptz and (l.updated_at, l.id) > ($15::timestamptz,
        $16::uuid) order by l.updated_at, l.id limit 51) p) as leads
-- $1 = \x30313233343536373839616263646566
-- $2 = "0199c000-0000-7000-8000-000000000001"
-- $3 = "42"
-- $4 = "0199c000-0000-7000-8000-0000000000e1"
-- $5 = 3
-- $6 = "0199c000-0000-7000-8000-000000000001"
-- $7 = ["vendor-xyz","nordic-leads"]
-- $8 = "3"
-- $9 = "interests"
-- $10 = "battery"
-- $11 = "50"
-- $12 = "name"
-- $13 = "Anna"
-- $14 = "2026-11-01T00:00:00.000Z"
-- $15 = "2026-11-23T10:15:30.123Z"
-- $16 = "01930000-0000-7000-8000-000000000001"

-- To count leads by status, key columns and time:
with guard as materialized (select exists (
select from campaign_heads h, tokens t join token_credentials c on c.token_id = t.id and c.hash = $1
where h.campaign_id = $2 and h.epoch = $3 and t.id = $4 and t.version = $5
  and (t.expires_at is null or t.expires_at > clock_timestamp())
  and (c.valid_until is null or c.valid_until > clock_timestamp())) as ok)
select (select ok from guard) as current, (
  select count(*)::int from (select from leads l where l.campaign_id = $6 and (select ok from guard)
      and (l."t1" = any($7::text[]) and (l."n2" >= $8::numeric or (l.values -> $9::text) ? $10::text)
      and not coalesce(starts_with(l."t4", $11), false) and strpos((l.values ->> $12::text) collate "C", $13) > 0)
      and l.status = any($14::text[]) and l."t4" >= $15::text and l."n1" < $16::numeric
      and l.id >= $17::uuid limit 10001) c) as counted
from guard
-- $1 = \x30313233343536373839616263646566
-- $2 = "0199c000-0000-7000-8000-000000000001"
-- $3 = "42"
-- $4 = "0199c000-0000-7000-8000-0000000000e1"
-- $5 = 3
-- $6 = "0199c000-0000-7000-8000-000000000001"
-- $7 = ["vendor-xyz","nordic-leads"]
-- $8 = "3"
-- $9 = "interests"
-- $10 = "battery"
-- $11 = "50"
-- $12 = "name"
-- $13 = "Anna"
-- $14 = ["new","won"]
-- $15 = "5000"
-- $16 = "100"
-- $17 = "01a19467-e800-0000-0000-000000000000"

-- To export leads as CSV:
/* unprepared */
with guard as materialized (select exists (
select from campaign_heads h, tokens t join token_credentials c on c.token_id = t.id and c.hash = $1
where h.campaign_id = $2 and h.epoch = $3 and t.id = $4 and t.version = $5
  and (t.expires_at is null or t.expires_at > clock_timestamp())
  and (c.valid_until is null or c.valid_until > clock_timestamp())) as ok)
select (select ok from guard) as current, coalesce(string_agg(p.line, ''), '') as text, count(*)::int as leads,
    (array_agg(p.id))[count(*)] as last
from (
  select m.id, m.line from (
    select r.*,
        sum(octet_length(r.line)) over (order by r.id desc rows unbounded preceding) - octet_length(r.line) as before from (
      select l.id, array_to_string(array[l.id::text, case when ascii(l.external_id) in (61, 43, 45, 64, 9, 13, 10)
          then '"''' else '"' end || replace(l.external_id, '"', '""') || '"', l.status, l.version::text,
          to_char(l.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
          to_char(l.updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
          case when ascii((l.values ->> $6::text)) in (61, 43, 45, 64, 9, 13, 10) then '"'''
          else '"' end || replace((l.values ->> $7::text), '"', '""') || '"',
          case when ascii((l.values ->> $8::text)) in (61, 43, 45, 64, 9, 13, 10) then '"'''
          else '"' end || replace((l.values ->> $9::text), '"', '""') || '"',
          case when ascii((l.values ->> $10::text)) in (61, 43, 45, 64, 9, 13, 10) then '"'''
          else '"' end || replace((l.values ->> $11::text), '"', '""') || '"',
          case when ascii((l.values ->> $12::text)) in (61, 43, 45, 64, 9, 13, 10) then '"'''
          else '"' end || replace((l.values ->> $13::text), '"', '""') || '"',
          case when ascii((l.values ->> $14::text)) in (61, 43, 45, 64, 9, 13, 10) then '"'''
          else '"' end || replace((l.values ->> $15::text), '"', '""') || '"',
          case when ascii((l.values ->> $16::text)) in (61, 43, 45, 64, 9, 13, 10) then '"'''
          else '"' end || replace((l.values ->> $17::text), '"', '""') || '"', (l.values ->> $18::text),
          (l.values ->> $19::text), (l.values ->> $20::text), (l.values ->> $21::text), (l.values ->> $22::text),
          (l.values ->> $23::text), (l.values ->> $24::text), '"' || translate((l.values ->> $25::text), '[]" ',
          '') || '"', case when ascii((l.values ->> $26::text)) in (61, 43, 45, 64, 9, 13, 10) then '"'''
          else '"' end || replace((l.values ->> $27::text), '"', '""') || '"', (l.values ->> $28::text)], ',',
          '') || e'\r\n' as line from leads l where l.campaign_id = $29 and (select ok from guard)
          and (l."t1" = any($30::text[]) and (l."n2" >= $31::numeric or (l.values -> $32::text) ? $33::text)
          and not coalesce(starts_with(l."t4", $34), false) and strpos((l.values ->> $35::text) collate "C",
          $36) > 0) and l.status = any($37::text[]) and l."t4" >= $38::text and l."n1" < $39::numeric
          and l.id >= $40::uuid order by l.id desc limit 500) r) m
  where m.before < 100000) p
-- $1 = \x30313233343536373839616263646566
-- $2 = "0199c000-0000-7000-8000-000000000001"
-- $3 = "42"
-- $4 = "0199c000-0000-7000-8000-0000000000e1"
-- $5 = 3
-- $6 = "name"
-- $7 = "name"
-- $8 = "email"
-- $9 = "email"
-- $10 = "phone"
-- $11 = "phone"
-- $12 = "zip"
-- $13 = "zip"
-- $14 = "notes"
-- $15 = "notes"
-- $16 = "website"
-- $17 = "website"
-- $18 = "roof_type"
-- $19 = "roof_area"
-- $20 = "household_size"
-- $21 = "owns_home"
-- $22 = "visit_date"
-- $23 = "call_from"
-- $24 = "callback_at"
-- $25 = "interests"
-- $26 = "language"
-- $27 = "language"
-- $28 = "source"
-- $29 = "0199c000-0000-7000-8000-000000000001"
-- $30 = ["vendor-xyz","nordic-leads"]
-- $31 = "3"
-- $32 = "interests"
-- $33 = "battery"
-- $34 = "50"
-- $35 = "name"
-- $36 = "Anna"
-- $37 = ["new","won"]
-- $38 = "5000"
-- $39 = "100"
-- $40 = "01a19467-e800-0000-0000-000000000000"

-- To export leads as JSON lines, the next part:
/* unprepared */
with guard as materialized (select exists (
select from campaign_heads h, tokens t join token_credentials c on c.token_id = t.id and c.hash = $1
where h.campaign_id = $2 and h.epoch = $3 and t.id = $4 and t.version = $5
  and (t.expires_at is null or t.expires_at > clock_timestamp())
  and (c.valid_until is null or c.valid_until > clock_timestamp())) as ok)
select (select ok from guard) as current, string_agg(p.line, e'\x1e') as lines from (
  select m.id, m.line from (
    select r.*,
        sum(octet_length(r.line)) over (order by r.id desc rows unbounded preceding) - octet_length(r.line) as before from (
      select l.id, case when "l"."id" is not null then concat_ws(e'\x1f', "l"."id", "l"."status", "l"."version",
          "l"."created_at", "l"."updated_at", "l"."values", coalesce(to_json("l"."external_id")::text,
          'null')) end as line from leads l where l.campaign_id = $6 and (select ok from guard)
          and (l."t1" = any($7::text[]) and (l."n2" >= $8::numeric or (l.values -> $9::text) ? $10::text)
          and not coalesce(starts_with(l."t4", $11), false) and strpos((l.values ->> $12::text) collate "C",
          $13) > 0) and l.id < $14::uuid order by l.id desc limit 4000) r) m
  where m.before < 100000) p
-- $1 = \x30313233343536373839616263646566
-- $2 = "0199c000-0000-7000-8000-000000000001"
-- $3 = "42"
-- $4 = "0199c000-0000-7000-8000-0000000000e1"
-- $5 = 3
-- $6 = "0199c000-0000-7000-8000-000000000001"
-- $7 = ["vendor-xyz","nordic-leads"]
-- $8 = "3"
-- $9 = "interests"
-- $10 = "battery"
-- $11 = "50"
-- $12 = "name"
-- $13 = "Anna"
-- $14 = "01930000-0000-7000-8000-000000000001"

-- To create a lead:
with guard as materialized (select exists (
select from campaign_heads h, tokens t join token_credentials c on c.token_id = t.id and c.hash = $1
where h.campaign_id = $2 and h.epoch = $3 and t.id = $4 and t.version = $5
  and (t.expires_at is null or t.expires_at > clock_timestamp())
  and (c.valid_until is null or c.valid_until > clock_timestamp())) as ok),
input as (
  select 0 as ord, $6::uuid as id, $7::text collate "C" as status, $8::text collate "C" as external_id,
    $9::jsonb as values, $10::timestamptz as at,
    $11::jsonb as match_keys,
    $12::jsonb as probes, $13::uuid as since),
judged as materialized (
  select i.*, coalesce(((i.values ->> $14::text) collate "C" = any($15::text[])
      and ((i.values ->> $16::text)::numeric >= $17::numeric or (i.values -> $18::text) ? $19::text)
      and not coalesce(starts_with((i.values ->> $20::text) collate "C", $21), false)
      and strpos((i.values ->> $22::text) collate "C", $23) > 0), false) as fits, null::uuid as seen,
      null::uuid as known,
    case when i.external_id is not null
      then exists (select from (
with span as materialized (select (select ('x' || left(replace(b.id::text, '-', ''), 12))::bit(48)::bigint
    from leads b where b.campaign_id = $24 order by b.id asc limit 1) as first,
    (select ('x' || left(replace(b.id::text, '-', ''), 12))::bit(48)::bigint
    from leads b where b.campaign_id = $25 order by b.id desc limit 1) as last),
other as materialized (
  select o.* from leads o where o.campaign_id = $26 and (select ok from guard)
    and o.id >= (select (lpad(to_hex(s.first + floor((s.last - s.first) * (('x' || left(md5($27::text || ' ' || i.external_id::text), 8))::bit(32)::bigint / 4294967296.0))::bigint), 12, '0') || repeat('0', 20))::uuid from span s)
  order by o.id limit 1)
select l.* from (
  select e.*, true as is_asked from leads e
  where e.campaign_id = $28 and (select ok from guard) and e.external_id = i.external_id and (select count(*)
      from other) >= 0
  union all
  select o.*, false from other o where not exists (select from leads e where e.campaign_id = $29
      and e.external_id = i.external_id)
  offset 0) l
where case when (l."t1" = any($30::text[]) and (l."n2" >= $31::numeric or (l.values -> $32::text) ? $33::text)
    and not coalesce(starts_with(l."t4", $34), false) and strpos((l.values ->> $35::text) collate "C", $36) > 0)
    then l.is_asked else false end offset 0) l where l.campaign_id = $37 and (select ok from guard)
    and (l."t1" = any($38::text[]) and (l."n2" >= $39::numeric or (l.values -> $40::text) ? $41::text)
    and not coalesce(starts_with(l."t4", $42), false) and strpos((l.values ->> $43::text) collate "C", $44) > 0))
    else false end as taken
  from input i),
written as (
  insert into leads (campaign_id, id, status, external_id, version, created_at, updated_at, values, match_keys,
      duplicate_of, "t1", "t2", "t3", "t4", "t5", "t6", "t7", "t8", "t9", "t10", "n1", "n2", "n3", "n4", "n5", "n6")
  select $45::uuid, j.id, j.status, j.external_id, 1, j.at, j.at, j.values, j.match_keys, coalesce(j.seen, j.known),
    left(j.values ->> $46::text, 200), left(j.values ->> $47::text, 200), left(j.values ->> $48::text, 200),
        left(j.values ->> $49::text, 200), left(j.values ->> $50::text, 200), left(j.values ->> $51::text, 200),
        left(j.values ->> $52::text, 200), left(j.values ->> $53::text, 200), left(j.values ->> $54::text, 200), null,
        (j.values ->> $55::text)::numeric, (j.values ->> $56::text)::numeric, null, null, null, null
  from judged j where (select ok from guard) and j.fits and not j.taken and not false
  returning campaign_id, id, status, external_id, version, created_at, updated_at, values),
event as (
  insert into lead_events (campaign_id, lead_id, version, kind, at, actor_kind, actor_id, before, after)
  select w.campaign_id, w.id, w.version, 'created', clock_timestamp(), $57, $58::uuid,
    null, jsonb_build_object('status', w.status, 'external_id', w.external_id, 'values', w.values)
  from written w)
select j.ord, (select ok from guard) as current, true as found, true as matches, j.fits, j.taken,
    j.seen as duplicate_of,
  false as rejected, true as changed, case when "w"."id" is not null then concat_ws(e'\x1f', "w"."id", "w"."status",
      "w"."version", "w"."created_at", "w"."updated_at", "w"."values", coalesce(to_json("w"."external_id")::text,
      'null')) end as lead
from judged j left join written w on w.id = j.id
-- $1 = \x30313233343536373839616263646566
-- $2 = "0199c000-0000-7000-8000-000000000001"
-- $3 = "42"
-- $4 = "0199c000-0000-7000-8000-0000000000e1"
-- $5 = 3
-- $6 = "01930000-0000-7000-8000-000000000001"
-- $7 = "new"
-- $8 = null
-- $9 = "{\"name\":\"Anna\",\"roof_area\":12.5}"
-- $10 = "2026-11-23T00:00:00.000Z"
-- $11 = null
-- $12 = "[]"
-- $13 = null
-- $14 = "source"
-- $15 = ["vendor-xyz","nordic-leads"]
-- $16 = "household_size"
-- $17 = "3"
-- $18 = "interests"
-- $19 = "battery"
-- $20 = "zip"
-- $21 = "50"
-- $22 = "name"
-- $23 = "Anna"
-- $24 = "0199c000-0000-7000-8000-000000000001"
-- $25 = "0199c000-0000-7000-8000-000000000001"
-- $26 = "0199c000-0000-7000-8000-000000000001"
-- $27 = "0199c000-0000-7000-8000-000000000001"
-- $28 = "0199c000-0000-7000-8000-000000000001"
-- $29 = "0199c000-0000-7000-8000-000000000001"
-- $30 = ["vendor-xyz","nordic-leads"]
-- $31 = "3"
-- $32 = "interests"
-- $33 = "battery"
-- $34 = "50"
-- $35 = "name"
-- $36 = "Anna"
-- $37 = "0199c000-0000-7000-8000-000000000001"
-- $38 = ["vendor-xyz","nordic-leads"]
-- $39 = "3"
-- $40 = "interests"
-- $41 = "battery"
-- $42 = "50"
-- $43 = "name"
-- $44 = "Anna"
-- $45 = "0199c000-0000-7000-8000-000000000001"
-- $46 = "source"
-- $47 = "email"
-- $48 = "phone"
-- $49 = "zip"
-- $50 = "roof_type"
-- $51 = "owns_home"
-- $52 = "visit_date"
-- $53 = "call_from"
-- $54 = "callback_at"
-- $55 = "roof_area"
-- $56 = "household_size"
-- $57 = "token"
-- $58 = "0199c000-0000-7000-8000-0000000000e1"

-- To create two leads:
with guard as materialized (select exists (
select from campaign_heads h, tokens t join token_credentials c on c.token_id = t.id and c.hash = $1
where h.campaign_id = $2 and h.epoch = $3 and t.id = $4 and t.version = $5
  and (t.expires_at is null or t.expires_at > clock_timestamp())
  and (c.valid_until is null or c.valid_until > clock_timestamp())) as ok),
input as (
  select i.ord, i.id, i.status collate "C" as status, i.external_id collate "C" as external_id, i.values, i.at,
    nullif(i.match_keys, 'null') as match_keys, i.probes, i.since
  from jsonb_to_recordset($6::jsonb)
    as i(ord int, id uuid, at timestamptz, status text, external_id text, values jsonb, match_keys jsonb, probes jsonb,
        since uuid)),
judged as materialized (
  select i.*, coalesce(((i.values ->> $7::text) collate "C" = any($8::text[])
      and ((i.values ->> $9::text)::numeric >= $10::numeric or (i.values -> $11::text) ? $12::text)
      and not coalesce(starts_with((i.values ->> $13::text) collate "C", $14), false)
      and strpos((i.values ->> $15::text) collate "C", $16) > 0), false) as fits, null::uuid as seen,
      null::uuid as known,
    case when i.external_id is not null
      then exists (select from (
with span as materialized (select (select ('x' || left(replace(b.id::text, '-', ''), 12))::bit(48)::bigint
    from leads b where b.campaign_id = $17 order by b.id asc limit 1) as first,
    (select ('x' || left(replace(b.id::text, '-', ''), 12))::bit(48)::bigint
    from leads b where b.campaign_id = $18 order by b.id desc limit 1) as last),
other as materialized (
  select o.* from leads o where o.campaign_id = $19 and (select ok from guard)
    and o.id >= (select (lpad(to_hex(s.first + floor((s.last - s.first) * (('x' || left(md5($20::text || ' ' || i.external_id::text), 8))::bit(32)::bigint / 4294967296.0))::bigint), 12, '0') || repeat('0', 20))::uuid from span s)
  order by o.id limit 1)
select l.* from (
  select e.*, true as is_asked from leads e
  where e.campaign_id = $21 and (select ok from guard) and e.external_id = i.external_id and (select count(*)
      from other) >= 0
  union all
  select o.*, false from other o where not exists (select from leads e where e.campaign_id = $22
      and e.external_id = i.external_id)
  offset 0) l
where case when (l."t1" = any($23::text[]) and (l."n2" >= $24::numeric or (l.values -> $25::text) ? $26::text)
    and not coalesce(starts_with(l."t4", $27), false) and strpos((l.values ->> $28::text) collate "C", $29) > 0)
    then l.is_asked else false end offset 0) l where l.campaign_id = $30 and (select ok from guard)
    and (l."t1" = any($31::text[]) and (l."n2" >= $32::numeric or (l.values -> $33::text) ? $34::text)
    and not coalesce(starts_with(l."t4", $35), false) and strpos((l.values ->> $36::text) collate "C", $37) > 0))
    else false end as taken
  from input i),
written as (
  insert into leads (campaign_id, id, status, external_id, version, created_at, updated_at, values, match_keys,
      duplicate_of, "t1", "t2", "t3", "t4", "t5", "t6", "t7", "t8", "t9", "t10", "n1", "n2", "n3", "n4", "n5", "n6")
  select $38::uuid, j.id, j.status, j.external_id, 1, j.at, j.at, j.values, j.match_keys, coalesce(j.seen, j.known),
    left(j.values ->> $39::text, 200), left(j.values ->> $40::text, 200), left(j.values ->> $41::text, 200),
        left(j.values ->> $42::text, 200), left(j.values ->> $43::text, 200), left(j.values ->> $44::text, 200),
        left(j.values ->> $45::text, 200), left(j.values ->> $46::text, 200), left(j.values ->> $47::text, 200), null,
        (j.values ->> $48::text)::numeric, (j.values ->> $49::text)::numeric, null, null, null, null
  from judged j where (select ok from guard) and j.fits and not j.taken and not false
  returning campaign_id, id, status, external_id, version, created_at, updated_at, values),
event as (
  insert into lead_events (campaign_id, lead_id, version, kind, at, actor_kind, actor_id, before, after)
  select w.campaign_id, w.id, w.version, 'created', clock_timestamp(), $50, $51::uuid,
    null, jsonb_build_object('status', w.status, 'external_id', w.external_id, 'values', w.values)
  from written w)
select j.ord, (select ok from guard) as current, true as found, true as matches, j.fits, j.taken,
    j.seen as duplicate_of,
  false as rejected, true as changed, case when "w"."id" is not null then concat_ws(e'\x1f', "w"."id", "w"."status",
      "w"."version", "w"."created_at", "w"."updated_at", "w"."values", coalesce(to_json("w"."external_id")::text,
      'null')) end as lead
from judged j left join written w on w.id = j.id
-- $1 = \x30313233343536373839616263646566
-- $2 = "0199c000-0000-7000-8000-000000000001"
-- $3 = "42"
-- $4 = "0199c000-0000-7000-8000-0000000000e1"
-- $5 = 3
-- $6 = "[{\"ord\":0,\"id\":\"01930000-0000-7000-8000-000000000001\",\"at\":\"2026-11-23T00:00:00.000Z\",\"status\":\"new\",\"external_id\":\"A-1001\",\"values\":{\"name\":\"Anna\",\"roof_area\":12.5},\"match_keys\":null,\"probes\":[]},{\"ord\":1,\"id\":\"01930000-0000-7000-8000-000000000002\",\"at\":\"2026-11-23T00:00:00.000Z\",\"status\":\"new\",\"external_id\":null,\"values\":{\"name\":\"Anna\",\"roof_area\":12.5},\"match_keys\":null,\"probes\":[]}]"
-- $7 = "source"
-- $8 = ["vendor-xyz","nordic-leads"]
-- $9 = "household_size"
-- $10 = "3"
-- $11 = "interests"
-- $12 = "battery"
-- $13 = "zip"
-- $14 = "50"
-- $15 = "name"
-- $16 = "Anna"
-- $17 = "0199c000-0000-7000-8000-000000000001"
-- $18 = "0199c000-0000-7000-8000-000000000001"
-- $19 = "0199c000-0000-7000-8000-000000000001"
-- $20 = "0199c000-0000-7000-8000-000000000001"
-- $21 = "0199c000-0000-7000-8000-000000000001"
-- $22 = "0199c000-0000-7000-8000-000000000001"
-- $23 = ["vendor-xyz","nordic-leads"]
-- $24 = "3"
-- $25 = "interests"
-- $26 = "battery"
-- $27 = "50"
-- $28 = "name"
-- $29 = "Anna"
-- $30 = "0199c000-0000-7000-8000-000000000001"
-- $31 = ["vendor-xyz","nordic-leads"]
-- $32 = "3"
-- $33 = "interests"
-- $34 = "battery"
-- $35 = "50"
-- $36 = "name"
-- $37 = "Anna"
-- $38 = "0199c000-0000-7000-8000-000000000001"
-- $39 = "source"
-- $40 = "email"
-- $41 = "phone"
-- $42 = "zip"
-- $43 = "roof_type"
-- $44 = "owns_home"
-- $45 = "visit_date"
-- $46 = "call_from"
-- $47 = "callback_at"
-- $48 = "roof_area"
-- $49 = "household_size"
-- $50 = "token"
-- $51 = "0199c000-0000-7000-8000-0000000000e1"

-- To change one lead many times in a batch:
with recursive guard as materialized (select exists (
select from campaign_heads h, tokens t join token_credentials c on c.token_id = t.id and c.hash = $1
where h.campaign_id = $2 and h.epoch = $3 and t.id = $4 and t.version = $5
  and (t.expires_at is null or t.expires_at > clock_timestamp())
  and (c.valid_until is null or c.valid_until > clock_timestamp())) as ok),
input as materialized (
  select i.*, row_number() over (partition by i.lead_id order by i.ord) as step
  from jsonb_to_recordset($6::jsonb)
    as i(ord int, lead_id uuid, to_status text, patch jsonb, versions int8multirange)),
old as materialized (
  select l.* from leads l where l.campaign_id = $7 and (select ok from guard) and (l."t1" = any($8::text[])
      and (l."n2" >= $9::numeric or (l.values -> $10::text) ? $11::text) and not coalesce(starts_with(l."t4", $12),
      false) and strpos((l.values ->> $13::text) collate "C", $14) > 0) and l.id = any(array(select (
with span as materialized (select (select ('x' || left(replace(b.id::text, '-', ''), 12))::bit(48)::bigint
    from leads b where b.campaign_id = $15 order by b.id asc limit 1) as first,
    (select ('x' || left(replace(b.id::text, '-', ''), 12))::bit(48)::bigint
    from leads b where b.campaign_id = $16 order by b.id desc limit 1) as last),
other as materialized (
  select o.* from leads o where o.campaign_id = $17 and (select ok from guard)
    and o.id >= (select (lpad(to_hex(s.first + floor((s.last - s.first) * (('x' || left(md5($18::text || ' ' || i.lead_id::text), 8))::bit(32)::bigint / 4294967296.0))::bigint), 12, '0') || repeat('0', 20))::uuid from span s)
  order by o.id limit 1)
select l.id from (
  select e.*, true as is_asked from leads e
  where e.campaign_id = $19 and (select ok from guard) and e.id = i.lead_id and (select count(*) from other) >= 0
  union all
  select o.*, false from other o where not exists (select from leads e where e.campaign_id = $20 and e.id = i.lead_id)
  offset 0) l
where case when (l."t1" = any($21::text[]) and (l."n2" >= $22::numeric or (l.values -> $23::text) ? $24::text)
    and not coalesce(starts_with(l."t4", $25), false) and strpos((l.values ->> $26::text) collate "C", $27) > 0)
    then l.is_asked else false end) from input i)) order by l.id for update of l),
steps as (
  select o.campaign_id, o.id, 0::bigint as step, o.status, o.external_id, o.values, o.version, o.created_at,
      o.updated_at,
    o.status as old_status, o.values as old_values, true as matches, true as fits, false as changed
  from old o
  union all
  select n.campaign_id, n.id, n.step + 1, case when t.applies then n.new_status else n.status end collate "C",
      n.external_id,
    case when t.applies then n.new_values else n.values end, n.version + t.applies::int, n.created_at,
    case when t.applies then greatest(clock_timestamp(), n.updated_at)::timestamptz(3) else n.updated_at end,
    n.status, n.values, t.matches, t.fits, t.applies
  from (
    select s.*, i.versions, coalesce(i.to_status, s.status) collate "C" as new_status,
        jsonb_strip_nulls(s.values || i.patch) as new_values
    from steps s join input i on i.lead_id = s.id and i.step = s.step + 1) n,
  lateral (select n.versions is null or n.versions @> n.version::bigint as matches,
      coalesce(((n.new_values ->> $28::text) collate "C" = any($29::text[])
      and ((n.new_values ->> $30::text)::numeric >= $31::numeric or (n.new_values -> $32::text) ? $33::text)
      and not coalesce(starts_with((n.new_values ->> $34::text) collate "C", $35), false)
      and strpos((n.new_values ->> $36::text) collate "C", $37) > 0), false) as fits,
    (n.new_status, n.new_values) is distinct from (n.status, n.values) as differs) j,
  lateral (select j.matches, j.fits, j.matches and j.fits and j.differs as applies) t),
last as materialized (
  select distinct on (s.id) s.* from steps s order by s.id, s.step desc),
written as (
  update leads l set status = s.status, values = s.values, version = s.version, updated_at = s.updated_at,
      "t1" = left(s.values ->> $38::text, 200), "t2" = left(s.values ->> $39::text, 200),
      "t3" = left(s.values ->> $40::text, 200), "t4" = left(s.values ->> $41::text, 200),
      "t5" = left(s.values ->> $42::text, 200), "t6" = left(s.values ->> $43::text, 200),
      "t7" = left(s.values ->> $44::text, 200), "t8" = left(s.values ->> $45::text, 200),
      "t9" = left(s.values ->> $46::text, 200), "t10" = null, "n1" = (s.values ->> $47::text)::numeric,
      "n2" = (s.values ->> $48::text)::numeric, "n3" = null, "n4" = null, "n5" = null, "n6" = null
  from last s join old o on o.id = s.id
  where l.campaign_id = s.campaign_id and l.id = s.id and s.version > o.version),
event as (
  insert into lead_events (campaign_id, lead_id, version, kind, at, actor_kind, actor_id, before, after)
  select j.campaign_id, j.id, j.version, 'updated', clock_timestamp(), $49, $50::uuid,
    jsonb_build_object('status', j.old_status, 'external_id', j.external_id, 'values', j.old_values),
        jsonb_build_object('status', j.status, 'external_id', j.external_id, 'values', j.values)
  from steps j where j.changed)
select i.ord, (select ok from guard) as current, j.id is not null as found, j.matches, j.fits, false as taken,
    j.changed,
  case when "j"."id" is not null then concat_ws(e'\x1f', "j"."id", "j"."status", "j"."version", "j"."created_at",
      "j"."updated_at", "j"."values", coalesce(to_json("j"."external_id")::text, 'null')) end as lead
from input i left join steps j on j.id = i.lead_id and j.step = i.step
-- $1 = \x30313233343536373839616263646566
-- $2 = "0199c000-0000-7000-8000-000000000001"
-- $3 = "42"
-- $4 = "0199c000-0000-7000-8000-0000000000e1"
-- $5 = 3
-- $6 = "[{\"ord\":0,\"lead_id\":\"01930000-0000-7000-8000-000000000001\",\"to_status\":\"won\",\"patch\":{},\"versions\":null},{\"ord\":1,\"lead_id\":\"01930000-0000-7000-8000-000000000001\",\"to_status\":null,\"patch\":{\"name\":null},\"versions\":\"{[2,2]}\"}]"
-- $7 = "0199c000-0000-7000-8000-000000000001"
-- $8 = ["vendor-xyz","nordic-leads"]
-- $9 = "3"
-- $10 = "interests"
-- $11 = "battery"
-- $12 = "50"
-- $13 = "name"
-- $14 = "Anna"
-- $15 = "0199c000-0000-7000-8000-000000000001"
-- $16 = "0199c000-0000-7000-8000-000000000001"
-- $17 = "0199c000-0000-7000-8000-000000000001"
-- $18 = "0199c000-0000-7000-8000-000000000001"
-- $19 = "0199c000-0000-7000-8000-000000000001"
-- $20 = "0199c000-0000-7000-8000-000000000001"
-- $21 = ["vendor-xyz","nordic-leads"]
-- $22 = "3"
-- $23 = "interests"
-- $24 = "battery"
-- $25 = "50"
-- $26 = "name"
-- $27 = "Anna"
-- $28 = "source"
-- $29 = ["vendor-xyz","nordic-leads"]
-- $30 = "household_size"
-- $31 = "3"
-- $32 = "interests"
-- $33 = "battery"
-- $34 = "zip"
-- $35 = "50"
-- $36 = "name"
-- $37 = "Anna"
-- $38 = "source"
-- $39 = "email"
-- $40 = "phone"
-- $41 = "zip"
-- $42 = "roof_type"
-- $43 = "owns_home"
-- $44 = "visit_date"
-- $45 = "call_from"
-- $46 = "callback_at"
-- $47 = "roof_area"
-- $48 = "household_size"
-- $49 = "token"
-- $50 = "0199c000-0000-7000-8000-0000000000e1"

-- To update a lead:
with guard as materialized (select exists (
select from campaign_heads h, tokens t join token_credentials c on c.token_id = t.id and c.hash = $1
where h.campaign_id = $2 and h.epoch = $3 and t.id = $4 and t.version = $5
  and (t.expires_at is null or t.expires_at > clock_timestamp())
  and (c.valid_until is null or c.valid_until > clock_timestamp())) as ok),
input as (
  select 0 as ord, $6::uuid as lead_id, $7::text as to_status, $8::boolean as has_external_id,
    $9::text as to_external_id, $10::jsonb as patch,
    $11::jsonb as patch_keys, $12::int8multirange as versions),
old as materialized (
  select i.*, l.campaign_id, l.id, l.status, l.external_id, l.version, l.created_at, l.updated_at, l.values,
      l.match_keys
  from input i join leads l on l.campaign_id = $13 and (select ok from guard) and (l."t1" = any($14::text[])
      and (l."n2" >= $15::numeric or (l.values -> $16::text) ? $17::text) and not coalesce(starts_with(l."t4", $18),
      false) and strpos((l.values ->> $19::text) collate "C", $20) > 0) and l.id = (
with span as materialized (select (select ('x' || left(replace(b.id::text, '-', ''), 12))::bit(48)::bigint
    from leads b where b.campaign_id = $21 order by b.id asc limit 1) as first,
    (select ('x' || left(replace(b.id::text, '-', ''), 12))::bit(48)::bigint
    from leads b where b.campaign_id = $22 order by b.id desc limit 1) as last),
other as materialized (
  select o.* from leads o where o.campaign_id = $23 and (select ok from guard)
    and o.id >= (select (lpad(to_hex(s.first + floor((s.last - s.first) * (('x' || left(md5($24::text || ' ' || i.lead_id::text), 8))::bit(32)::bigint / 4294967296.0))::bigint), 12, '0') || repeat('0', 20))::uuid from span s)
  order by o.id limit 1)
select l.id from (
  select e.*, true as is_asked from leads e
  where e.campaign_id = $25 and (select ok from guard) and e.id = i.lead_id and (select count(*) from other) >= 0
  union all
  select o.*, false from other o where not exists (select from leads e where e.campaign_id = $26 and e.id = i.lead_id)
  offset 0) l
where case when (l."t1" = any($27::text[]) and (l."n2" >= $28::numeric or (l.values -> $29::text) ? $30::text)
    and not coalesce(starts_with(l."t4", $31), false) and strpos((l.values ->> $32::text) collate "C", $33) > 0)
    then l.is_asked else false end) order by l.id
  for update of l ),
new as materialized (
  select o.*, coalesce(o.to_status, o.status) collate "C" as new_status,
    case when o.has_external_id then o.to_external_id else o.external_id end collate "C" as new_external_id,
    jsonb_strip_nulls(o.values || o.patch) as new_values,
    case when o.patch_keys is null then o.match_keys else jsonb_strip_nulls(coalesce(o.match_keys,
        '{}') || o.patch_keys) end as new_match_keys
  from old o),
judged as materialized (
  select n.*, n.versions is null or n.versions @> n.version::bigint as matches,
      coalesce(((n.new_values ->> $34::text) collate "C" = any($35::text[])
      and ((n.new_values ->> $36::text)::numeric >= $37::numeric or (n.new_values -> $38::text) ? $39::text)
      and not coalesce(starts_with((n.new_values ->> $40::text) collate "C", $41), false)
      and strpos((n.new_values ->> $42::text) collate "C", $43) > 0), false) as fits,
    case when n.has_external_id and n.new_external_id is not null
      then exists (select from (
with span as materialized (select (select ('x' || left(replace(b.id::text, '-', ''), 12))::bit(48)::bigint
    from leads b where b.campaign_id = $44 order by b.id asc limit 1) as first,
    (select ('x' || left(replace(b.id::text, '-', ''), 12))::bit(48)::bigint
    from leads b where b.campaign_id = $45 order by b.id desc limit 1) as last),
other as materialized (
  select o.* from leads o where o.campaign_id = $46 and (select ok from guard)
    and o.id >= (select (lpad(to_hex(s.first + floor((s.last - s.first) * (('x' || left(md5($47::text || ' ' || n.new_external_id::text), 8))::bit(32)::bigint / 4294967296.0))::bigint), 12, '0') || repeat('0', 20))::uuid from span s)
  order by o.id limit 1)
select l.* from (
  select e.*, true as is_asked from leads e
  where e.campaign_id = $48 and (select ok from guard) and e.external_id = n.new_external_id and (select count(*)
      from other) >= 0
  union all
  select o.*, false from other o where not exists (select from leads e where e.campaign_id = $49
      and e.external_id = n.new_external_id)
  offset 0) l
where case when (l."t1" = any($50::text[]) and (l."n2" >= $51::numeric or (l.values -> $52::text) ? $53::text)
    and not coalesce(starts_with(l."t4", $54), false) and strpos((l.values ->> $55::text) collate "C", $56) > 0)
    then l.is_asked else false end offset 0) l where l.campaign_id = $57 and (select ok from guard)
    and (l."t1" = any($58::text[]) and (l."n2" >= $59::numeric or (l.values -> $60::text) ? $61::text)
    and not coalesce(starts_with(l."t4", $62), false) and strpos((l.values ->> $63::text) collate "C", $64) > 0)
    and l.id <> n.id) else false end as taken,
    (n.new_status, n.new_external_id, n.new_values) is distinct from (n.status, n.external_id, n.values) as changed
  from new n),
written as (
  update leads l set status = j.new_status, external_id = j.new_external_id, values = j.new_values,
      match_keys = j.new_match_keys,
    version = j.version + 1, updated_at = greatest(clock_timestamp(), j.updated_at),
        "t1" = left(j.new_values ->> $65::text, 200), "t2" = left(j.new_values ->> $66::text, 200),
        "t3" = left(j.new_values ->> $67::text, 200), "t4" = left(j.new_values ->> $68::text, 200),
        "t5" = left(j.new_values ->> $69::text, 200), "t6" = left(j.new_values ->> $70::text, 200),
        "t7" = left(j.new_values ->> $71::text, 200), "t8" = left(j.new_values ->> $72::text, 200),
        "t9" = left(j.new_values ->> $73::text, 200), "t10" = null, "n1" = (j.new_values ->> $74::text)::numeric,
        "n2" = (j.new_values ->> $75::text)::numeric, "n3" = null, "n4" = null, "n5" = null, "n6" = null
  from judged j
  where l.campaign_id = j.campaign_id and l.id = j.id and j.matches and j.fits and not j.taken and j.changed
  returning l.campaign_id, l.id, l.status, l.external_id, l.version, l.created_at, l.updated_at, l.values),
event as (
  insert into lead_events (campaign_id, lead_id, version, kind, at, actor_kind, actor_id, before, after)
  select w.campaign_id, w.id, w.version, 'updated', clock_timestamp(), $76, $77::uuid,
    jsonb_build_object('status', j.status, 'external_id', j.external_id, 'values', j.values),
        jsonb_build_object('status', w.status, 'external_id', w.external_id, 'values', w.values)
  from written w join judged j on j.id = w.id)
select i.ord, (select ok from guard) as current, j.id is not null as found, j.matches, j.fits, j.taken, j.changed,
  case when w.id is null then case when "j"."id" is not null then concat_ws(e'\x1f', "j"."id", "j"."status",
      "j"."version", "j"."created_at", "j"."updated_at", "j"."values", coalesce(to_json("j"."external_id")::text,
      'null')) end else case when "w"."id" is not null then concat_ws(e'\x1f', "w"."id", "w"."status", "w"."version",
      "w"."created_at", "w"."updated_at", "w"."values", coalesce(to_json("w"."external_id")::text,
      'null')) end end as lead
from input i left join judged j on j.ord = i.ord left join written w on w.id = j.id
-- $1 = \x30313233343536373839616263646566
-- $2 = "0199c000-0000-7000-8000-000000000001"
-- $3 = "42"
-- $4 = "0199c000-0000-7000-8000-0000000000e1"
-- $5 = 3
-- $6 = "01930000-0000-7000-8000-000000000001"
-- $7 = "won"
-- $8 = false
-- $9 = null
-- $10 = "{\"name\":null}"
-- $11 = null
-- $12 = null
-- $13 = "0199c000-0000-7000-8000-000000000001"
-- $14 = ["vendor-xyz","nordic-leads"]
-- $15 = "3"
-- $16 = "interests"
-- $17 = "battery"
-- $18 = "50"
-- $19 = "name"
-- $20 = "Anna"
-- $21 = "0199c000-0000-7000-8000-000000000001"
-- $22 = "0199c000-0000-7000-8000-000000000001"
-- $23 = "0199c000-0000-7000-8000-000000000001"
-- $24 = "0199c000-0000-7000-8000-000000000001"
-- $25 = "0199c000-0000-7000-8000-000000000001"
-- $26 = "0199c000-0000-7000-8000-000000000001"
-- $27 = ["vendor-xyz","nordic-leads"]
-- $28 = "3"
-- $29 = "interests"
-- $30 = "battery"
-- $31 = "50"
-- $32 = "name"
-- $33 = "Anna"
-- $34 = "source"
-- $35 = ["vendor-xyz","nordic-leads"]
-- $36 = "household_size"
-- $37 = "3"
-- $38 = "interests"
-- $39 = "battery"
-- $40 = "zip"
-- $41 = "50"
-- $42 = "name"
-- $43 = "Anna"
-- $44 = "0199c000-0000-7000-8000-000000000001"
-- $45 = "0199c000-0000-7000-8000-000000000001"
-- $46 = "0199c000-0000-7000-8000-000000000001"
-- $47 = "0199c000-0000-7000-8000-000000000001"
-- $48 = "0199c000-0000-7000-8000-000000000001"
-- $49 = "0199c000-0000-7000-8000-000000000001"
-- $50 = ["vendor-xyz","nordic-leads"]
-- $51 = "3"
-- $52 = "interests"
-- $53 = "battery"
-- $54 = "50"
-- $55 = "name"
-- $56 = "Anna"
-- $57 = "0199c000-0000-7000-8000-000000000001"
-- $58 = ["vendor-xyz","nordic-leads"]
-- $59 = "3"
-- $60 = "interests"
-- $61 = "battery"
-- $62 = "50"
-- $63 = "name"
-- $64 = "Anna"
-- $65 = "source"
-- $66 = "email"
-- $67 = "phone"
-- $68 = "zip"
-- $69 = "roof_type"
-- $70 = "owns_home"
-- $71 = "visit_date"
-- $72 = "call_from"
-- $73 = "callback_at"
-- $74 = "roof_area"
-- $75 = "household_size"
-- $76 = "token"
-- $77 = "0199c000-0000-7000-8000-0000000000e1"

-- To update two leads:
with guard as materialized (select exists (
select from campaign_heads h, tokens t join token_credentials c on c.token_id = t.id and c.hash = $1
where h.campaign_id = $2 and h.epoch = $3 and t.id = $4 and t.version = $5
  and (t.expires_at is null or t.expires_at > clock_timestamp())
  and (c.valid_until is null or c.valid_until > clock_timestamp())) as ok),
input as (
  select i.ord, i.lead_id, i.to_status, i.has_external_id, i.to_external_id, i.patch, nullif(i.patch_keys,
      'null') as patch_keys, i.versions
  from jsonb_to_recordset($6::jsonb)
    as i(ord int, lead_id uuid, to_status text, has_external_id boolean, to_external_id text, patch jsonb,
        patch_keys jsonb, versions int8multirange)),
old as materialized (
  select i.*, l.campaign_id, l.id, l.status, l.external_id, l.version, l.created_at, l.updated_at, l.values,
      l.match_keys
  from input i join leads l on l.campaign_id = $7 and (select ok from guard) and (l."t1" = any($8::text[])
      and (l."n2" >= $9::numeric or (l.values -> $10::text) ? $11::text) and not coalesce(starts_with(l."t4", $12),
      false) and strpos((l.values ->> $13::text) collate "C", $14) > 0) and l.id = (
with span as materialized (select (select ('x' || left(replace(b.id::text, '-', ''), 12))::bit(48)::bigint
    from leads b where b.campaign_id = $15 order by b.id asc limit 1) as first,
    (select ('x' || left(replace(b.id::text, '-', ''), 12))::bit(48)::bigint
    from leads b where b.campaign_id = $16 order by b.id desc limit 1) as last),
other as materialized (
  select o.* from leads o where o.campaign_id = $17 and (select ok from guard)
    and o.id >= (select (lpad(to_hex(s.first + floor((s.last - s.first) * (('x' || left(md5($18::text || ' ' || i.lead_id::text), 8))::bit(32)::bigint / 4294967296.0))::bigint), 12, '0') || repeat('0', 20))::uuid from span s)
  order by o.id limit 1)
select l.id from (
  select e.*, true as is_asked from leads e
  where e.campaign_id = $19 and (select ok from guard) and e.id = i.lead_id and (select count(*) from other) >= 0
  union all
  select o.*, false from other o where not exists (select from leads e where e.campaign_id = $20 and e.id = i.lead_id)
  offset 0) l
where case when (l."t1" = any($21::text[]) and (l."n2" >= $22::numeric or (l.values -> $23::text) ? $24::text)
    and not coalesce(starts_with(l."t4", $25), false) and strpos((l.values ->> $26::text) collate "C", $27) > 0)
    then l.is_asked else false end) order by l.id
  for update of l ),
new as materialized (
  select o.*, coalesce(o.to_status, o.status) collate "C" as new_status,
    case when o.has_external_id then o.to_external_id else o.external_id end collate "C" as new_external_id,
    jsonb_strip_nulls(o.values || o.patch) as new_values,
    case when o.patch_keys is null then o.match_keys else jsonb_strip_nulls(coalesce(o.match_keys,
        '{}') || o.patch_keys) end as new_match_keys
  from old o),
judged as materialized (
  select n.*, n.versions is null or n.versions @> n.version::bigint as matches,
      coalesce(((n.new_values ->> $28::text) collate "C" = any($29::text[])
      and ((n.new_values ->> $30::text)::numeric >= $31::numeric or (n.new_values -> $32::text) ? $33::text)
      and not coalesce(starts_with((n.new_values ->> $34::text) collate "C", $35), false)
      and strpos((n.new_values ->> $36::text) collate "C", $37) > 0), false) as fits,
    case when n.has_external_id and n.new_external_id is not null
      then exists (select from (
with span as materialized (select (select ('x' || left(replace(b.id::text, '-', ''), 12))::bit(48)::bigint
    from leads b where b.campaign_id = $38 order by b.id asc limit 1) as first,
    (select ('x' || left(replace(b.id::text, '-', ''), 12))::bit(48)::bigint
    from leads b where b.campaign_id = $39 order by b.id desc limit 1) as last),
other as materialized (
  select o.* from leads o where o.campaign_id = $40 and (select ok from guard)
    and o.id >= (select (lpad(to_hex(s.first + floor((s.last - s.first) * (('x' || left(md5($41::text || ' ' || n.new_external_id::text), 8))::bit(32)::bigint / 4294967296.0))::bigint), 12, '0') || repeat('0', 20))::uuid from span s)
  order by o.id limit 1)
select l.* from (
  select e.*, true as is_asked from leads e
  where e.campaign_id = $42 and (select ok from guard) and e.external_id = n.new_external_id and (select count(*)
      from other) >= 0
  union all
  select o.*, false from other o where not exists (select from leads e where e.campaign_id = $43
      and e.external_id = n.new_external_id)
  offset 0) l
where case when (l."t1" = any($44::text[]) and (l."n2" >= $45::numeric or (l.values -> $46::text) ? $47::text)
    and not coalesce(starts_with(l."t4", $48), false) and strpos((l.values ->> $49::text) collate "C", $50) > 0)
    then l.is_asked else false end offset 0) l where l.campaign_id = $51 and (select ok from guard)
    and (l."t1" = any($52::text[]) and (l."n2" >= $53::numeric or (l.values -> $54::text) ? $55::text)
    and not coalesce(starts_with(l."t4", $56), false) and strpos((l.values ->> $57::text) collate "C", $58) > 0)
    and l.id <> n.id) else false end as taken,
    (n.new_status, n.new_external_id, n.new_values) is distinct from (n.status, n.external_id, n.values) as changed
  from new n),
written as (
  update leads l set status = j.new_status, external_id = j.new_external_id, values = j.new_values,
      match_keys = j.new_match_keys,
    version = j.version + 1, updated_at = greatest(clock_timestamp(), j.updated_at),
        "t1" = left(j.new_values ->> $59::text, 200), "t2" = left(j.new_values ->> $60::text, 200),
        "t3" = left(j.new_values ->> $61::text, 200), "t4" = left(j.new_values ->> $62::text, 200),
        "t5" = left(j.new_values ->> $63::text, 200), "t6" = left(j.new_values ->> $64::text, 200),
        "t7" = left(j.new_values ->> $65::text, 200), "t8" = left(j.new_values ->> $66::text, 200),
        "t9" = left(j.new_values ->> $67::text, 200), "t10" = null, "n1" = (j.new_values ->> $68::text)::numeric,
        "n2" = (j.new_values ->> $69::text)::numeric, "n3" = null, "n4" = null, "n5" = null, "n6" = null
  from judged j
  where l.campaign_id = j.campaign_id and l.id = j.id and j.matches and j.fits and not j.taken and j.changed
  returning l.campaign_id, l.id, l.status, l.external_id, l.version, l.created_at, l.updated_at, l.values),
event as (
  insert into lead_events (campaign_id, lead_id, version, kind, at, actor_kind, actor_id, before, after)
  select w.campaign_id, w.id, w.version, 'updated', clock_timestamp(), $70, $71::uuid,
    jsonb_build_object('status', j.status, 'external_id', j.external_id, 'values', j.values),
        jsonb_build_object('status', w.status, 'external_id', w.external_id, 'values', w.values)
  from written w join judged j on j.id = w.id)
select i.ord, (select ok from guard) as current, j.id is not null as found, j.matches, j.fits, j.taken, j.changed,
  case when w.id is null then case when "j"."id" is not null then concat_ws(e'\x1f', "j"."id", "j"."status",
      "j"."version", "j"."created_at", "j"."updated_at", "j"."values", coalesce(to_json("j"."external_id")::text,
      'null')) end else case when "w"."id" is not null then concat_ws(e'\x1f', "w"."id", "w"."status", "w"."version",
      "w"."created_at", "w"."updated_at", "w"."values", coalesce(to_json("w"."external_id")::text,
      'null')) end end as lead
from input i left join judged j on j.ord = i.ord left join written w on w.id = j.id
-- $1 = \x30313233343536373839616263646566
-- $2 = "0199c000-0000-7000-8000-000000000001"
-- $3 = "42"
-- $4 = "0199c000-0000-7000-8000-0000000000e1"
-- $5 = 3
-- $6 = "[{\"ord\":0,\"lead_id\":\"01930000-0000-7000-8000-000000000001\",\"to_status\":null,\"has_external_id\":true,\"to_external_id\":\"A-1002\",\"patch\":{},\"patch_keys\":null,\"versions\":\"{[7,7]}\"},{\"ord\":1,\"lead_id\":\"01930000-0000-7000-8000-000000000002\",\"to_status\":null,\"has_external_id\":false,\"to_external_id\":null,\"patch\":{\"name\":\"Bo\"},\"patch_keys\":null,\"versions\":null}]"
-- $7 = "0199c000-0000-7000-8000-000000000001"
-- $8 = ["vendor-xyz","nordic-leads"]
-- $9 = "3"
-- $10 = "interests"
-- $11 = "battery"
-- $12 = "50"
-- $13 = "name"
-- $14 = "Anna"
-- $15 = "0199c000-0000-7000-8000-000000000001"
-- $16 = "0199c000-0000-7000-8000-000000000001"
-- $17 = "0199c000-0000-7000-8000-000000000001"
-- $18 = "0199c000-0000-7000-8000-000000000001"
-- $19 = "0199c000-0000-7000-8000-000000000001"
-- $20 = "0199c000-0000-7000-8000-000000000001"
-- $21 = ["vendor-xyz","nordic-leads"]
-- $22 = "3"
-- $23 = "interests"
-- $24 = "battery"
-- $25 = "50"
-- $26 = "name"
-- $27 = "Anna"
-- $28 = "source"
-- $29 = ["vendor-xyz","nordic-leads"]
-- $30 = "household_size"
-- $31 = "3"
-- $32 = "interests"
-- $33 = "battery"
-- $34 = "zip"
-- $35 = "50"
-- $36 = "name"
-- $37 = "Anna"
-- $38 = "0199c000-0000-7000-8000-000000000001"
-- $39 = "0199c000-0000-7000-8000-000000000001"
-- $40 = "0199c000-0000-7000-8000-000000000001"
-- $41 = "0199c000-0000-7000-8000-000000000001"
-- $42 = "0199c000-0000-7000-8000-000000000001"
-- $43 = "0199c000-0000-7000-8000-000000000001"
-- $44 = ["vendor-xyz","nordic-leads"]
-- $45 = "3"
-- $46 = "interests"
-- $47 = "battery"
-- $48 = "50"
-- $49 = "name"
-- $50 = "Anna"
-- $51 = "0199c000-0000-7000-8000-000000000001"
-- $52 = ["vendor-xyz","nordic-leads"]
-- $53 = "3"
-- $54 = "interests"
-- $55 = "battery"
-- $56 = "50"
-- $57 = "name"
-- $58 = "Anna"
-- $59 = "source"
-- $60 = "email"
-- $61 = "phone"
-- $62 = "zip"
-- $63 = "roof_type"
-- $64 = "owns_home"
-- $65 = "visit_date"
-- $66 = "call_from"
-- $67 = "callback_at"
-- $68 = "roof_area"
-- $69 = "household_size"
-- $70 = "token"
-- $71 = "0199c000-0000-7000-8000-0000000000e1"

-- To lock leads, to delete them:
with guard as materialized (select exists (
select from campaign_heads h, tokens t join token_credentials c on c.token_id = t.id and c.hash = $1
where h.campaign_id = $2 and h.epoch = $3 and t.id = $4 and t.version = $5
  and (t.expires_at is null or t.expires_at > clock_timestamp())
  and (c.valid_until is null or c.valid_until > clock_timestamp())) as ok),
input as (select * from jsonb_to_recordset($6::jsonb) as i(ord int, lead_id uuid, versions int8multirange)),
old as materialized (select i.ord, l.version from input i join leads l on l.campaign_id = $7 and (select ok
    from guard) and (l."t1" = any($8::text[]) and (l."n2" >= $9::numeric or (l.values -> $10::text) ? $11::text)
    and not coalesce(starts_with(l."t4", $12), false) and strpos((l.values ->> $13::text) collate "C", $14) > 0)
    and l.id = (
with span as materialized (select (select ('x' || left(replace(b.id::text, '-', ''), 12))::bit(48)::bigint
    from leads b where b.campaign_id = $15 order by b.id asc limit 1) as first,
    (select ('x' || left(replace(b.id::text, '-', ''), 12))::bit(48)::bigint
    from leads b where b.campaign_id = $16 order by b.id desc limit 1) as last),
other as materialized (
  select o.* from leads o where o.campaign_id = $17 and (select ok from guard)
    and o.id >= (select (lpad(to_hex(s.first + floor((s.last - s.first) * (('x' || left(md5($18::text || ' ' || i.lead_id::text), 8))::bit(32)::bigint / 4294967296.0))::bigint), 12, '0') || repeat('0', 20))::uuid from span s)
  order by o.id limit 1)
select l.id from (
  select e.*, true as is_asked from leads e
  where e.campaign_id = $19 and (select ok from guard) and e.id = i.lead_id and (select count(*) from other) >= 0
  union all
  select o.*, false from other o where not exists (select from leads e where e.campaign_id = $20 and e.id = i.lead_id)
  offset 0) l
where case when (l."t1" = any($21::text[]) and (l."n2" >= $22::numeric or (l.values -> $23::text) ? $24::text)
    and not coalesce(starts_with(l."t4", $25), false) and strpos((l.values ->> $26::text) collate "C", $27) > 0)
    then l.is_asked else false end) order by l.id for update of l)
select i.ord, (select ok from guard) as current, o.ord is not null as found, i.versions is null
    or i.versions @> o.version::bigint as matches
from input i left join old o on o.ord = i.ord
-- $1 = \x30313233343536373839616263646566
-- $2 = "0199c000-0000-7000-8000-000000000001"
-- $3 = "42"
-- $4 = "0199c000-0000-7000-8000-0000000000e1"
-- $5 = 3
-- $6 = "[{\"ord\":0,\"lead_id\":\"01930000-0000-7000-8000-000000000001\",\"versions\":\"{[7,7]}\"}]"
-- $7 = "0199c000-0000-7000-8000-000000000001"
-- $8 = ["vendor-xyz","nordic-leads"]
-- $9 = "3"
-- $10 = "interests"
-- $11 = "battery"
-- $12 = "50"
-- $13 = "name"
-- $14 = "Anna"
-- $15 = "0199c000-0000-7000-8000-000000000001"
-- $16 = "0199c000-0000-7000-8000-000000000001"
-- $17 = "0199c000-0000-7000-8000-000000000001"
-- $18 = "0199c000-0000-7000-8000-000000000001"
-- $19 = "0199c000-0000-7000-8000-000000000001"
-- $20 = "0199c000-0000-7000-8000-000000000001"
-- $21 = ["vendor-xyz","nordic-leads"]
-- $22 = "3"
-- $23 = "interests"
-- $24 = "battery"
-- $25 = "50"
-- $26 = "name"
-- $27 = "Anna"

-- To erase leads:
with guard as materialized (select exists (
select from campaign_heads h, tokens t join token_credentials c on c.token_id = t.id and c.hash = $1
where h.campaign_id = $2 and h.epoch = $3 and t.id = $4 and t.version = $5
  and (t.expires_at is null or t.expires_at > clock_timestamp())
  and (c.valid_until is null or c.valid_until > clock_timestamp())) as ok),
input as (select (i.place - 1)::int as ord, i.lead_id from unnest($6::uuid[]) with ordinality i(lead_id, place)),
gone as (delete from leads l using input i where l.campaign_id = $7 and (select ok from guard)
    and (l."t1" = any($8::text[]) and (l."n2" >= $9::numeric or (l.values -> $10::text) ? $11::text)
    and not coalesce(starts_with(l."t4", $12), false) and strpos((l.values ->> $13::text) collate "C", $14) > 0)
    and l.id = i.lead_id returning l.*, i.ord),
known as materialized (
  select e.campaign_id, e.lead_id, e.version, e.before, e.after
  from lead_events e join gone g on e.campaign_id = g.campaign_id and e.lead_id = g.id
  order by e.lead_id, e.version for update of e),
states as (
  select k.lead_id, k.version, 'before' as side, k.before as state from known k where k.before is not null
  union all select k.lead_id, k.version, 'after', k.after from known k where k.after is not null
  union all select g.id, g.version + 1, 'before', jsonb_build_object('status', g.status, 'external_id', g.external_id,
      'values', g.values)
  from gone g),
judged as materialized (
  select s.lead_id, s.version, s.side, jsonb_build_object('erased',
      to_jsonb(array_remove(array[case when (((s.state -> 'values') ->> $15::text) collate "C" = any($16::text[])
      and (((s.state -> 'values') ->> $17::text)::numeric >= $18::numeric
      or ((s.state -> 'values') -> $19::text) ? $20::text)
      and not coalesce(starts_with(((s.state -> 'values') ->> $21::text) collate "C", $22), false)
      and strpos(((s.state -> 'values') ->> $23::text) collate "C", $24) > 0) then '7pV6YA6v7_vGYrrO' end,
      case when ((s.state -> 'values') ->> $25::text) collate "C" = $26::text then 'OPQiU2WW_myZQAxF' end],
      null))) as state from states s),
erased as (
  update lead_events e set before = (select j.state from judged j where j.lead_id = k.lead_id
      and j.version = k.version and j.side = 'before'), after = (select j.state
      from judged j where j.lead_id = k.lead_id and j.version = k.version and j.side = 'after')
  from known k where e.campaign_id = k.campaign_id and e.lead_id = k.lead_id and e.version = k.version),
answers as materialized (
  select r.campaign_id, r.token_id, r.key, g.id as lead_id from idempotency_records r join gone g
  on r.campaign_id = g.campaign_id and r.lead_ids @> array[g.id]
  order by r.token_id, r.key for update of r),
forgotten as (
  update idempotency_records r set body = null, erased_lead = a.lead_id
  from answers a where r.campaign_id = a.campaign_id and r.token_id = a.token_id and r.key = a.key),
event as (
  insert into lead_events (campaign_id, lead_id, version, kind, at, actor_kind, actor_id, before, after)
  select k.campaign_id, k.id, k.version, 'deleted', clock_timestamp(), $27, $28::uuid,
    (select j.state from judged j where j.lead_id = k.lead_id and j.version = k.version and j.side = 'before'), null
  from (select g.campaign_id, g.id, g.id as lead_id, g.version + 1 as version from gone g) k)
select i.ord, (select ok from guard) as current, g.id is not null as found, true as matches
    from input i left join gone g on g.ord = i.ord
-- $1 = \x30313233343536373839616263646566
-- $2 = "0199c000-0000-7000-8000-000000000001"
-- $3 = "42"
-- $4 = "0199c000-0000-7000-8000-0000000000e1"
-- $5 = 3
-- $6 = ["01930000-0000-7000-8000-000000000001"]
-- $7 = "0199c000-0000-7000-8000-000000000001"
-- $8 = ["vendor-xyz","nordic-leads"]
-- $9 = "3"
-- $10 = "interests"
-- $11 = "battery"
-- $12 = "50"
-- $13 = "name"
-- $14 = "Anna"
-- $15 = "source"
-- $16 = ["vendor-xyz","nordic-leads"]
-- $17 = "household_size"
-- $18 = "3"
-- $19 = "interests"
-- $20 = "battery"
-- $21 = "zip"
-- $22 = "50"
-- $23 = "name"
-- $24 = "Anna"
-- $25 = "source"
-- $26 = "nordic-leads"
-- $27 = "token"
-- $28 = "0199c000-0000-7000-8000-0000000000e1"
