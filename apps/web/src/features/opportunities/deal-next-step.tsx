/** The next step of a deal in words: planned, none, or overdue by so many days; a closed one needs none. */
import { isOpenPhase } from '@rapport/domain/features/pipelines/stages.fields.ts'
import { NextStepOf } from '../../ui/next-step-of.tsx'
import type { Opportunity } from './opportunities.queries.ts'

type Props = { deal: Pick<Opportunity, 'nextActionAt' | 'nextActionTitle' | 'phase'> }

export const DealNextStep = ({ deal: { nextActionAt, nextActionTitle, phase } }: Props) =>
  isOpenPhase(phase) ? <NextStepOf at={nextActionAt} title={nextActionTitle} /> : null
