/** What was published when, by whom and why; any version can be taken up again as a draft. */
import { describeChanges } from '@rapport/domain/features/pipelines/draft-diff.ts'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { useLabel } from '../../lib/use-language.ts'
import { Button } from '../../ui/button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Pending } from '../../ui/pending.tsx'
import { ChangeList } from './changes-panel.tsx'
import { useConsole } from './console.ts'
import { newId, type Draft } from './draft.ts'
import { versionsQuery, type Publication, type Stage } from './pipelines.queries.ts'
import styles from './versions.module.css'

type States = Parameters<typeof describeChanges>[1]

/** An old version as a draft: criteria that are gone since then are new again. */
function revived(stages: readonly Stage[], known: ReadonlySet<string>): Draft {
  const back = (stage: Stage): Stage => ({
    ...stage,
    criteria: stage.criteria.map((one) => (known.has(one.id) ? one : { ...one, id: newId() })),
  })
  return { stages: stages.map(back), mapping: {} }
}

type Props = { version: Publication; before: Publication | undefined; onRevive: (() => void) | undefined }

function Version({ version, before, onRevive }: Props) {
  const { t } = useTranslation('pipelines')
  const textOf = useLabel()
  const format = useFormat()
  const changes = before
    ? describeChanges(version as unknown as Parameters<typeof describeChanges>[0], before.stages as unknown as States)
    : []
  const by = version.by ? textOf(version.by.label ?? '') : t(($) => $.bySystem)
  return (
    <li className={styles.version}>
      <div className={styles.head}>
        <b>{t(($) => $.version, { version: version.pipelineVersion })}</b>
        <span>
          {format.dateTime(version.at)} · {by}
        </span>
        {onRevive && (
          <Button small onClick={onRevive}>
            {t(($) => $.revive)}
          </Button>
        )}
      </div>
      {version.reason && <p className={styles.reason}>{version.reason}</p>}
      {changes.length > 0 ? (
        <ChangeList changes={changes} />
      ) : (
        <p className={styles.none}>
          {t(($) => (before ? $.sameAsBefore : $.firstVersion), { count: version.stages.length })}
        </p>
      )}
    </li>
  )
}

export default function VersionsPanel({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('pipelines')
  const { pipeline, edit, draft, choose } = useConsole()
  const query = useQuery(versionsQuery(pipeline.id))
  const { data } = query
  const known = new Set(
    [...(pipeline.stages ?? []), ...draft.stages].flatMap(({ criteria }) => criteria.map(({ id }) => id)),
  )
  const revive = (stages: Stage[]) => {
    edit(revived(stages, known))
    choose(null)
    onClose()
  }
  const items = data?.items ?? []
  return (
    <Panel opened onClose={onClose} title={t(($) => $.history)} width={560}>
      <div className={styles.body}>
        <Pending of={query} />
        {data?.items.length === 0 && <p className={styles.none}>{t(($) => $.neverPublished)}</p>}
        <ol className={styles.versions}>
          {items.map((version, at) => (
            <Version
              key={version.id}
              version={version}
              before={items[at + 1]}
              onRevive={at > 0 && !pipeline.archivedAt ? () => revive(version.stages) : undefined}
            />
          ))}
        </ol>
      </div>
    </Panel>
  )
}
