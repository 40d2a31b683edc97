/** Postal addresses made comparable. */
import { foldCase } from '../../filter/matches.ts'
import { jaroWinkler } from './jaro-winkler.ts'

/** What is known of a place; null where it is not told. */
export type Place = { street: string | null; city: string | null; postcode: string | null }

const words: Record<string, string> = Object.fromEntries(
  'street=st str strasse|road=rd|avenue=av ave aven|boulevard=blvd blv bld boul|drive=dr drv|place=pl|crescent=cres cr crs|court=ct crt|circuit=cct circ|lane=ln|highway=hwy hw|parkway=pkwy pky|square=sq|terrace=tce ter|close=cl|parade=pde|grove=gr grv|north=n|south=s|east=e|west=w|fl=floor|suite=ste'
    .split('|')
    .flatMap((entry) => {
      const [whole = '', short = ''] = entry.split('=')
      return short.split(' ').map((one): [string, string] => [one, whole])
    }),
)

/** One width and case, without punctuation; English abbreviations written out, an ordinal without its ending. '' for nothing. */
export const normalizeStreet = (street: string): string =>
  foldCase(street.normalize('NFKC'))
    .replace(/['’`]/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .map((word) => (Object.hasOwn(words, word) ? words[word] : word.replace(/^(\d+)(?:st|nd|rd|th)$/, '$1')))
    .join(' ')

/** From here on two streets are taken for one with a slip; lower than for names, because they are longer. */
const SIMILAR_STREET = 0.85

const numbersIn = (text: string) => text.match(/\d+/g) ?? []

/**
 * Both addresses must name a street. `equal`: the same street and number, in no other town; `similar`: nearly the same, or the same
 * words, in a town not known to be another.
 */
export const compareAddresses = (a: Place, b: Place): 'equal' | 'similar' | null => {
  const [streetA, streetB] = [normalizeStreet(a.street ?? ''), normalizeStreet(b.street ?? '')]
  if (streetA === '' || streetB === '') return null
  const town = compareTowns(a, b)
  if (town === 'other') return null
  if (streetA === streetB) return 'equal'
  const shared = sharedWords(streetA, streetB)
  const sameNumber = numbersIn(streetA)[0] !== undefined && numbersIn(streetA)[0] === numbersIn(streetB)[0]
  if (shared >= SAME_WORDS && sameNumber && town === 'same') return 'equal'
  return jaroWinkler(streetA.replaceAll(' ', ''), streetB.replaceAll(' ', '')) >= SIMILAR_STREET ||
    (shared >= SIMILAR_WORDS && town === 'same')
    ? 'similar'
    : null
}
const SAME_WORDS = 0.75
const SIMILAR_WORDS = 0.5

// The share of the shorter address's words that the other one has, allowing for slips.
const sharedWords = (a: string, b: string): number => {
  const [few = [], many = []] = [a.split(' '), b.split(' ')].toSorted((x, y) => x.length - y.length)
  const found = few.filter((word) =>
    many.some((other) => word === other || (word.length > 3 && jaroWinkler(word, other) >= 0.9)),
  )
  return few.length === 0 ? 0 : found.length / few.length
}

const compareTowns = (a: Place, b: Place): 'same' | 'unknown' | 'other' => {
  const codes = comparePlaces(a.postcode, b.postcode)
  const cities = comparePlaces(a.city, b.city)
  if (codes === 'same' || cities === 'same') return 'same'
  return cities // a postcode is mistyped more often than a town
}

/** Two towns or two postcodes, allowing for a slip. */
export const comparePlaces = (a: string | null, b: string | null): 'same' | 'unknown' | 'other' => {
  const [left, right] = [normalizePlace(a ?? ''), normalizePlace(b ?? '')]
  if (left === '' || right === '') return 'unknown'
  return jaroWinkler(left, right) >= 0.9 ? 'same' : 'other'
}

/** A town or postcode as it is compared: 常州市 and 常州 are one. */
export const normalizePlace = (text: string): string => {
  const bare = foldCase(text.normalize('NFKC')).replace(/[^\p{L}\p{N}]+/gu, '')
  return bare.length > 2 && bare.endsWith('市') ? bare.slice(0, -1) : bare
}
