/** What a key may, noun by noun; only what its owner holds is offered. */
import { actions, nouns, specials } from '@rapport/domain/access/permissions.ts'
import { actionLabels, actionsOf } from '@rapport/domain/features/roles/role-catalogue.ts'
import { useMay } from '../../app/session.ts'
import { useLabel } from '../../lib/use-language.ts'
import styles from './api-keys.module.css'

type Props = { value: string[]; onChange: (value: string[]) => void }
type Noun = keyof typeof nouns

export function ScopePicker({ value, onChange }: Props) {
  const may = useMay()
  const textOf = useLabel()
  const toggle = (scope: string) =>
    onChange(value.includes(scope) ? value.filter((one) => one !== scope) : [...value, scope])
  const box = (scope: string, label: string, spoken: string, column?: number) => (
    <label key={scope} className={styles.box} style={{ gridColumn: column }}>
      <input type="checkbox" checked={value.includes(scope)} aria-label={spoken} onChange={() => toggle(scope)} />
      {label}
    </label>
  )
  const offered = (noun: Noun) =>
    actions.filter((action) => actionsOf[noun].includes(action) && may(`${noun}.${action}`))
  return (
    <div className={styles.scopes}>
      {(Object.keys(nouns) as Noun[])
        .filter((noun) => offered(noun).length > 0)
        .map((noun) => (
          <div key={noun} className={styles.noun} role="group" aria-label={textOf(nouns[noun])}>
            <span>{textOf(nouns[noun])}</span>
            <div>
              {offered(noun).map((action) => {
                const label = textOf(actionLabels[action])
                return box(`${noun}.${action}`, label, `${textOf(nouns[noun])}: ${label}`, actions.indexOf(action) + 1)
              })}
            </div>
          </div>
        ))}
      <div className={styles.special}>
        {Object.entries(specials)
          .filter(([special]) => may(special))
          .map(([special, label]) => box(special, textOf(label), textOf(label)))}
      </div>
    </div>
  )
}
