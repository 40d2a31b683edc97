/** What a stage is called until somebody names it: names are stored in both languages at once. */
import type { Label } from '../../field/kinds.ts'

export const newStageLabel: Label = { zh: '新阶段', en: 'New stage' }

export const copyLabel = ({ zh, en }: Label): Label => ({ zh: `${zh}（副本）`, en: `${en} (copy)` })
