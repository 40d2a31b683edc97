/** A card → the cells of a row, by the columns that a contact or a person could have. */
import { createHash } from 'node:crypto'
import { CARD_MAKER } from '@rapport/domain/card.ts'
import { recordIdLabel } from '@rapport/domain/features/imports/targets/record-id.ts'
import { propertyOf, type Property } from './card-properties.ts'

/** Named so that they find their fields by themselves. */
export const cardColumns = [
  'Name',
  'Company',
  'Department',
  'Job title',
  'Mobile',
  'Work phone',
  'Home phone',
  'Fax',
  'Other phone',
  'Work email',
  'Home email',
  'Other email',
  'WeChat',
  'Birthday',
  'Country',
  'State',
  'City',
  'Street',
  'Postcode',
  'Website',
  'Tags',
  'Note',
  'Photo',
  'Other details',
  'UID',
  recordIdLabel.en,
] as const
type Column = (typeof cardColumns)[number]
type Cells = Partial<Record<Column, string>>

export const rowOfCard = (lines: readonly string[]): string[] => {
  const version = lines.find((line) => /^VERSION:/i.test(line))?.slice(8) ?? '3.0'
  const isOurs = lines.some((line) => line.toUpperCase() === `PRODID:${CARD_MAKER}`.toUpperCase())
  const cells: Cells = {}
  const names: Record<string, string> = {}
  for (const line of lines) {
    if (passing.test(line)) continue
    const property = propertyOf(line, version)
    if (property) take(cells, names, property)
    else add(cells, 'Other details', line, '\n')
  }
  cells.Name = isOurs ? names.n : nameOf(names, cells)
  if (isOurs && cells.UID?.startsWith(OUR_UID)) {
    cells[recordIdLabel.en] = cells.UID.slice(OUR_UID.length)
    delete cells.UID
  } else if (!cells.UID || cells.UID.length > LONGEST_UID) cells.UID = printOf(lines)
  return cardColumns.map((column) => cells[column] ?? '')
}

const OUR_UID = 'urn:uuid:'
// Of a card without a name something must tell what it is; ours leaves that to who may read the name.
const nameOf = (names: Record<string, string>, cells: Cells) =>
  names.fn || names.n || names.nickname || cells.Company || cells['Work email'] || anyOf(cells)

const passing = /^(VERSION|REV|PRODID|PROFILE)[:;]/i
const LONGEST_UID = 60
const anyOf = (cells: Cells) =>
  cells['Home email'] || cells['Other email'] || cells.Mobile || cells['Other phone'] || ''

// A card without an id of its own is known again by what it says.
const printOf = (lines: readonly string[]): string =>
  `sha256-${createHash('sha256')
    .update(lines.filter((line) => !passing.test(line)).join('\n'))
    .digest('hex')
    .slice(0, 40)}`

const add = (cells: Cells, column: Column, text: string, between: string): void => {
  if (text !== '') cells[column] = cells[column] ? `${cells[column]}${between}${text}` : text
}

const take = (cells: Cells, names: Record<string, string>, property: Property): void => {
  const { name, values } = property
  const [value = ''] = values
  const put = (column: Column, text: string, between = '; ') => add(cells, column, text, between)
  switch (name) {
    case 'fn':
    case 'nickname':
      names[name] ||= values.join(' ')
      if (name === 'nickname') put('Other details', `NICKNAME: ${value}`, '\n')
      return
    case 'n':
      names.n ||= composed(values)
      return
    case 'org':
      put('Company', cells.Company ? '' : value)
      return put('Department', values.slice(1).filter(Boolean).join(' '), ' ')
    case 'tel':
      return put(phoneColumn(property), phoneOf(value))
    case 'email':
      return put(mailColumn(property), value)
    case 'adr':
      return takeAddress(cells, values)
    case 'bday':
      return takeBirthday(cells, value)
    case 'photo':
    case 'logo':
      return put('Photo', name === 'photo' ? 'yes' : 'logo', ', ')
    default:
      return takeOther(cells, property)
  }
}

const single: Record<string, [Column, string]> = {
  title: ['Job title', ', '],
  url: ['Website', ' '],
  categories: ['Tags', ', '],
  note: ['Note', '\n'],
  uid: ['UID', ' '],
  'x-wechat': ['WeChat', ' '],
}

// What has no column is kept in words, and said to be left out.
const takeOther = (cells: Cells, { name, values }: Property): void => {
  const text = values.filter(Boolean).join(', ')
  const known = single[name]
  if (known) add(cells, known[0], text, known[1])
  else add(cells, 'Other details', text === '' ? name.toUpperCase() : `${name.toUpperCase()}: ${text}`, '\n')
}

const han = /\p{Script=Han}/u
const composed = ([family = '', given = '', more = '', prefix = '', suffix = '']: readonly string[]): string =>
  han.test(family + given)
    ? `${family}${more}${given}`
    : [prefix, given, more, family, suffix].filter(Boolean).join(' ')

const phoneColumn = ({ types }: Property): Column => {
  if (types.some((one) => one === 'fax' || one.endsWith('fax'))) return 'Fax'
  if (types.some((one) => ['cell', 'mobile', 'iphone'].includes(one))) return 'Mobile'
  if (types.includes('work')) return 'Work phone'
  return types.includes('home') ? 'Home phone' : 'Other phone'
}

// Numbers are listed with semicolons, so that none may stay within one.
const phoneOf = (text: string) => text.replace(/^tel:/i, '').replace(/;ext=/i, ' x').replaceAll(';', ' ').trim()

const mailColumn = ({ types }: Property): Column =>
  types.includes('home')
    ? 'Home email'
    : types.includes('work') || !types.includes('other')
      ? 'Work email'
      : 'Other email'

// The first address is the person's; of others nothing is lost.
const takeAddress = (
  cells: Cells,
  [box = '', suite = '', street = '', city = '', state = '', code = '', country = '']: readonly string[],
) => {
  const lines = [box, suite, street].filter(Boolean).join(', ').replaceAll('\n', ', ')
  const parts: Cells = { Street: lines, City: city, State: state, Postcode: code, Country: country }
  const isFirst = !(['Street', 'City', 'State', 'Postcode', 'Country'] as const).some((one) => cells[one])
  if (isFirst) Object.assign(cells, Object.fromEntries(Object.entries(parts).filter(([, text]) => text !== '')))
  else add(cells, 'Other details', `ADR: ${Object.values(parts).filter(Boolean).join(', ')}`, '\n')
}

const takeBirthday = (cells: Cells, value: string): void => {
  const day = /^(\d{4})-?(\d{2})-?(\d{2})/.exec(value)
  if (day && !cells.Birthday) cells.Birthday = day.slice(1).join('-')
  else add(cells, 'Other details', `BDAY: ${value}`, '\n')
}
