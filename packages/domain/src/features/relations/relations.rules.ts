/** Which relations there can be. Pure. */
import type { ErrorCode } from '../../errors.ts'

/** As it is stored: what `to` is to `from` is the name of the type; what `from` is to `to`, its second name. */
export type Arrow = { fromId: string; toId: string; typeId: string }
export type KnownArrow = Arrow & { id: string }

/** So many are shown on a record. */
export const MOST_RELATIONS = 100

type Asked = {
  nearId: string
  otherId: string
  typeId: string
  inverse: boolean
  /** The relation that becomes this one. */
  relationId?: string | undefined
  /** All those of both ends. */
  known: readonly KnownArrow[]
}
type Refused = {
  ok: false
  code: ErrorCode
  params?: Record<string, unknown>
  faults: { path: string; code: string }[]
}

const refused = (code: ErrorCode, path: string, params: Record<string, unknown> = {}): Refused => ({
  ok: false,
  code,
  params,
  faults: [{ path, code }],
})

const touches = ({ fromId, toId }: Arrow, id: string): boolean => fromId === id || toId === id

/** Nobody is related to himself, and two are related in one way once, whichever end it is read from. */
export const decideRelation = ({
  nearId,
  otherId,
  typeId,
  inverse,
  relationId,
  known,
}: Asked): { ok: true; value: Arrow } | Refused => {
  if (nearId === otherId) return refused('relation.self', 'otherId')
  const others = known.filter(({ id }) => id !== relationId)
  const between = others.filter((one) => touches(one, nearId) && touches(one, otherId))
  if (between.some((one) => one.typeId === typeId)) return refused('relation.exists', 'typeId')
  const full = [nearId, otherId].some((id) => others.filter((one) => touches(one, id)).length >= MOST_RELATIONS)
  if (full) return refused('relation.limit', 'otherId', { max: MOST_RELATIONS })
  const [fromId, toId] = inverse ? [otherId, nearId] : [nearId, otherId]
  return { ok: true, value: { fromId, toId, typeId } }
}
