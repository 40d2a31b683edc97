/** An entry of an ordered list that is dragged by its grip to another place of the same list. */
import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine'
import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/adapter/element-adapter'
import { attachClosestEdge, extractClosestEdge } from '@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge'
import { useEffect, useRef, useState } from 'react'

export type DropEdge = 'top' | 'bottom'
type Options = {
  id: string
  /** Only entries of one list are dropped among each other. */
  list: string
  enabled?: boolean
  onDrop: (id: string, edge: DropEdge) => void
}

const edgeOf = (data: Record<string | symbol, unknown>): DropEdge =>
  extractClosestEdge(data) === 'top' ? 'top' : 'bottom'

/** `edge` is where a dragged entry would come to stand; `setRow` and `setGrip` take the elements. */
export function useSortable({ id, list, enabled = true, onDrop }: Options) {
  const [row, setRow] = useState<HTMLElement | null>(null)
  const [grip, setGrip] = useState<HTMLElement | null>(null)
  const [edge, setEdge] = useState<DropEdge | null>(null)
  const latest = useRef(onDrop)
  useEffect(() => {
    latest.current = onDrop
  })
  useEffect(() => {
    if (!row || !grip || !enabled) return undefined
    return combine(
      draggable({ element: row, dragHandle: grip, getInitialData: () => ({ list, id }) }),
      dropTargetForElements({
        element: row,
        canDrop: ({ source }) => source.data['list'] === list && source.data['id'] !== id,
        getData: ({ input, element }) => attachClosestEdge({ id }, { input, element, allowedEdges: ['top', 'bottom'] }),
        onDrag: ({ self }) => setEdge(edgeOf(self.data)),
        onDragLeave: () => setEdge(null),
        onDrop: ({ source, self }) => {
          setEdge(null)
          latest.current(String(source.data['id']), edgeOf(self.data))
        },
      }),
    )
  }, [row, grip, id, list, enabled])
  return { setRow, setGrip, edge }
}
