/** What is written beside a customer's name so that it is found and compared. */
import { normalizeCompanyName } from '@rapport/domain/features/duplicates/company-name.ts'
import { searchTextOf } from '@rapport/domain/search-text.ts'
import { soundOf } from '../../values/sound.ts'

export type Named = { kind: string; name: string; shortName?: string | null; number: string }

export const customerNames = ({ kind, name, shortName, number }: Named) => {
  const sound = soundOf(name, kind === 'person')
  return {
    normalizedName: normalizeCompanyName(name),
    pinyin: sound.pinyin,
    pinyinInitials: sound.initials,
    searchText: searchTextOf([name, shortName, number], sound),
  }
}
