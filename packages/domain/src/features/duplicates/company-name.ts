/**
 * Company names made comparable: what the registry adds (place, legal form) and what typing varies (width, case, spaces,
 * punctuation) goes out. Two names of one company should meet; the name people read is never changed.
 */
import { foldCase } from '../../filter/matches.ts'
import { chinaPlaces } from './china-places.ts'

const chineseForm = /(?:有限责任|股份有限|有限|股份|集团|总)?公司$|(?:股份)?集团$|有限责任$|有限合伙$/u
const latinForms = new Set(
  'co company corp corporation inc incorporated ltd limited llc llp plc lp gmbh ag kg se sa sarl sas srl spa bv nv ab as oy pty pte kk'.split(
    ' ',
  ),
)
const rank = /^(?:特别行政区|壮族自治区|回族自治区|维吾尔自治区|自治区|省|市)/u
const brackets = /[([【〔<]([^)\]】〕>]{1,20})[)\]】〕>]/gu
const LONGEST_PLACE = 4
const least = (text: string) => [...text].length >= 2

/** The name in the form in which equal companies are equal; '' for a name of punctuation alone. */
export const normalizeCompanyName = (name: string): string => {
  const folded = foldCase(name.normalize('NFKC')).replace(brackets, (whole, inside: string) =>
    isPlace(inside.trim()) ? ' ' : whole,
  )
  const words = folded.split(/[^\p{L}\p{N}]+/u).filter(Boolean)
  const bare = withoutChineseForm(withoutLatinForms(words).join(''))
  return withoutPlace(withoutPlace(bare))
}

const isPlace = (text: string): boolean => chinaPlaces.has(text) || chinaPlaces.has(text.replace(/[省市区]$/u, ''))

const withoutLatinForms = (words: string[]): string[] => {
  let end = words.length
  while (end > 1 && latinForms.has(words[end - 1] ?? '')) end--
  return words.slice(0, end)
}

const withoutChineseForm = (text: string): string => {
  const shorter = text.replace(chineseForm, '')
  return shorter !== text && least(shorter) ? withoutChineseForm(shorter) : text
}

// Province and city stand before the name, with or without their rank.
const withoutPlace = (text: string): string => {
  for (let length = LONGEST_PLACE; length >= 2; length--) {
    if (!chinaPlaces.has(text.slice(0, length))) continue
    const rest = text.slice(length).replace(rank, '')
    return least(rest) ? rest : text
  }
  return text
}
