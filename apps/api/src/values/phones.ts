/** Phone numbers as typed → with their international form. */
import type { Phone, PhoneIn } from '@rapport/domain/field/kinds.ts'
import { parsePhoneNumberFromString } from 'libphonenumber-js/max'

/** Numbers without a country code are read as Chinese. What is no phone number stays as typed, marked invalid. */
export const readPhones = (phones: readonly PhoneIn[]): Phone[] =>
  phones.map(({ type, number }) => {
    const parsed = parsePhoneNumberFromString(number.normalize('NFKC'), 'CN')
    return { type, number, e164: parsed?.isPossible() ? parsed.number : null, valid: parsed?.isValid() ?? false }
  })
