/** What a target is called: the part of a record it belongs to, then its field. */
import { useCallback } from 'react'
import { useLabel } from '../../lib/use-language.ts'
import type { Import, Target } from './imports.queries.ts'

export function useTargetWords(): (target: Pick<Target, 'label' | 'group'>) => string {
  const textOf = useLabel()
  return useCallback(({ label, group }) => (group ? `${textOf(group)} · ${textOf(label)}` : textOf(label)), [textOf])
}

/** What a path is called; a key such as `phones` goes by the first target below it. */
export function usePathWords({ targets }: Pick<Import, 'targets'>): (path: string) => string {
  const words = useTargetWords()
  const textOf = useLabel()
  return (path) => {
    const exact = targets.find((target) => target.path === path)
    if (exact) return words(exact)
    const below = targets.find((target) => target.path.startsWith(`${path}.`))
    return below ? headOf(textOf(below.label)) : path
  }
}

// “电话 · 手机” is a part of 电话, “Phones: mobile” one of Phones.
const headOf = (words: string) => words.split(/ · |: /)[0] ?? words
