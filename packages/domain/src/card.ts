/** A person as a card that phones and mail programs take: vCard 4.0 by RFC 6350, in lines of 75 octets. */

export type Card = {
  /** Knows the card again. */
  id: string
  name: string
  phones: readonly { type: 'mobile' | 'work' | 'home' | 'fax' | 'other'; number: string }[]
  emails: readonly { type: 'work' | 'home' | 'other'; address: string }[]
  company: string | null
  department: string | null
  title: string | null
  wechat: string | null
  /** As 2026-11-28. */
  birthDate: string | null
  tags: readonly string[]
  note: string | null
  address: Record<'street' | 'city' | 'region' | 'postcode' | 'country', string | null> | null
  website: string | null
}

/** Says that a card is ours, so that an import knows by its UID which record it is. */
export const CARD_MAKER = '-//Rapport//Rapport//EN'

const phoneTypes = { mobile: 'cell', work: 'work', home: 'home', fax: 'fax', other: 'voice' } as const

/** Ends with a line break, so that cards stand one after the other. */
export const cardText = (card: Card): string => {
  const { id, name, company, department, title, wechat, birthDate, tags, note, website } = card
  const lines = [
    'BEGIN:VCARD',
    'VERSION:4.0',
    `PRODID:${CARD_MAKER}`,
    `UID:urn:uuid:${id}`,
    // Who may not know the name still tells the cards apart.
    `FN:${escaped(name || company || id)}`,
    `N:${escaped(name)};;;;`,
    ...card.phones.map(({ type, number }) => `TEL;TYPE=${phoneTypes[type]}:${escaped(number)}`),
    ...card.emails.map(({ type, address }) => `EMAIL;TYPE=${type}:${escaped(address)}`),
    ...((company ?? department) ? [`ORG:${[company, department].map((part) => escaped(part ?? '')).join(';')}`] : []),
    ...(title ? [`TITLE:${escaped(title)}`] : []),
    ...(wechat ? [`X-WECHAT:${escaped(wechat)}`] : []),
    ...addressLines(card),
    // An address of the net is written as it is; a line break would end it.
    ...(website ? [`URL:${website.replaceAll(/[\r\n]+/g, ' ')}`] : []),
    ...(birthDate ? [`BDAY:${birthDate.replaceAll('-', '')}`] : []),
    ...(tags.length > 0 ? [`CATEGORIES:${tags.map(escaped).join(',')}`] : []),
    ...(note ? [`NOTE:${escaped(note)}`] : []),
    'END:VCARD',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

const addressLines = ({ address }: Card): string[] => {
  if (!address) return []
  const { street, city, region, postcode, country } = address
  return [`ADR:${['', '', street, city, region, postcode, country].map((part) => escaped(part ?? '')).join(';')}`]
}

const escaped = (text: string): string =>
  text.replaceAll(/[\\,;]/g, (mark) => `\\${mark}`).replaceAll(/\r\n|\r|\n/g, '\\n')

const MOST = 75
const encoder = new TextEncoder()

/** What goes on begins with a space; no letter is torn apart. */
const folded = (line: string): string => {
  let [whole, length] = ['', 0]
  for (const letter of line) {
    const size = encoder.encode(letter).length
    if (length + size > MOST) {
      whole += '\r\n '
      length = 1
    }
    whole += letter
    length += size
  }
  return whole
}
