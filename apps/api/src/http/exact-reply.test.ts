import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { exactSerializer, fits, shapeOf } from './exact-reply.ts'

type Node = { name: string; children?: Node[] | undefined }
const node: z.ZodType<Node> = z.lazy(() => z.object({ name: z.string(), children: z.array(node).optional() }))
const record = z.object({
  id: z.string().min(3),
  amount: z.string().nullable(),
  count: z.number().optional(),
  state: z.enum(['open', 'won']),
  labels: z.record(z.string(), z.string()),
  one: z.union([z.literal(1), z.object({ id: z.string() })]).nullable(),
  tree: node,
  rest: z.unknown(),
})
const page = z.object({ items: z.array(record), total: z.object({ value: z.number() }).optional() })
const good = {
  id: 'abc',
  amount: null,
  state: 'open',
  labels: { zh: '客户' },
  one: { id: 'x' },
  tree: { name: 'a', children: [{ name: 'b' }] },
  rest: { anything: [1] },
}
const send = exactSerializer({ schema: page, method: 'GET', url: '/' }) as (reply: unknown) => string
const isKept = (reply: unknown) => fits(shapeOf(page), reply)

describe('exactSerializer', () => {
  it('sends what fits as it is', () => {
    expect(isKept({ items: [good, { ...good, count: undefined }] })).toBe(true)
    expect(JSON.parse(send({ items: [good] }))).toEqual({ items: [good] })
  })

  it.each([
    ['beside', { items: [], secret: 1 }, { items: [] }],
    ['in a row', { items: [{ ...good, passwordHash: 'x' }] }, { items: [good] }],
    ['in a reference', { items: [{ ...good, one: { id: 'x', phone: '1' } }] }, { items: [good] }],
    [
      'deep down',
      { items: [{ ...good, tree: { name: 'a', children: [{ name: 'b', salary: 1 }] } }] },
      { items: [good] },
    ],
  ])('cuts off what has no name %s', (_where, reply, sent) => {
    expect(isKept(reply)).toBe(false)
    expect(JSON.parse(send(reply))).toEqual(sent)
  })

  it.each([
    { items: [{ ...good, state: 'lost' }] },
    { items: [{ ...good, amount: 5 }] },
    { items: [{ ...good, id: undefined }] },
    { items: [{ ...good, labels: { zh: 1 } }] },
    { items: [{ ...good, one: 2 }] },
    { items: [good], total: { value: Number.NaN } },
    { items: {} },
    null,
  ])('refuses what is wrong: %j', (reply) => {
    expect(() => send(reply)).toThrow(/match the schema/)
  })

  it('keeps nothing that zod would send otherwise', () => {
    const part = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null), fc.constant(undefined))
    const names = fc.constantFrom(...Object.keys(good), 'more')
    const change = fc.tuple(
      names,
      fc.oneof(part, fc.dictionary(fc.constantFrom('id', 'zh', 'name'), part), fc.array(part)),
    )
    fc.assert(
      fc.property(fc.array(change, { maxLength: 3 }), (changes) => {
        const reply = { items: [{ ...good, ...Object.fromEntries(changes) }] }
        if (!isKept(reply)) return
        const { items } = reply
        const made = page.safeParse({ items: items.map((item) => ({ ...item, id: `${String(item.id)}abc` })) })
        expect(made.error).toBeUndefined()
        expect(JSON.parse(send(reply))).toEqual(JSON.parse(JSON.stringify({ items })))
        expect(Object.keys(made.data!.items[0]!)).toEqual(
          expect.arrayContaining(Object.keys(JSON.parse(send(reply)).items[0])),
        )
      }),
    )
  })
})
