-- Chance without randomness: the same number and salt always give the same value, whatever the plan.
create function bench.roll(i bigint, salt int) returns float8 immutable parallel safe
  return (hashint8extended(i, salt::bigint * 1000003 + :seed) & 9007199254740991)::float8 / 9007199254740992;

-- 1 … n
create function bench.pick(i bigint, salt int, n int) returns int immutable parallel safe
  return 1 + floor(bench.roll(i, salt) * n)::int;

-- A uuid of version 7 as it would have been made at that time.
create function bench.id(at timestamptz, i bigint, salt int) returns uuid stable parallel safe
  return (lpad(to_hex((date_part('epoch', at) * 1000)::bigint), 12, '0') || '7' || lpad(to_hex(i & 4095), 3, '0') || 'a' ||
    lpad(to_hex(hashint8extended(i, salt::bigint * 1000003 + :seed) & 1152921504606846975), 15, '0'))::uuid;
