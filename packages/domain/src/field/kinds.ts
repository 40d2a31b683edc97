/**
 * The kinds of field a noun can have, as plain data: labels and types for lists and filters, and the source from which
 * schemas, columns, SQL and OpenAPI are derived. No zod here, because list pages import this file.
 */

/** A text in both languages of the product. */
export type Label = { zh: string; en: string }

export type Choice = { value: string; label: Label }

/** What is true of a field whatever its kind. */
export type Traits = {
  label: Label
  /** Must be given at creation and is never null. */
  required?: true
  /** May be left out at creation, because the database or the command supplies it; never null. */
  hasDefault?: true
  /** Written by the system alone; a caller that sends it gets 400. */
  derived?: true
  /** Given at creation or by a command, never by PATCH. */
  fixed?: true
  sortable?: true
  filterable?: true
  groupable?: true
  /** A number that is computed for each record: no condition asks for it, but it can be measured. */
  summed?: true
  /** Personal data: masked for roles whose field rule says so, kept out of logs and of event changes. */
  sensitive?: 'personal' | 'sensitive'
  /** No role can hide it: what may be done with a record shows its state anyway. */
  open?: true
  /** The fields it is made of, of this noun or of another (`opportunities.amount`): who may not read one of them does not read it. */
  restsOn?: readonly string[]
  /** Present in replies of one record, absent from lists unless asked for by `fields`. */
  heavy?: true
}

/** A reference to another record as it is sent: its id and what people call it. */
export type RefValue = { id: string; label: string | Label }

export type PhoneType = 'mobile' | 'work' | 'home' | 'fax' | 'other'
export type PhoneIn = { type: PhoneType; number: string }
export type Phone = PhoneIn & { e164: string | null; valid: boolean }
export type EmailType = 'work' | 'home' | 'other'
export type Email = { type: EmailType; address: string }
export type Address = {
  type: 'office' | 'delivery' | 'invoice' | 'home' | 'other'
  country: string | null
  region: string | null
  city: string | null
  district: string | null
  street: string | null
  postcode: string | null
}

type Of<K extends string, T, X = unknown> = { kind: K } & T & X

const make =
  <K extends string>(kind: K) =>
  <const T extends Traits>(traits: T): Of<K, T> => ({ kind, ...traits })

/** The constructors of fields; `max` counts code points. */
export const field = {
  text: <const T extends Traits & { max?: number }>(traits: T): Of<'text', T> => ({
    kind: 'text',
    ...traits,
  }),
  longText: <const T extends Traits & { max?: number }>(traits: T): Of<'longText', T> => ({
    kind: 'longText',
    ...traits,
  }),
  /** A text that identifies: no invisible or direction-changing characters. */
  identifier: <const T extends Traits & { max?: number }>(traits: T): Of<'identifier', T> => ({
    kind: 'identifier',
    ...traits,
  }),
  label: make('label'),
  int: <const T extends Traits & { min?: number; max?: number }>(traits: T): Of<'int', T> => ({
    kind: 'int',
    ...traits,
  }),
  /** An exact decimal, a string in JSON; `scale` digits after the point. */
  decimal: <const T extends Traits & { scale?: number; min?: string; max?: string }>(traits: T): Of<'decimal', T> => ({
    kind: 'decimal',
    ...traits,
  }),
  /** An amount whose currency is the field named `currencyField` (or the base currency when that is 'base'). */
  money: <const T extends Traits & { currencyField: string; min?: string }>(traits: T): Of<'money', T> => ({
    kind: 'money',
    ...traits,
  }),
  /** A share as a fraction: 0.25 is 25 %. */
  percent: <const T extends Traits & { max?: string }>(traits: T): Of<'percent', T> => ({
    kind: 'percent',
    ...traits,
  }),
  currency: make('currency'),
  date: make('date'),
  instant: make('instant'),
  boolean: make('boolean'),
  /** Also made of a field of another kind, to choose from a list what the API takes as a text. */
  choice: <const T extends Traits & { choices: readonly Choice[] }>(traits: T): Of<'choice', Omit<T, 'kind'>> => ({
    ...traits,
    kind: 'choice',
  }),
  /** A reference; replies carry beside `ownerId` the key `owner: { id, label }` named by `as`. */
  ref: <const T extends Traits & { to: string; as: string }>(traits: T): Of<'ref', T> => ({
    kind: 'ref',
    ...traits,
  }),
  refs: <const T extends Traits & { to: string }>(traits: T): Of<'refs', T> => ({
    kind: 'refs',
    ...traits,
  }),
  tags: make('tags'),
  phones: make('phones'),
  emails: make('emails'),
  addresses: make('addresses'),
  id: make('id'),
} as const

export type Field =
  | Of<'text' | 'longText' | 'identifier', Traits, { max?: number }>
  | Of<'int', Traits, { min?: number; max?: number }>
  | Of<'decimal', Traits, { scale?: number; min?: string; max?: string }>
  | Of<'money', Traits, { currencyField: string; min?: string }>
  | Of<'percent', Traits, { max?: string }>
  | Of<'choice', Traits, { choices: readonly Choice[] }>
  | Of<'ref', Traits, { to: string; as: string }>
  | Of<'refs', Traits, { to: string }>
  | Of<
      'label' | 'currency' | 'date' | 'instant' | 'boolean' | 'tags' | 'phones' | 'emails' | 'addresses' | 'id',
      Traits
    >

export type Fields = Record<string, Field>
export type FieldKind = Field['kind']

/** The fields every record has. */
export const baseFields = {
  id: field.id({ label: { zh: '编号', en: 'Id' }, derived: true, required: true }),
  version: field.int({ label: { zh: '版本', en: 'Version' }, derived: true, required: true }),
  createdAt: field.instant({
    label: { zh: '创建时间', en: 'Created' },
    derived: true,
    required: true,
    sortable: true,
    filterable: true,
  }),
  updatedAt: field.instant({
    label: { zh: '更新时间', en: 'Updated' },
    derived: true,
    required: true,
    sortable: true,
    filterable: true,
  }),
} as const satisfies Fields

/** Fields of a noun: the base fields first, then its own. */
export const fieldsOf = <const F extends Fields>(own: F): typeof baseFields & F => ({
  ...baseFields,
  ...own,
})
