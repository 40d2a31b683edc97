import { describe, expect, it } from 'vitest'
import { useApp } from '../../test/app.ts'

const test = useApp()

describe('the pipeline of a new installation', () => {
  it('200 is published, the default, complete in both languages, and could be published again as it is', async () => {
    const draft = { organisationName: '澄明', adminName: 'A', email: 'a@example.com', locale: 'en' }
    await test.nobody.call('POST', '/setup', { ...draft, password: 'quartz-lantern-82', baseCurrency: 'EUR' })
    const admin = await test.as()
    const filter = encodeURIComponent(JSON.stringify({ field: 'isDefault', op: 'eq', value: true }))
    const list = await admin.call('GET', `/pipelines?filter=${filter}`)
    expect(list.body.items).toMatchObject([{ label: { zh: '标准销售' }, currency: 'EUR', publishedVersion: 1 }])
    const { body } = await admin.call('GET', `/pipelines/${list.body.items[0].id}`)
    const told = body.stages.map(({ label, probability, phase }: Record<string, { zh: string }>) => [
      label?.zh,
      probability,
      phase,
    ])
    expect(told).toEqual([
      ['初步接触', '0.1', 'open'],
      ['需求确认', '0.25', 'open'],
      ['方案报价', '0.5', 'open'],
      ['商务谈判', '0.75', 'commit'],
      ['赢单', '1', 'won'],
      ['输单', '0', 'lost'],
    ])
    const texts = body.stages.flatMap((stage: Record<string, { zh: string; en: string }>) =>
      [stage.definition, stage.buyerEvidence, stage.guidance].flatMap((text) => [text?.zh, text?.en]),
    )
    expect(texts).not.toContain('')
    const path = `/pipelines/${body.id}/preview`
    const preview = await admin.call('POST', path, { draft: { stages: body.stages } })
    expect(preview.body).toMatchObject({ problems: [], changes: [], moves: [] })
    expect(preview.body.fits).toHaveLength(7)
  })
})
