/** How far a right reaches over rows, from nothing to everything. */
import type { Label } from '../field/kinds.ts'

export const scopes = ['self', 'team', 'teamAndBelow', 'all'] as const
export type Scope = (typeof scopes)[number]

export const scopeLabels: Record<Scope, Label> = {
  self: { zh: '本人', en: 'Own' },
  team: { zh: '本团队', en: 'Own team' },
  teamAndBelow: { zh: '本团队及下级', en: 'Own team and below' },
  all: { zh: '全部', en: 'All' },
}

/** The wider of two scopes: a person with two roles has the reach of both. */
export const widerScope = (a: Scope, b: Scope): Scope => (scopes.indexOf(a) >= scopes.indexOf(b) ? a : b)
