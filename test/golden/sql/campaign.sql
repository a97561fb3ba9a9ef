-- To get a lead:
with guard as materialized (select exists (
select from campaign_heads h, tokens t join token_credentials c on c.token_id = t.id and c.hash = $1
where h.campaign_id = $2 and h.epoch = $3 and t.id = $4 and t.version = $5
  and (t.expires_at is null or t.expires_at > clock_timestamp())
  and (c.valid_until is null or c.valid_until > clock_timestamp())) as ok)
select (select ok from guard) as current, case when "l"."id" is not null then concat_ws(e'\x1f', "l"."id",
    "l"."status", "l"."version", "l"."created_at", "l"."updated_at", "l"."values",
    coalesce(to_json("l"."external_id")::text, 'null')) end as lead
from guard left join lateral (select * from leads l where l.campaign_id = $6 and (select ok from guard) and true
    and l.id = $7::uuid) l on true
-- $1 = \x30313233343536373839616263646566
-- $2 = "0199c000-0000-7000-8000-000000000001"
-- $3 = "42"
-- $4 = "0199c000-0000-7000-8000-0000000000e1"
-- $5 = 3
-- $6 = "0199c000-0000-7000-8000-000000000001"
-- $7 = "01930000-0000-7000-8000-000000000001"

-- To read the history of a lead:
with guard as materialized (select exists (
select from campaign_heads h, tokens t join token_credentials c on c.token_id = t.id and c.hash = $1
where h.campaign_id = $2 and h.epoch = $3 and t.id = $4 and t.version = $5
  and (t.expires_at is null or t.expires_at > clock_timestamp())
  and (c.valid_until is null or c.valid_until > clock_timestamp())) as ok),
seen as materialized (select l.id from leads l where l.campaign_id = $6 and (select ok from guard) and true
    and l.id = $7::uuid),
entry as materialized (select s.id, 0 as version from seen s),
page as (
  select e.version, case when e.kind = 'updated' and e.version = s.version then 'entered_scope' else e.kind end as kind,
    to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, e.actor_kind, e.actor_id,
        null as actor_name,
    case when e.version > s.version then e.before end as before, e.after
  from entry s join lead_events e on e.campaign_id = $8 and e.lead_id = s.id and e.version >= s.version and true 
  order by e.version desc limit 51)
select (select ok from guard) as current, exists (select from seen) as found,
  coalesce((select jsonb_agg(to_jsonb(p) order by p.version desc) from page p), '[]') as events
-- $1 = \x30313233343536373839616263646566
-- $2 = "0199c000-0000-7000-8000-000000000001"
-- $3 = "42"
-- $4 = "0199c000-0000-7000-8000-0000000000e1"
-- $5 = 3
-- $6 = "0199c000-0000-7000-8000-000000000001"
-- $7 = "01930000-0000-7000-8000-000000000001"
-- $8 = "0199c000-0000-7000-8000-000000000001"

-- To read the history of a lead, the next page:
with guard as materialized (select exists (
select from campaign_heads h, tokens t join token_credentials c on c.token_id = t.id and c.hash = $1
where h.campaign_id = $2 and h.epoch = $3 and t.id = $4 and t.version = $5
  and (t.expires_at is null or t.expires_at > clock_timestamp())
  and (c.valid_until is null or c.valid_until > clock_timestamp())) as ok),
seen as materialized (select l.id from leads l where l.campaign_id = $6 and (select ok from guard) and true
    and l.id = $7::uuid),
entry as materialized (select s.id, 0 as version from seen s),
page as (
  select e.version, case when e.kind = 'updated' and e.version = s.version then 'entered_scope' else e.kind end as kind,
    to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, e.actor_kind, e.actor_id,
        null as actor_name,
    case when e.version > s.version then e.before end as before, e.after
  from entry s join lead_events e on e.campaign_id = $8 and e.lead_id = s.id and e.version >= s.version
      and e.version < $9 
  order by e.version desc limit 51)
select (select ok from guard) as current, exists (select from seen) as found,
  coalesce((select jsonb_agg(to_jsonb(p) order by p.version desc) from page p), '[]') as events
-- $1 = \x30313233343536373839616263646566
-- $2 = "0199c000-0000-7000-8000-000000000001"
-- $3 = "42"
-- $4 = "0199c000-0000-7000-8000-0000000000e1"
-- $5 = 3
-- $6 = "0199c000-0000-7000-8000-000000000001"
-- $7 = "01930000-0000-7000-8000-000000000001"
-- $8 = "0199c000-0000-7000-8000-000000000001"
-- $9 = 7

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
  select e.seq, e.lead_id, e.version, e.kind, e.at, (e.before is not null and coalesce(true, false)) as was,
      (e.after is not null and coalesce(true, false)) as is
  from lead_events e where e.campaign_id = $7 and (select ok from guard) and e.seq > (select start from head)
  order by e.seq limit 200),
told as materialized (select p.* from passed p where p.was or p.is order by p.seq limit 200),
place as materialized (
  select coalesce(case when (select count(*) from told) = $8 then (select max(t.seq) from told t) end,
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
  join lead_events e on e.campaign_id = $9 and e.lead_id = t.lead_id and e.version = t.version
  left join lateral (
    select l.id, l.version, l.created_at, l.updated_at from leads l where l.campaign_id = $10 and (select ok
        from guard) and true and l.id = t.lead_id) l on t.is),
look as materialized (
  select (select ok from guard) as current, false as reset, (select seq::text from place) as seq,
      (select left(md5(concat(e.lead_id, ' ', e.version, ' ', extract(epoch from e.at))), 16)
      from lead_events e where e.campaign_id = $11 and e.seq = (select seq from place)) as mark,
    (select e.seq from lead_events e where e.campaign_id = $12 and e.seq > (select seq
        from place) order by e.seq limit 1) is not null as more,
    (select e.at from lead_events e where e.campaign_id = $13
        and e.seq is null order by e.at limit 1) is not null as unnumbered
  from head h)
select * from look left join event on true order by event_seq
-- $1 = \x30313233343536373839616263646566
-- $2 = "0199c000-0000-7000-8000-000000000001"
-- $3 = "42"
-- $4 = "0199c000-0000-7000-8000-0000000000e1"
-- $5 = 3
-- $6 = "0199c000-0000-7000-8000-000000000001"
-- $7 = "0199c000-0000-7000-8000-000000000001"
-- $8 = 200
-- $9 = "0199c000-0000-7000-8000-000000000001"
-- $10 = "0199c000-0000-7000-8000-000000000001"
-- $11 = "0199c000-0000-7000-8000-000000000001"
-- $12 = "0199c000-0000-7000-8000-000000000001"
-- $13 = "0199c000-0000-7000-8000-000000000001"

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
  select e.seq, e.lead_id, e.version, e.kind, e.at, (e.before is not null and coalesce(true, false)) as was,
      (e.after is not null and coalesce(true, false)) as is
  from lead_events e where e.campaign_id = $8 and (select ok from guard) and e.seq > (select start from head)
  order by e.seq limit 200),
told as materialized (select p.* from passed p where p.was or p.is order by p.seq limit 200),
place as materialized (
  select coalesce(case when (select count(*) from told) = $9 then (select max(t.seq) from told t) end,
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
  join lead_events e on e.campaign_id = $10 and e.lead_id = t.lead_id and e.version = t.version
  left join lateral (
    select l.id, l.version, l.created_at, l.updated_at from leads l where l.campaign_id = $11 and (select ok
        from guard) and true and l.id = t.lead_id) l on t.is),
look as materialized (
  select (select ok from guard) as current, (h.start < h.dropped_seq or h.start > h.last_seq
  or ($12::text is not null and h.start > h.dropped_seq and $13::text is distinct
      from (select left(md5(concat(e.lead_id, ' ', e.version, ' ', extract(epoch from e.at))), 16)
      from lead_events e where e.campaign_id = $14 and e.seq = h.start))) as reset, (select seq::text
      from place) as seq, (select left(md5(concat(e.lead_id, ' ', e.version, ' ', extract(epoch from e.at))), 16)
      from lead_events e where e.campaign_id = $15 and e.seq = (select seq from place)) as mark,
    (select e.seq from lead_events e where e.campaign_id = $16 and e.seq > (select seq
        from place) order by e.seq limit 1) is not null as more,
    (select e.at from lead_events e where e.campaign_id = $17
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
-- $8 = "0199c000-0000-7000-8000-000000000001"
-- $9 = 200
-- $10 = "0199c000-0000-7000-8000-000000000001"
-- $11 = "0199c000-0000-7000-8000-000000000001"
-- $12 = "0123456789abcdef"
-- $13 = "0123456789abcdef"
-- $14 = "0199c000-0000-7000-8000-000000000001"
-- $15 = "0199c000-0000-7000-8000-000000000001"
-- $16 = "0199c000-0000-7000-8000-000000000001"
-- $17 = "0199c000-0000-7000-8000-000000000001"

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
        and true order by l.id desc limit 51) p) as leads
-- $1 = \x30313233343536373839616263646566
-- $2 = "0199c000-0000-7000-8000-000000000001"
-- $3 = "42"
-- $4 = "0199c000-0000-7000-8000-0000000000e1"
-- $5 = 3
-- $6 = "0199c000-0000-7000-8000-000000000001"

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
        'null')) end as lead from leads l where l.campaign_id = $6 and (select ok from guard) and true
        and l.status = any($7::text[]) and l."t4" >= $8::text and l."n1" < $9::numeric
        and l.id >= $10::uuid order by l.id desc limit 51) p) as leads
-- $1 = \x30313233343536373839616263646566
-- $2 = "0199c000-0000-7000-8000-000000000001"
-- $3 = "42"
-- $4 = "0199c000-0000-7000-8000-0000000000e1"
-- $5 = 3
-- $6 = "0199c000-0000-7000-8000-000000000001"
-- $7 = ["new","won"]
-- $8 = "5000"
-- $9 = "100"
-- $10 = "01a19467-e800-0000-0000-000000000000"

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
        'null')) end as lead from leads l where l.campaign_id = $6 and (select ok from guard) and true
        and (lower("l"."t2") = $7 and ("l"."t2" = $8 or "l"."t2" = $9 or "l"."t2" = $10 or "l"."t2" = $11
        or "l"."t2" = $12 or "l"."t2" = $13 or "l"."t2" = $14
        or "l"."t2" = $15)) order by l.id desc limit 51) p) as leads
-- $1 = \x30313233343536373839616263646566
-- $2 = "0199c000-0000-7000-8000-000000000001"
-- $3 = "42"
-- $4 = "0199c000-0000-7000-8000-0000000000e1"
-- $5 = 3
-- $6 = "0199c000-0000-7000-8000-000000000001"
-- $7 = "kim@example.com"
-- $8 = "kim@example.com"
-- $9 = "kiM@example.com"
-- $10 = "kIm@example.com"
-- $11 = "kIM@example.com"
-- $12 = "Kim@example.com"
-- $13 = "KiM@example.com"
-- $14 = "KIm@example.com"
-- $15 = "KIM@example.com"

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
        'null')) end as lead from leads l where l.campaign_id = $6 and (select ok from guard) and true
        and l.updated_at > $7::timestamptz and (l.updated_at, l.id) > ($8::timestamptz,
        $9::uuid) order by l.updated_at, l.id limit 51) p) as leads
-- $1 = \x30313233343536373839616263646566
-- $2 = "0199c000-0000-7000-8000-000000000001"
-- $3 = "42"
-- $4 = "0199c000-0000-7000-8000-0000000000e1"
-- $5 = 3
-- $6 = "0199c000-0000-7000-8000-000000000001"
-- $7 = "2026-11-01T00:00:00.000Z"
-- $8 = "2026-11-23T10:15:30.123Z"
-- $9 = "01930000-0000-7000-8000-000000000001"

-- To count leads by status, key columns and time:
with guard as materialized (select exists (
select from campaign_heads h, tokens t join token_credentials c on c.token_id = t.id and c.hash = $1
where h.campaign_id = $2 and h.epoch = $3 and t.id = $4 and t.version = $5
  and (t.expires_at is null or t.expires_at > clock_timestamp())
  and (c.valid_until is null or c.valid_until > clock_timestamp())) as ok)
select (select ok from guard) as current, (
  select count(*)::int from (select from leads l where l.campaign_id = $6 and (select ok from guard) and true
      and l.status = any($7::text[]) and l."t4" >= $8::text and l."n1" < $9::numeric
      and l.id >= $10::uuid limit 10001) c) as counted
from guard
-- $1 = \x30313233343536373839616263646566
-- $2 = "0199c000-0000-7000-8000-000000000001"
-- $3 = "42"
-- $4 = "0199c000-0000-7000-8000-0000000000e1"
-- $5 = 3
-- $6 = "0199c000-0000-7000-8000-000000000001"
-- $7 = ["new","won"]
-- $8 = "5000"
-- $9 = "100"
-- $10 = "01a19467-e800-0000-0000-000000000000"

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
          '') || e'\r\n' as line from leads l where l.campaign_id = $29 and (select ok from guard) and true
          and l.status = any($30::text[]) and l."t4" >= $31::text and l."n1" < $32::numeric
          and l.id >= $33::uuid order by l.id desc limit 500) r) m
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
-- $30 = ["new","won"]
-- $31 = "5000"
-- $32 = "100"
-- $33 = "01a19467-e800-0000-0000-000000000000"

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
          'null')) end as line from leads l where l.campaign_id = $6 and (select ok from guard) and true
          and l.id < $7::uuid order by l.id desc limit 4000) r) m
  where m.before < 100000) p
-- $1 = \x30313233343536373839616263646566
-- $2 = "0199c000-0000-7000-8000-000000000001"
-- $3 = "42"
-- $4 = "0199c000-0000-7000-8000-0000000000e1"
-- $5 = 3
-- $6 = "0199c000-0000-7000-8000-000000000001"
-- $7 = "01930000-0000-7000-8000-000000000001"

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
  select i.*, coalesce(true, false) as fits, null::uuid as seen, null::uuid as known,
    case when i.external_id is not null
      then exists (select from (select l.* from leads l where l.campaign_id = $14 and (select ok from guard)
          and l.external_id = i.external_id offset 0) l where l.campaign_id = $15 and (select ok from guard)
          and true) else false end as taken
  from input i),
written as (
  insert into leads (campaign_id, id, status, external_id, version, created_at, updated_at, values, match_keys,
      duplicate_of, "t1", "t2", "t3", "t4", "t5", "t6", "t7", "t8", "t9", "t10", "n1", "n2", "n3", "n4", "n5", "n6")
  select $16::uuid, j.id, j.status, j.external_id, 1, j.at, j.at, j.values, j.match_keys, coalesce(j.seen, j.known),
    left(j.values ->> $17::text, 200), left(j.values ->> $18::text, 200), left(j.values ->> $19::text, 200),
        left(j.values ->> $20::text, 200), left(j.values ->> $21::text, 200), left(j.values ->> $22::text, 200),
        left(j.values ->> $23::text, 200), left(j.values ->> $24::text, 200), left(j.values ->> $25::text, 200), null,
        (j.values ->> $26::text)::numeric, (j.values ->> $27::text)::numeric, null, null, null, null
  from judged j where (select ok from guard) and j.fits and not j.taken and not false
  returning campaign_id, id, status, external_id, version, created_at, updated_at, values),
event as (
  insert into lead_events (campaign_id, lead_id, version, kind, at, actor_kind, actor_id, before, after)
  select w.campaign_id, w.id, w.version, 'created', clock_timestamp(), $28, $29::uuid,
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
-- $14 = "0199c000-0000-7000-8000-000000000001"
-- $15 = "0199c000-0000-7000-8000-000000000001"
-- $16 = "0199c000-0000-7000-8000-000000000001"
-- $17 = "source"
-- $18 = "email"
-- $19 = "phone"
-- $20 = "zip"
-- $21 = "roof_type"
-- $22 = "owns_home"
-- $23 = "visit_date"
-- $24 = "call_from"
-- $25 = "callback_at"
-- $26 = "roof_area"
-- $27 = "household_size"
-- $28 = "token"
-- $29 = "0199c000-0000-7000-8000-0000000000e1"

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
  select i.*, coalesce(true, false) as fits, null::uuid as seen, null::uuid as known,
    case when i.external_id is not null
      then exists (select from (select l.* from leads l where l.campaign_id = $7 and (select ok from guard)
          and l.external_id = i.external_id offset 0) l where l.campaign_id = $8 and (select ok from guard)
          and true) else false end as taken
  from input i),
written as (
  insert into leads (campaign_id, id, status, external_id, version, created_at, updated_at, values, match_keys,
      duplicate_of, "t1", "t2", "t3", "t4", "t5", "t6", "t7", "t8", "t9", "t10", "n1", "n2", "n3", "n4", "n5", "n6")
  select $9::uuid, j.id, j.status, j.external_id, 1, j.at, j.at, j.values, j.match_keys, coalesce(j.seen, j.known),
    left(j.values ->> $10::text, 200), left(j.values ->> $11::text, 200), left(j.values ->> $12::text, 200),
        left(j.values ->> $13::text, 200), left(j.values ->> $14::text, 200), left(j.values ->> $15::text, 200),
        left(j.values ->> $16::text, 200), left(j.values ->> $17::text, 200), left(j.values ->> $18::text, 200), null,
        (j.values ->> $19::text)::numeric, (j.values ->> $20::text)::numeric, null, null, null, null
  from judged j where (select ok from guard) and j.fits and not j.taken and not false
  returning campaign_id, id, status, external_id, version, created_at, updated_at, values),
event as (
  insert into lead_events (campaign_id, lead_id, version, kind, at, actor_kind, actor_id, before, after)
  select w.campaign_id, w.id, w.version, 'created', clock_timestamp(), $21, $22::uuid,
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
-- $7 = "0199c000-0000-7000-8000-000000000001"
-- $8 = "0199c000-0000-7000-8000-000000000001"
-- $9 = "0199c000-0000-7000-8000-000000000001"
-- $10 = "source"
-- $11 = "email"
-- $12 = "phone"
-- $13 = "zip"
-- $14 = "roof_type"
-- $15 = "owns_home"
-- $16 = "visit_date"
-- $17 = "call_from"
-- $18 = "callback_at"
-- $19 = "roof_area"
-- $20 = "household_size"
-- $21 = "token"
-- $22 = "0199c000-0000-7000-8000-0000000000e1"

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
  select l.* from leads l where l.campaign_id = $7 and (select ok from guard) and true
      and l.id = any(array(select i.lead_id from input i)) order by l.id for update of l),
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
  lateral (select n.versions is null or n.versions @> n.version::bigint as matches, coalesce(true, false) as fits,
    (n.new_status, n.new_values) is distinct from (n.status, n.values) as differs) j,
  lateral (select j.matches, j.fits, j.matches and j.fits and j.differs as applies) t),
last as materialized (
  select distinct on (s.id) s.* from steps s order by s.id, s.step desc),
written as (
  update leads l set status = s.status, values = s.values, version = s.version, updated_at = s.updated_at,
      "t1" = left(s.values ->> $8::text, 200), "t2" = left(s.values ->> $9::text, 200),
      "t3" = left(s.values ->> $10::text, 200), "t4" = left(s.values ->> $11::text, 200),
      "t5" = left(s.values ->> $12::text, 200), "t6" = left(s.values ->> $13::text, 200),
      "t7" = left(s.values ->> $14::text, 200), "t8" = left(s.values ->> $15::text, 200),
      "t9" = left(s.values ->> $16::text, 200), "t10" = null, "n1" = (s.values ->> $17::text)::numeric,
      "n2" = (s.values ->> $18::text)::numeric, "n3" = null, "n4" = null, "n5" = null, "n6" = null
  from last s join old o on o.id = s.id
  where l.campaign_id = s.campaign_id and l.id = s.id and s.version > o.version),
event as (
  insert into lead_events (campaign_id, lead_id, version, kind, at, actor_kind, actor_id, before, after)
  select j.campaign_id, j.id, j.version, 'updated', clock_timestamp(), $19, $20::uuid,
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
-- $8 = "source"
-- $9 = "email"
-- $10 = "phone"
-- $11 = "zip"
-- $12 = "roof_type"
-- $13 = "owns_home"
-- $14 = "visit_date"
-- $15 = "call_from"
-- $16 = "callback_at"
-- $17 = "roof_area"
-- $18 = "household_size"
-- $19 = "token"
-- $20 = "0199c000-0000-7000-8000-0000000000e1"

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
  from input i join leads l on l.campaign_id = $13 and (select ok from guard) and true
      and l.id = i.lead_id order by l.id
  for update of l ),
new as materialized (
  select o.*, coalesce(o.to_status, o.status) collate "C" as new_status,
    case when o.has_external_id then o.to_external_id else o.external_id end collate "C" as new_external_id,
    jsonb_strip_nulls(o.values || o.patch) as new_values,
    case when o.patch_keys is null then o.match_keys else jsonb_strip_nulls(coalesce(o.match_keys,
        '{}') || o.patch_keys) end as new_match_keys
  from old o),
judged as materialized (
  select n.*, n.versions is null or n.versions @> n.version::bigint as matches, coalesce(true, false) as fits,
    case when n.has_external_id and n.new_external_id is not null
      then exists (select from (select l.* from leads l where l.campaign_id = $14 and (select ok from guard)
          and l.external_id = n.new_external_id offset 0) l where l.campaign_id = $15 and (select ok from guard)
          and true and l.id <> n.id) else false end as taken,
    (n.new_status, n.new_external_id, n.new_values) is distinct from (n.status, n.external_id, n.values) as changed
  from new n),
written as (
  update leads l set status = j.new_status, external_id = j.new_external_id, values = j.new_values,
      match_keys = j.new_match_keys,
    version = j.version + 1, updated_at = greatest(clock_timestamp(), j.updated_at),
        "t1" = left(j.new_values ->> $16::text, 200), "t2" = left(j.new_values ->> $17::text, 200),
        "t3" = left(j.new_values ->> $18::text, 200), "t4" = left(j.new_values ->> $19::text, 200),
        "t5" = left(j.new_values ->> $20::text, 200), "t6" = left(j.new_values ->> $21::text, 200),
        "t7" = left(j.new_values ->> $22::text, 200), "t8" = left(j.new_values ->> $23::text, 200),
        "t9" = left(j.new_values ->> $24::text, 200), "t10" = null, "n1" = (j.new_values ->> $25::text)::numeric,
        "n2" = (j.new_values ->> $26::text)::numeric, "n3" = null, "n4" = null, "n5" = null, "n6" = null
  from judged j
  where l.campaign_id = j.campaign_id and l.id = j.id and j.matches and j.fits and not j.taken and j.changed
  returning l.campaign_id, l.id, l.status, l.external_id, l.version, l.created_at, l.updated_at, l.values),
event as (
  insert into lead_events (campaign_id, lead_id, version, kind, at, actor_kind, actor_id, before, after)
  select w.campaign_id, w.id, w.version, 'updated', clock_timestamp(), $27, $28::uuid,
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
-- $14 = "0199c000-0000-7000-8000-000000000001"
-- $15 = "0199c000-0000-7000-8000-000000000001"
-- $16 = "source"
-- $17 = "email"
-- $18 = "phone"
-- $19 = "zip"
-- $20 = "roof_type"
-- $21 = "owns_home"
-- $22 = "visit_date"
-- $23 = "call_from"
-- $24 = "callback_at"
-- $25 = "roof_area"
-- $26 = "household_size"
-- $27 = "token"
-- $28 = "0199c000-0000-7000-8000-0000000000e1"

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
  from input i join leads l on l.campaign_id = $7 and (select ok from guard) and true and l.id = i.lead_id order by l.id
  for update of l ),
new as materialized (
  select o.*, coalesce(o.to_status, o.status) collate "C" as new_status,
    case when o.has_external_id then o.to_external_id else o.external_id end collate "C" as new_external_id,
    jsonb_strip_nulls(o.values || o.patch) as new_values,
    case when o.patch_keys is null then o.match_keys else jsonb_strip_nulls(coalesce(o.match_keys,
        '{}') || o.patch_keys) end as new_match_keys
  from old o),
judged as materialized (
  select n.*, n.versions is null or n.versions @> n.version::bigint as matches, coalesce(true, false) as fits,
    case when n.has_external_id and n.new_external_id is not null
      then exists (select from (select l.* from leads l where l.campaign_id = $8 and (select ok from guard)
          and l.external_id = n.new_external_id offset 0) l where l.campaign_id = $9 and (select ok from guard)
          and true and l.id <> n.id) else false end as taken,
    (n.new_status, n.new_external_id, n.new_values) is distinct from (n.status, n.external_id, n.values) as changed
  from new n),
written as (
  update leads l set status = j.new_status, external_id = j.new_external_id, values = j.new_values,
      match_keys = j.new_match_keys,
    version = j.version + 1, updated_at = greatest(clock_timestamp(), j.updated_at),
        "t1" = left(j.new_values ->> $10::text, 200), "t2" = left(j.new_values ->> $11::text, 200),
        "t3" = left(j.new_values ->> $12::text, 200), "t4" = left(j.new_values ->> $13::text, 200),
        "t5" = left(j.new_values ->> $14::text, 200), "t6" = left(j.new_values ->> $15::text, 200),
        "t7" = left(j.new_values ->> $16::text, 200), "t8" = left(j.new_values ->> $17::text, 200),
        "t9" = left(j.new_values ->> $18::text, 200), "t10" = null, "n1" = (j.new_values ->> $19::text)::numeric,
        "n2" = (j.new_values ->> $20::text)::numeric, "n3" = null, "n4" = null, "n5" = null, "n6" = null
  from judged j
  where l.campaign_id = j.campaign_id and l.id = j.id and j.matches and j.fits and not j.taken and j.changed
  returning l.campaign_id, l.id, l.status, l.external_id, l.version, l.created_at, l.updated_at, l.values),
event as (
  insert into lead_events (campaign_id, lead_id, version, kind, at, actor_kind, actor_id, before, after)
  select w.campaign_id, w.id, w.version, 'updated', clock_timestamp(), $21, $22::uuid,
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
-- $8 = "0199c000-0000-7000-8000-000000000001"
-- $9 = "0199c000-0000-7000-8000-000000000001"
-- $10 = "source"
-- $11 = "email"
-- $12 = "phone"
-- $13 = "zip"
-- $14 = "roof_type"
-- $15 = "owns_home"
-- $16 = "visit_date"
-- $17 = "call_from"
-- $18 = "callback_at"
-- $19 = "roof_area"
-- $20 = "household_size"
-- $21 = "token"
-- $22 = "0199c000-0000-7000-8000-0000000000e1"

-- To lock leads, to delete them:
with guard as materialized (select exists (
select from campaign_heads h, tokens t join token_credentials c on c.token_id = t.id and c.hash = $1
where h.campaign_id = $2 and h.epoch = $3 and t.id = $4 and t.version = $5
  and (t.expires_at is null or t.expires_at > clock_timestamp())
  and (c.valid_until is null or c.valid_until > clock_timestamp())) as ok),
input as (select * from jsonb_to_recordset($6::jsonb) as i(ord int, lead_id uuid, versions int8multirange)),
old as materialized (select i.ord, l.version from input i join leads l on l.campaign_id = $7 and (select ok
    from guard) and true and l.id = i.lead_id order by l.id for update of l)
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

-- To erase leads:
with guard as materialized (select exists (
select from campaign_heads h, tokens t join token_credentials c on c.token_id = t.id and c.hash = $1
where h.campaign_id = $2 and h.epoch = $3 and t.id = $4 and t.version = $5
  and (t.expires_at is null or t.expires_at > clock_timestamp())
  and (c.valid_until is null or c.valid_until > clock_timestamp())) as ok),
input as (select (i.place - 1)::int as ord, i.lead_id from unnest($6::uuid[]) with ordinality i(lead_id, place)),
gone as (delete from leads l using input i where l.campaign_id = $7 and (select ok from guard) and true
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
      to_jsonb(array_remove(array[case when ((s.state -> 'values') ->> $8::text) collate "C" = $9::text
      then 'BfXqfvOLRLwDENwE' end, case when ((s.state -> 'values') ->> $10::text) collate "C" = $11::text
      then 'OPQiU2WW_myZQAxF' end], null))) as state from states s),
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
  select k.campaign_id, k.id, k.version, 'deleted', clock_timestamp(), $12, $13::uuid,
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
-- $8 = "source"
-- $9 = "vendor-xyz"
-- $10 = "source"
-- $11 = "nordic-leads"
-- $12 = "token"
-- $13 = "0199c000-0000-7000-8000-0000000000e1"
