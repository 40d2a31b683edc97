/** The TypeScript type of a field's value, as it arrives (In) and as it is sent (Out). */
import type { Address, Email, Field, Fields, Label, Phone, PhoneIn, RefValue } from './kinds.ts'

type Plain = {
  text: string
  longText: string
  identifier: string
  label: Label
  int: number
  decimal: string
  money: string
  percent: string
  currency: string
  date: string
  instant: string
  boolean: boolean
  ref: string
  refs: string[]
  tags: string[]
  emails: Email[]
  addresses: Address[]
  id: string
}

export type InOf<F extends Field> = F extends {
  kind: 'choice'
  choices: readonly { value: infer V }[]
}
  ? V
  : F['kind'] extends 'phones'
    ? PhoneIn[]
    : F['kind'] extends keyof Plain
      ? Plain[F['kind']]
      : never

export type OutOf<F extends Field> = F['kind'] extends 'phones' ? Phone[] : InOf<F>

type NeverNull<F> = F extends { required: true } | { hasDefault: true } ? true : false
type MustBeSent<F> = F extends { derived: true } ? false : F extends { required: true } ? true : false

type KeysWhere<Fs extends Fields, Test extends string> = {
  [K in keyof Fs]: (
    Fs[K] extends { derived: true }
      ? 'derived'
      : MustBeSent<Fs[K]> extends true
        ? 'required' | (Fs[K] extends { fixed: true } ? 'fixed' : 'patchable')
        : 'optional' | (Fs[K] extends { fixed: true } ? 'fixed' : 'patchable')
  ) extends infer C
    ? Test extends C
      ? K
      : never
    : never
}[keyof Fs]

type Simplify<T> = { [K in keyof T]: T[K] }
type Nullable<F extends Field, V> = NeverNull<F> extends true ? V : V | null

/** What a POST takes. */
export type DraftOf<Fs extends Fields> = Simplify<
  { [K in KeysWhere<Fs, 'required'>]: InOf<Fs[K]> } & {
    [K in KeysWhere<Fs, 'optional'>]?: Nullable<Fs[K], InOf<Fs[K]>> | undefined
  }
>

/** What a PATCH takes: any subset; null empties a field that may be empty. */
export type PatchOf<Fs extends Fields> = Simplify<{
  [K in KeysWhere<Fs, 'patchable'>]?: Nullable<Fs[K], InOf<Fs[K]>> | undefined
}>

type RefNames<Fs extends Fields> = {
  [K in keyof Fs as Fs[K] extends { kind: 'ref'; as: infer A extends string } ? A : never]: Nullable<Fs[K], RefValue>
}

/** What a reply carries, when nothing is hidden from the reader. */
export type RecordOf<Fs extends Fields> = Simplify<
  { -readonly [K in keyof Fs]: Nullable<Fs[K], OutOf<Fs[K]>> } & RefNames<Fs>
>
