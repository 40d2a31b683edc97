/** Every text through every text field of a noun: what is stored must equal what was sent, or be refused with 4xx. */
import { inSchema } from '@rapport/domain/field/schemas.ts'
import type { Client, Json } from '../client.ts'
import type { Noun } from './nouns.ts'

export type Tally = {
  sent: number
  stored: number
  refused: number
  otherwise: string[]
  /** What each record was made with, by its id. */
  records: Map<string, Json>
}

const texts = new Set(['text', 'longText', 'identifier'])

export const textFields = ({ fields }: Noun): string[] =>
  Object.keys(fields).filter((name) => texts.has(fields[name]?.kind ?? '') && !fields[name]?.derived)

const withTexts = ({ fields }: Noun, names: readonly string[], text: string): Json => ({
  ...Object.fromEntries(names.map((name) => [name, text])),
  ...('tags' in fields && text.trim() !== '' && [...text].length <= 50 && { tags: [text] }),
  ...(fields.label?.kind === 'label' &&
    text.trim() !== '' &&
    [...text].length <= 100 && { label: { zh: text, en: text } }),
})

/** All fields that take it in one record; each of the others by itself, which must be refused. */
export const storeText = async (api: Client, noun: Noun, text: string, tally: Tally): Promise<void> => {
  const names = textFields(noun)
  const fits = names.filter((name) => inSchema(noun.fields[name]!).safeParse(text).success)
  // One system gives an id once, and a text that comes twice would be refused for that alone.
  const own = fits.includes('externalId') && fits.includes('externalSource') ? [] : ['externalId', 'externalSource']
  await send(
    api,
    noun,
    withTexts(
      noun,
      fits.filter((name) => !own.includes(name)),
      text,
    ),
    tally,
  )
  for (const name of names.filter((one) => !fits.includes(one))) await send(api, noun, { [name]: text }, tally)
}

const send = async (api: Client, { name, required }: Noun, given: Json, tally: Tally): Promise<void> => {
  const reply = await api.ask('POST', `/${name}`, { ...required(), ...given })
  const count = Object.keys(given).length
  tally.sent += count
  const answer = (await reply.json().catch(() => null)) as Json | null
  if (reply.status >= 400 && reply.status < 500) return void (tally.refused += count)
  if (reply.status !== 201) return void tally.otherwise.push(`${name}: ${reply.status} for ${JSON.stringify(given)}`)
  const read = await api.get(`/${name}/${String(answer?.id)}`)
  tally.records.set(String(answer?.id), given)
  for (const [field, value] of Object.entries(given))
    if (normal(read[field]) === normal(value)) tally.stored++
    else tally.otherwise.push(`${name}.${field}: ${JSON.stringify(value)} is stored as ${JSON.stringify(read[field])}`)
}

// Texts are stored in one normal form, whichever they come in.
const normal = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'string'
      ? part.normalize('NFC')
      : typeof part === 'object' && part !== null && !Array.isArray(part)
        ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
        : part,
  )
