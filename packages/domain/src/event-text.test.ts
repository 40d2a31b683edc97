import { describe, expect, it } from 'vitest'
import { eventText } from './event-text.ts'
import { events } from './events.ts'

const moved = {
  type: 'opportunity.moved',
  actor: 'Lin',
  title: 'Filters',
  data: { from: { zh: '报价', en: 'Proposal' }, to: 'Won', amount: '5.00' },
}

describe('eventText', () => {
  it('tells an event in both languages', () => {
    expect(eventText(moved, () => true)).toEqual({
      zh: 'Lin 将 Filters 从 报价 推进到 Won',
      en: 'Lin moved Filters from Proposal to Won',
    })
  })

  it('leaves out what the reader may not know', () => {
    expect(eventText(moved, (field) => field !== 'stageId').en).toBe('Lin moved Filters from … to …')
  })

  it('names the product itself where nobody acted, and a forgotten type by its name', () => {
    expect(eventText({ ...moved, type: 'customer.created', actor: '' }, () => true).en).toMatch(/^Rapport created/)
    expect(eventText({ ...moved, type: 'robot.built' }, () => true).en).toBe('robot.built')
  })

  it('has for every word of every sentence a field whose reader may read it', () => {
    const data = { from: 'One', to: 'Two', reason: 'Three', version: 4, count: 5 }
    const texts = Object.keys(events).map(
      (type) => eventText({ type, actor: 'Lin', title: 'Filters', data }, () => true).en,
    )
    expect(texts.filter((text) => text.includes('…') || text.includes('{'))).toEqual([])
  })
})
