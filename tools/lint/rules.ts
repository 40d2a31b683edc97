import type { Rule } from '../gate/rule.ts'
import { money } from './rules/money.ts'
import { bareNumbers, coercion, defaults, looseObjects, transforms } from './rules/schemas.ts'
import { chinese, colours } from './rules/screens.ts'
import { foreignPatterns, programs } from './rules/sinks.ts'
import { gluedSql, lastingSettings, spreadRequests, unsafeSql } from './rules/sql.ts'
import { waits } from './rules/waits.ts'

/** What oxlint has no words for. Each rule has at least one planted violation in canaries/ that it must reject. */
export const rules: Rule[] = [
  coercion,
  bareNumbers,
  looseObjects,
  defaults,
  transforms,
  unsafeSql,
  gluedSql,
  lastingSettings,
  spreadRequests,
  programs,
  foreignPatterns,
  colours,
  chinese,
  waits,
  money,
]
