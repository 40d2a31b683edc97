-- The story of each deal in one narrow row, from which all tables about it are filled: ever more deals over three years, a
-- cycle of 20 to 186 days, 12 % still open, 55 of 100 closed ones won.
create unlogged table bench.deal as
  select d.*, bench.id(d.at, d.i, 60) as id, c.id as "customerId", c.short, c.sound, c.latin, r.id as "ownerId", r."teamId",
    case when d.open then d.at + d.cycle * (d.visited - 1) / 4.0 else d.at + d.cycle end as entered, case when d.open then 4.0 else d.visited end as parts,
    case when d.open then d.visited when d.won then 5 else 6 end as stage,
    case when bench.roll(d.i, 67) < 0.92 then 'CNY' when bench.roll(d.i, 67) < 0.98 then 'USD' else 'EUR' end as currency,
    least(40, 1 + floor(power(bench.roll(d.i, 68), 1.4) * 40)::int) as p1, 1 + floor(power(bench.roll(d.i, 69), 3) * 20)::int as q1,
    case when bench.roll(d.i, 70) < 0.45 then bench.pick(d.i, 71, 40) end as p2, bench.pick(d.i, 72, 8) as q2,
    (array[0, 0, 0.05, 0.1])[bench.pick(d.i, 73, 4)]::numeric as discount
  from (
    select t.*, t.at + t.cycle > :until as open, bench.roll(t.i, 61) < 0.55 as won,
      case
        when t.at + t.cycle > :until then 1 + floor(4 * (extract(epoch from :until - t.at) / extract(epoch from t.cycle)))::int
        when bench.roll(t.i, 61) < 0.55 then 4
        else bench.pick(t.i, 62, 4)
      end as visited, -- open stages so far
      case
        when bench.roll(t.i, 63) < 0.3 then least(t.known, 50 * ceil(greatest(1, floor(t.known / 50)) * bench.roll(t.i, 64)))
        else ceil(t.known * bench.roll(t.i, 65))
      end as customer
    from (
      select i::bigint, a.at, interval '1 day' * (20 + 166 * bench.roll(i, 66)) as cycle,
        greatest(1, floor(:customers * power(extract(epoch from a.at - (:start::timestamptz - interval '400 days')) / extract(epoch from interval '1495 days'), 1.25))) as known
      from generate_series(1, :size) i
        cross join lateral (select date_trunc('milliseconds', :start::timestamptz + interval '1095 days' * power(i::float8 / (:size + 1), 0.77)) as at offset 0) a
      offset 0 -- each value is computed once
    ) t
    offset 0
  ) d
    join bench.customer c on c.i = greatest(1, least(:customers, d.customer))::bigint
    join bench.rep r on r.i = case when bench.roll(d.i, 74) < 0.85 then c.rep else bench.pick(d.i, 75, 40) end;
