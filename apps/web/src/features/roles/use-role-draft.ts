/** A role while it is edited, and what becomes of that when somebody else has saved it meanwhile. */
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { overlapping, saveOnto, settled, type Basis, type Conflict } from '../../ui/form/basis.ts'
import { changedIn } from '../../ui/form/values.ts'
import { draftOf, type RoleDraft } from './role-draft.ts'
import { roleQuery, useUpdateRole, type Role } from './roles.queries.ts'

const basisOf = (role: Role): Basis => ({ version: role.version, values: draftOf(role) })
const asDraft = ({ values }: Pick<Basis, 'values'>) => values as RoleDraft

/** A newer version of the role: taken over where nothing was changed, a question where both changed the same part. */
function useNews(role: Role, begun: Basis, draft: RoleDraft, take: (basis: Basis) => void, ask: (c: Conflict) => void) {
  useEffect(() => {
    if (role.version <= begun.version) return
    const theirs = basisOf(role)
    if (Object.keys(changedIn(draft, begun.values)).length === 0) return take(theirs)
    const fields = overlapping(draft, begun.values, theirs.values)
    if (fields.length > 0) ask({ theirs, fields })
    // The version says it all.
    // eslint-disable-next-line react/exhaustive-deps
  }, [role.version])
}

/** Sends the parts that differ; what is saved or in conflict is the answer, null for a refusal, which the mutation holds. */
function useSend(role: Role) {
  const client = useQueryClient()
  const update = useUpdateRole()
  const send = (begun: Basis, mine: RoleDraft) =>
    saveOnto({
      begun,
      mine,
      reread: async () => basisOf(await client.fetchQuery({ ...roleQuery(role.id), staleTime: 0 })),
      send: (values, { version, values: before }) =>
        update.mutateAsync({ role: { id: role.id, version }, body: changedIn(values, before) as Partial<RoleDraft> }),
    }).catch(() => null)
  return { send, update }
}

export function useRoleDraft(role: Role) {
  const { send, update } = useSend(role)
  const [begun, setBegun] = useState(() => basisOf(role))
  const [draft, setDraft] = useState(() => draftOf(role))
  const [conflict, setConflict] = useState<Conflict | null>(null)
  const start = (basis: Basis) => {
    setBegun(basis)
    setDraft(asDraft(basis))
    setConflict(null)
  }
  useNews(role, begun, draft, start, setConflict)
  const save = async (from = begun, mine = draft) => {
    const saved = await send(from, mine)
    if (saved?.conflict) return setConflict(saved.conflict)
    if (saved) start(basisOf(saved.answer as Role))
  }
  const settle = ({ theirs }: Conflict, yielded: string[]) => {
    const next = settled(draft, begun.values, theirs.values, yielded) as RoleDraft
    start(theirs)
    setDraft(next)
    return next
  }
  const discard = () => {
    start(basisOf(role))
    update.reset()
  }
  return {
    draft,
    setDraft,
    stored: asDraft(begun),
    busy: update.isPending,
    problem: update.error,
    conflict,
    save: () => void save(),
    discard,
    takeTheirs: () => conflict && void settle(conflict, conflict.fields),
    keepMine: () => conflict && void save(conflict.theirs, settle(conflict, [])),
  }
}
