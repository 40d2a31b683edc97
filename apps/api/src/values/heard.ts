/** Which part of a name somebody meant by its pinyin. */
import { match } from 'pinyin-pro'

/** The characters that `typed` spells, in full or by initials ('lsx' in 常州蓝隼新能源 is 蓝隼新); null when it spells none. */
export const heardIn = (name: string, typed: string): string | null => {
  const found = match(name, typed.trim().toLowerCase(), { continuous: true, precision: 'first' })
  const [first] = found ?? []
  const last = found?.at(-1)
  return first === undefined || last === undefined ? null : name.slice(first, last + 1)
}
