-- One row per open stage passed through and one for the end; each begins where the one before it ended.
insert into stage_moves (id, "opportunityId", "fromStageId", "toStageId", "enteredAt", "leftAt", seconds, "byId", amount, "baseAmount", direction, "pipelineVersion")
  select bench.id(entered, i * 8 + k, 90), id, "fromId", "toId", entered, "left", extract(epoch from "left" - entered)::bigint, "ownerId", amount, "baseAmount",
    case when k = 0 then 'create' when k = visited then 'close' else 'forward' end, 1
  from (
    select d.i, d.id, d."ownerId", d.visited, k, f.id as "fromId", t.id as "toId", o.amount, o."baseAmount",
      case when k = d.visited - d.open::int then d.entered else d.at + d.cycle * k / d.parts end as entered,
      case when k + 1 = d.visited - d.open::int then d.entered when k < d.visited - d.open::int then d.at + d.cycle * (k + 1) / d.parts end as "left"
    from bench.deal d cross join lateral generate_series(0, d.visited - d.open::int) k
      join opportunities o on o.id = d.id
      join bench.stage t on t.i = case when k < d.visited then k + 1 else d.stage end
      left join bench.stage f on f.i = k
    offset 0
  ) moves;
