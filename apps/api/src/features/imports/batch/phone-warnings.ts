/** Numbers that no telephone would dial: kept as they stand, and told. */
import type { PhoneIn } from '@rapport/domain/field/kinds.ts'
import { columnOf } from '@rapport/domain/features/imports/parse-row.ts'
import type { ImportPlan } from '@rapport/domain/features/imports/plan.ts'
import { readPhones } from '../../../values/phones.ts'
import type { Judged } from './importer.ts'

export const warnOfPhones = (plan: ImportPlan, { row }: Judged): void => {
  for (const [path, value] of row.values) {
    if (plan.targets.get(path)?.field.kind !== 'phones') continue
    for (const { number, valid } of readPhones(value as PhoneIn[]))
      if (!valid)
        row.problems.push({
          column: columnOf(plan, path),
          target: path,
          code: 'phone.invalid',
          severity: 'warning',
          value: number,
        })
  }
}
