/** What has been entered so far in the form around, as the duplicate check takes it. */
import type { Email, PhoneIn } from '@rapport/domain/field/kinds.ts'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useFormAround } from '../../ui/form/form-context.ts'
import type { Asked } from './duplicates.queries.ts'

type Entered = {
  kind?: string
  name?: string
  phones?: PhoneIn[]
  emails?: Email[]
  city?: string
  customerId?: string
}

// Half a number or address is none yet.
const SHORTEST_PHONE = 7
const isAddress = (text: string) => /^[^@\s]+@[^@\s]+\.[^@\s.]{2,}$/.test(text)

const askedOf = ({ kind, name = '', phones = [], emails = [], city = '', customerId }: Entered): Asked => ({
  ...((kind === 'company' || kind === 'person') && { kind }),
  ...(name.trim() && { name: name.trim() }),
  phones: phones.filter(({ number }) => number.replaceAll(/\D/g, '').length >= SHORTEST_PHONE),
  emails: emails.filter(({ address }) => isAddress(address)),
  ...(city.trim() && { city: city.trim() }),
  ...(customerId && { customerIds: [customerId] }),
})

const REST_MS = 300

/** Settles a moment after the last key. */
export function useEntered(): Asked {
  const { form } = useFormAround()
  const [entered, setEntered] = useState<Entered>(() => form.getValues())
  const take = (name: keyof Entered) => (change: { value: unknown }) =>
    setEntered((before) => ({ ...before, [name]: change.value }))
  form.watch('kind', take('kind'))
  form.watch('name', take('name'))
  form.watch('phones', take('phones'))
  form.watch('emails', take('emails'))
  form.watch('city', take('city'))
  form.watch('customerId', take('customerId'))
  const [rested] = useDebouncedValue(entered, REST_MS)
  return askedOf(rested)
}
