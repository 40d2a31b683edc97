import { describe, expect, it, vi } from 'vitest'
import { Problem } from '../../lib/problem.ts'
import { merged, overlapping, saveOnto } from './basis.ts'

const stale = () => new Problem({ status: 412, code: 'version.stale', title: '', detail: '' })
const begun = { name: 'A', city: 'Ningbo', label: { zh: '甲', en: 'A' } }

describe('overlapping', () => {
  it('names what both have changed to different things', () => {
    expect(overlapping({ ...begun, name: 'B', city: 'Wuxi' }, begun, { ...begun, name: 'C' })).toEqual(['name'])
  })
  it('sees agreement, an own change taken back and another order of keys as nothing', () => {
    expect(overlapping({ ...begun, name: 'B' }, begun, { ...begun, name: 'B' })).toEqual([])
    expect(overlapping(begun, begun, { ...begun, name: 'C' })).toEqual([])
    expect(
      overlapping({ ...begun, label: { zh: '乙', en: 'B' } }, begun, { ...begun, label: { en: 'A', zh: '甲' } }),
    ).toEqual([])
  })
  it('sees that what one emptied the other has filled', () => {
    expect(overlapping({ ...begun, city: '' }, begun, { ...begun, city: 'Wuxi' })).toEqual(['city'])
  })
})

it('puts what was typed on top of what the other saved', () => {
  expect(merged({ ...begun, city: 'Wuxi' }, begun, { ...begun, name: 'C' })).toEqual({
    ...begun,
    name: 'C',
    city: 'Wuxi',
  })
})

describe('saveOnto', () => {
  const saving = (mine: object, theirs: object, refusals = 1) => {
    let left = refusals
    const send = vi.fn<() => Promise<string>>(() => (left-- > 0 ? Promise.reject(stale()) : Promise.resolve('saved')))
    const reread = () => Promise.resolve({ version: 8, values: { ...begun, ...theirs } })
    return {
      send,
      saved: saveOnto({ begun: { version: 7, values: begun }, mine: { ...begun, ...mine }, reread, send }),
    }
  }
  it('sends once more on top of the newer version when nothing overlaps', async () => {
    const { send, saved } = saving({ city: 'Wuxi' }, { name: 'C' })
    expect(await saved).toMatchObject({ answer: 'saved', begun: { version: 8 }, mine: { name: 'C', city: 'Wuxi' } })
    expect(send).toHaveBeenCalledTimes(2)
  })
  it('sends nothing more when both changed the same', async () => {
    const { send, saved } = saving({ name: 'B' }, { name: 'C' })
    expect(await saved).toMatchObject({ conflict: { fields: ['name'], theirs: { version: 8 } } })
    expect(send).toHaveBeenCalledTimes(1)
  })
  it('throws what it was told where there is nothing to read again: a loss of a deal somebody changed', async () => {
    const send = () => Promise.reject(stale())
    const saved = saveOnto({ begun: { version: 0, values: {} }, mine: { note: '价格' }, reread: undefined, send })
    await expect(saved).rejects.toMatchObject({ code: 'version.stale' })
  })
  it('gives up when others are always faster', async () => {
    const { send, saved } = saving({ city: 'Wuxi' }, { name: 'C' }, 9)
    await expect(saved).rejects.toMatchObject({ code: 'version.stale' })
    expect(send).toHaveBeenCalledTimes(3)
  })
})
