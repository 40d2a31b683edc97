/** Real and synthetic records with known duplicates, as a person would enter them; the numbers that give the answer away stay here. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { readCsv } from '../crm-files/read-csv.ts'

export type Entry = { entity: string; record: object }

const trimmed = (row: Record<string, string>) =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name.trim(), value.trim()]))
const rowsOf = (file: string) => readCsv(readFileSync(file, 'utf8')).map(trimmed)
const whole = (...parts: (string | undefined)[]) => parts.filter(Boolean).join(' ')
const address = { type: 'home', country: null, region: null, city: null, district: null, street: null, postcode: null }

// 29 February of a year without one is a slip of the file's makers that no form takes.
const dayOf = (digits = ''): string | null => {
  const day = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`
  const date = new Date(`${day}T00:00:00Z`)
  return digits.length === 8 && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day) ? day : null
}

/** Persons of Febrl, without `rec_id` and `soc_sec_id`, as its README asks. */
export const readFebrl = (folder: string, set: 1 | 3): Entry[] =>
  rowsOf(path.join(folder, `original/dataset${set}.csv`)).map((row) => {
    const street = whole(row.street_number, row.address_1, row.address_2) || null
    return {
      entity: row.rec_id?.split('-')[1] ?? '',
      record: {
        kind: 'person',
        name: whole(row.given_name, row.surname) || '?',
        birthDate: dayOf(row.date_of_birth),
        city: row.suburb || null,
        addresses: [{ ...address, street, city: row.suburb || null, postcode: row.postcode || null }],
      },
    }
  })

/** The restaurants of two guides, without `unique_id`. */
export const readRestaurants = (folder: string): Entry[] =>
  rowsOf(path.join(folder, 'original/restaurant-nophone-training.csv')).map((row) => ({
    entity: row.unique_id ?? '',
    record: {
      kind: 'company',
      name: row.name,
      city: row.city || null,
      addresses: [{ ...address, type: 'office', street: row.address || null, city: row.city || null }],
    },
  }))
