/** Rights that are not about one noun. */
import { useLabel } from '../../lib/use-language.ts'
import { toggleSpecial, type RoleDraft } from './role-draft.ts'
import styles from './roles.module.css'
import type { Catalogue } from './roles.queries.ts'

type Props = { draft: RoleDraft; catalogue: Catalogue; editable: boolean; onChange: (draft: RoleDraft) => void }

export function SpecialRights({ draft, catalogue, editable, onChange }: Props) {
  const textOf = useLabel()
  return (
    <ul className={styles.specials}>
      {catalogue.specials.map(({ special, label }) => (
        <li key={special}>
          <label className={styles.special}>
            <input
              type="checkbox"
              checked={draft.special.includes(special)}
              disabled={!editable}
              onChange={() => onChange(toggleSpecial(draft, special))}
            />
            {textOf(label)}
          </label>
        </li>
      ))}
    </ul>
  )
}
