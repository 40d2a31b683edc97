/** What publishing a draft changes, as sentences in both languages, in the order of the stages. */
import type { Label } from '../../field/kinds.ts'
import { decimal } from '../../money.ts'
import type { Criterion } from './criteria.ts'
import type { DraftState, StageState } from './stage-draft.ts'
import { forecastCategories, phases } from './stages.fields.ts'

export type DraftChange = { kind: 'added' | 'removed' | 'changed' | 'moved'; stageId: string; text: Label }

const say = (kind: DraftChange['kind'], stageId: string, zh: string, en: string): DraftChange => ({
  kind,
  stageId,
  text: { zh, en },
})
const named = ({ label }: { label: Label }, zh: boolean) => (zh ? `“${label.zh}”` : `“${label.en}”`)

/** Empty when the draft says what is published already. */
export const describeChanges = (draft: DraftState, published: readonly StageState[]): DraftChange[] => {
  const before = new Map(published.map((stage) => [stage.id, stage]))
  const after = new Map(draft.stages.map((stage) => [stage.id, stage]))
  const removed = published.flatMap((stage) => (after.has(stage.id) ? [] : [sayRemoved(stage, draft, after)]))
  const kept = draft.stages.flatMap((stage) => {
    const old = before.get(stage.id)
    return old
      ? changesOfStage(old, stage)
      : [say('added', stage.id, `新增阶段${named(stage, true)}`, `Stage ${named(stage, false)} is added`)]
  })
  return [...kept, ...removed, ...orderChanges(draft, published, before, after)]
}

type Stages = ReadonlyMap<string, StageState>

const sayRemoved = (stage: StageState, draft: DraftState, after: Stages): DraftChange => {
  const target = after.get(draft.mapping[stage.id] ?? '')
  const [zh, en] = target
    ? [`，其商机移到${named(target, true)}`, `; its deals move to ${named(target, false)}`]
    : ['', '']
  return say('removed', stage.id, `删除阶段${named(stage, true)}${zh}`, `Stage ${named(stage, false)} is removed${en}`)
}

const orderChanges = (draft: DraftState, published: readonly StageState[], before: Stages, after: Stages) => {
  const was = published.filter(({ id }) => after.has(id)).map(({ id }) => id)
  const is = draft.stages.filter(({ id }) => before.has(id))
  return is.every(({ id }, index) => was[index] === id)
    ? []
    : [
        say(
          'moved',
          is[0]?.id ?? '',
          `新顺序：${is.map(({ label }) => label.zh).join(' → ')}`,
          `New order: ${is.map(({ label }) => label.en).join(' → ')}`,
        ),
      ]
}

const percent = (value: string) => `${decimal(value).times(100).toFixed()} %`
const dash = (value: number | null) => (value === null ? '–' : String(value))
const wordOf = (choices: readonly { value: string; label: Label }[], value: string, language: keyof Label) =>
  choices.find((choice) => choice.value === value)?.label[language] ?? value

type Trait = { zh: string; en: string; value: (stage: StageState, language: keyof Label) => string }
const traits: Trait[] = [
  { zh: '名称', en: 'name', value: ({ label }) => `${label.zh} / ${label.en}` },
  { zh: '类别', en: 'phase', value: ({ phase }, language) => wordOf(phases, phase, language) },
  { zh: '概率', en: 'probability', value: ({ probability }) => percent(probability) },
  {
    zh: '预测类别',
    en: 'forecast category',
    value: (stage, language) => wordOf(forecastCategories, stage.forecastCategory, language),
  },
  { zh: '期望天数', en: 'expected days', value: ({ expectedDays }) => dash(expectedDays) },
  { zh: '上限天数', en: 'maximum days', value: ({ maxDays }) => dash(maxDays) },
  {
    zh: '退回',
    en: 'going back',
    value: ({ allowBack }, language) =>
      language === 'zh' ? (allowBack ? '允许' : '不允许') : allowBack ? 'allowed' : 'not allowed',
  },
]
// Texts and lists are too long for "old → new"; that they changed is enough to look.
const silent: { zh: string; en: string; of: (stage: StageState) => unknown }[] = [
  { zh: '定义', en: 'definition', of: ({ definition }) => definition },
  { zh: '买方证据', en: 'buyer evidence', of: ({ buyerEvidence }) => buyerEvidence },
  { zh: '指引', en: 'guidance', of: ({ guidance }) => guidance },
  { zh: '可推进到的阶段', en: 'allowed next stages', of: ({ allowedNextIds }) => allowedNextIds },
  { zh: '任务清单', en: 'checklist', of: ({ checklist }) => checklist },
  { zh: '颜色', en: 'colour', of: ({ color }) => color },
]

const changesOfStage = (old: StageState, stage: StageState): DraftChange[] => {
  const change = (zh: string, en: string) =>
    say('changed', stage.id, `${named(stage, true)} ${zh}`, `${named(stage, false)}: ${en}`)
  const valued = traits.flatMap(({ zh, en, value }) => {
    const [from, to] = [value(old, 'zh'), value(stage, 'zh')]
    return from === to ? [] : [change(`${zh} ${from} → ${to}`, `${en} ${value(old, 'en')} → ${value(stage, 'en')}`)]
  })
  const others = silent.flatMap(({ zh, en, of }) =>
    same(of(old), of(stage)) ? [] : [change(`${zh}已改`, `${en} changed`)],
  )
  return [...valued, ...others, ...criterionChanges(old, stage, change)]
}

type Change = (zh: string, en: string) => DraftChange

const criterionChanges = (old: StageState, stage: StageState, change: Change): DraftChange[] => {
  const before = new Map(old.criteria.map((one) => [one.id, one]))
  const after = new Set(stage.criteria.map(({ id }) => id))
  const changed = stage.criteria.flatMap((one) => {
    const was = before.get(one.id)
    if (!was) return [change(`新增${side(one, true)}：${one.label.zh}`, `new ${side(one, false)}: ${one.label.en}`)]
    return same(was, one)
      ? []
      : [change(`${side(one, true)}已改：${one.label.zh}`, `${side(one, false)} changed: ${one.label.en}`)]
  })
  const gone = old.criteria.filter(({ id }) => !after.has(id))
  return [
    ...changed,
    ...gone.map((one) =>
      change(`删除${side(one, true)}：${one.label.zh}`, `${side(one, false)} removed: ${one.label.en}`),
    ),
  ]
}

const side = (criterion: Criterion, zh: boolean) =>
  criterion.side === 'entry' ? (zh ? '进入条件' : 'entry criterion') : zh ? '离开条件' : 'exit criterion'

const same = (a: unknown, b: unknown) => JSON.stringify(canonical(a)) === JSON.stringify(canonical(b))

// PostgreSQL's jsonb keeps keys in its own order; two equal values must not differ by that.
const canonical = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(canonical)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, part]) => [key, canonical(part)]),
  )
}
