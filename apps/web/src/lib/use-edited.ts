/** Which record of a list is open in its panel, kept in the address: `?edit=<id>`, `?edit=new`. Back closes it. */
import { useSearchParams } from 'react-router'

const KEY = 'edit'
export const NEW = 'new'

export function useEdited() {
  const [params, setParams] = useSearchParams()
  const set = (id: string | null) =>
    setParams((current) => {
      const next = new URLSearchParams(current)
      if (id) next.set(KEY, id)
      else next.delete(KEY)
      return next
    })
  return { edited: params.get(KEY), edit: (id: string) => set(id), close: () => set(null) }
}
