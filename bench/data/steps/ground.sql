-- What deals refer to: products, a pipeline of six stages, rates of the day for two foreign currencies.
create table bench.product as
  select i, bench.id(:start, i, 20) as id, round((power(1.145, i) * 900)::numeric, -1) as price,
    (array['控制器', '传感器', '检测台', '机械臂', '输送线', '视觉系统', '数据网关', '维护服务'])[1 + (i - 1) % 8] || ' ' || chr(65 + (i - 1) / 8) || (100 + i) as zh,
    (array['kongzhiqi', 'chuanganqi', 'jiancetai', 'jixiebi', 'shusongxian', 'shijuexitong', 'shujuwangguan', 'weihufuwu'])[1 + (i - 1) % 8] || lower(chr(65 + (i - 1) / 8)) || (100 + i) as sound,
    (array['Controller', 'Sensor', 'Test bench', 'Robot arm', 'Conveyor', 'Vision system', 'Gateway', 'Maintenance'])[1 + (i - 1) % 8] || ' ' || chr(65 + (i - 1) / 8) || (100 + i) as en
  from generate_series(1, 40) i;

insert into products (id, code, label, series, unit, kind, "listPrice", cost, "taxRate", "createdAt", "updatedAt", "searchText")
  select id, 'P-' || (1000 + i), jsonb_build_object('zh', zh, 'en', en), chr(65 + (i - 1) / 8), '台', case when i % 8 = 0 then 'service' else 'good' end,
    price, round(price * 0.6, 2), 0.13, :start, :start, searchable(lower('p-' || (1000 + i) || ' ' || zh || ' ' || en))
  from bench.product;

create table bench.stage as
  select i, bench.id(:start, i, 21) as id, bench.id(:start, 1, 22) as "pipelineId",
    (array['初步接触', '需求确认', '方案报价', '商务谈判', '赢单', '输单'])[i] as zh,
    (array['Qualify', 'Discover', 'Propose', 'Negotiate', 'Won', 'Lost'])[i] as en,
    (array['open', 'open', 'open', 'commit', 'won', 'lost'])[i] as phase,
    (array[0.1, 0.3, 0.5, 0.75, 1, 0])[i] as probability,
    (array['pipeline', 'pipeline', 'best', 'commit', 'commit', 'omitted'])[i] as "forecastCategory"
  from generate_series(1, 6) i;

update pipelines set "isDefault" = false;
insert into pipelines (id, label, "isDefault", "winNeedsOrder", "publishedVersion", "createdAt", "updatedAt")
  select "pipelineId", '{"zh": "标准销售", "en": "Standard sales"}', true, false, 1, :start, :start from bench.stage where i = 1;
insert into stages (id, "pipelineId", "order", label, phase, probability, "forecastCategory", "expectedDays", "maxDays", color, "createdAt", "updatedAt")
  select id, "pipelineId", i - 1, jsonb_build_object('zh', zh, 'en', en), phase, probability, "forecastCategory",
    case when i <= 4 then 20 end, case when i <= 4 then 45 end, case when i <= 4 then 'stage-' || i else phase end, :start, :start
  from bench.stage;
insert into stage_criteria ("stageId", side, kind, params, label)
  select id, 'entry', 'fieldFilled', '{"field": "customerId"}', '{"zh": "已关联客户", "en": "Has a customer"}' from bench.stage where i = 3;

insert into exchange_rates (currency, date, rate)
  select c.code, d::date, c.rate from generate_series(:start::date, :until::date + 30, interval '7 days') d, (values ('USD', 7.1), ('EUR', 7.8)) c(code, rate)
  on conflict do nothing;
