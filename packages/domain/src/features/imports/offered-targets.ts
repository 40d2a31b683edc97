/** The targets an actor may fill: fields he may not write are not there for him. */
import { may, type Actor } from '../../access/actor.ts'
import { fieldAccess } from '../../access/readable.ts'
import type { ImportEntity } from './import-choices.ts'
import type { SentTarget } from './imports.ts'
import type { EntityTargets, Target } from './target.ts'
import { targetLists } from './target-lists.ts'

const nounOf = (entity: ImportEntity, { path }: Target): [noun: string, field: string] => {
  const [first = '', second = ''] = path.split('.')
  return first === 'contact' ? ['contacts', second] : [entity, first]
}

export const offeredTargets = (actor: Actor, entity: ImportEntity): EntityTargets => {
  const all = targetLists[entity]
  const targets = all.targets.filter((target) => {
    if (target.past && !may(actor, 'import.history')) return false
    return fieldAccess(actor, ...nounOf(entity, target)) === 'write'
  })
  return { ...all, targets }
}

/** Targets as they are sent to whoever maps columns. */
export const presentTarget = ({
  path,
  label,
  group,
  field,
  required,
  many,
  keyOnly,
  past,
  dictionary,
}: Target): SentTarget => ({
  path,
  label,
  group: group ?? null,
  kind: field.kind,
  required: required ?? false,
  many: many ?? false,
  keyOnly: keyOnly ?? false,
  past: past ?? false,
  to: field.kind === 'ref' ? field.to : null,
  dictionary: dictionary ?? null,
  choices: field.kind === 'choice' ? field.choices.map(({ value, label: name }) => ({ value, label: name })) : null,
})
