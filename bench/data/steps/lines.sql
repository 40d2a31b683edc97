-- Priced in the deal's currency; the amounts of a deal are the sum of these.
insert into opportunity_lines (id, "opportunityId", "productId", quantity, "unitPrice", discount, net, cost, "order")
  select bench.id(d.at, d.i * 2 + l.n, 91), d.id, p.id, l.quantity, round(p.price / x.rate, 2), l.discount, round(l.quantity * round(p.price / x.rate, 2) * (1 - l.discount), 2),
    round(p.price * 0.6 / x.rate, 2), l.n
  from bench.deal d
    cross join lateral (values (0, d.p1, d.q1, d.discount), (1, d.p2, d.q2, 0)) l(n, product, quantity, discount)
    join bench.product p on p.i = l.product
    join (values ('CNY', 1), ('USD', 7.1), ('EUR', 7.8)) x(code, rate) on x.code = d.currency;

insert into opportunity_contacts ("opportunityId", "contactId", "buyingRole", attitude)
  select d.id, c.id, (array['decider', 'evaluator', 'user'])[bench.pick(d.i, 92, 3)], bench.pick(d.i, 93, 5) - 3
  from bench.deal d join bench.contact c on c."customerId" = d."customerId" and c.k = 1 where bench.roll(d.i, 94) < 0.5;

insert into close_date_changes (id, at, "byId", "opportunityId", "from", "to")
  select bench.id(o."createdAt", n, 95), o."createdAt" + interval '5 days' * n, o."ownerId", o.id, o."expectedCloseAt" - 14 * (o."pushCount" - n + 1), o."expectedCloseAt" - 14 * (o."pushCount" - n)
  from opportunities o cross join lateral generate_series(1, o."pushCount") n;
