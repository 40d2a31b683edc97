/** On a record that was opened from a list: its place there, and the way to the ones before and after. Back leads to the list. */
import { useLocation, useNavigate } from 'react-router'
import { useWalk } from '../lib/use-walk.ts'
import { walkIn } from '../lib/walk.ts'
import { WalkBar } from '../ui/walk-bar.tsx'
import { recordPath } from './paths.ts'

export function RecordWalk({ noun, id }: { noun: string; id: string }) {
  const { state } = useLocation()
  const navigate = useNavigate()
  const place = useWalk(walkIn(state), id)
  if (!place) return null
  const step = (to: { id: string; walk: object }) =>
    void navigate(recordPath(noun, to.id), { replace: true, state: { walk: to.walk } })
  return <WalkBar place={place} onStep={step} />
}
