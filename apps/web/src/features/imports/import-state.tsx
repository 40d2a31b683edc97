/** Where an import stands, as a chip; the colour repeats the word. */
import { importStates } from '@rapport/domain/features/imports/import-choices.ts'
import { useLabel } from '../../lib/use-language.ts'
import { Chip, type ChipTone } from '../../ui/marks/chip.tsx'

const tones: Record<string, ChipTone> = {
  checking: 'blue',
  running: 'blue',
  undoing: 'blue',
  done: 'ok',
  failed: 'risk',
}

export function ImportState({ status }: { status: string }) {
  const textOf = useLabel()
  const state = importStates.find(({ value }) => value === status)
  return <Chip tone={tones[status] ?? 'plain'}>{state ? textOf(state.label) : status}</Chip>
}
