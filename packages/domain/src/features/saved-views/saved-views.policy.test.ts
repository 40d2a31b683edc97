import { describe, expect, it } from 'vitest'
import { systemActor, type Actor } from '../../access/actor.ts'
import { savedViewPolicy } from './saved-views.policy.ts'

const person = (userId: string, special: Actor['rules']['special'] = []): Actor => ({
  ...systemActor('UTC'),
  kind: 'user',
  userId,
  rules: { rights: {}, scopes: {}, fieldRules: {}, special },
})
const view = (shared: string) => ({ createdById: 'lin', shared, archivedAt: null })

describe('who may do what with a saved view', () => {
  it.each([
    ['me', 'lin', [], { edit: true, publish: false }],
    ['team', 'lin', [], { edit: true, publish: false }],
    ['team', 'wang', [], { edit: false, publish: false }],
    ['team', 'shen', ['settings.manage'], { edit: false, publish: false }],
    ['me', 'lin', ['settings.manage'], { edit: true, publish: true }],
    ['all', 'lin', [], { edit: false, publish: false }],
    ['all', 'shen', ['settings.manage'], { edit: true, publish: true }],
  ] as const)('shared with %s, %s with %j', (shared, who, special, can) => {
    const actor = person(who, [...special])
    expect(savedViewPolicy.edit(actor, view(shared))).toBe(can.edit)
    expect(savedViewPolicy.archive(actor, view(shared))).toBe(can.edit)
    expect(savedViewPolicy.publish(actor, view(shared))).toBe(can.publish)
  })

  it('shares with everybody only by right', () => {
    expect(savedViewPolicy.share(person('lin'), 'all')).toBe(false)
    expect(savedViewPolicy.share(person('lin'), 'team')).toBe(true)
    expect(savedViewPolicy.share(person('shen', ['settings.manage']), 'all')).toBe(true)
  })
})
