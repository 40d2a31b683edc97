/** The sample company: load it in one of the two languages, take it out again with one click. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReplyOf } from '../../lib/call.ts'
import { useLanguage } from '../../lib/use-language.ts'
import { useProblemText } from '../../lib/use-problem-text.ts'
import { Button } from '../../ui/button.tsx'
import { ask } from '../../ui/confirm.tsx'
import { QueryProblem } from '../../ui/query-problem.tsx'
import { Section } from '../../ui/section.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { toast } from '../../ui/toast.tsx'
import styles from './sample-company.module.css'
import { sampleQuery, useLoadSample, useRemoveSample, type Language } from './sample.queries.ts'

type Kept = ReplyOf<'POST /demo/remove'>['kept']

function Load() {
  const { t } = useTranslation('settings')
  const wordsOf = useProblemText()
  const [language, setLanguage] = useState<Language>(useLanguage())
  const load = useLoadSample()
  // Awaited, because this part is gone before a callback of it would be called.
  const start = () =>
    load.mutateAsync(language).then(
      () => toast(t(($) => $.sample.loaded)),
      (error: unknown) => toast(wordsOf(error), { tone: 'problem' }),
    )
  const languages = [
    { value: 'zh' as const, label: t(($) => $.chinese) },
    { value: 'en' as const, label: t(($) => $.english) },
  ]
  return (
    <div className={styles.acts}>
      <Segmented
        label={t(($) => $.sample.language)}
        showLabel
        value={language}
        options={languages}
        onChange={setLanguage}
      />
      <Button busy={load.isPending} onClick={() => void start()}>
        {t(($) => $.sample.load)}
      </Button>
    </div>
  )
}

function Remove({ count, onKept }: { count: number; onKept: (kept: Kept) => void }) {
  const { t } = useTranslation('settings')
  const wordsOf = useProblemText()
  const remove = useRemoveSample()
  const start = async () => {
    const answer = await ask({
      title: t(($) => $.sample.ask),
      text: t(($) => $.sample.consequence),
      confirm: t(($) => $.sample.remove),
      danger: true,
    })
    if (answer === null) return
    await remove.mutateAsync(undefined).then(
      ({ removed, kept }) => {
        onKept(kept)
        toast(t(($) => $.sample.removed, { count: removed }))
      },
      (error: unknown) => toast(wordsOf(error), { tone: 'problem' }),
    )
  }
  return (
    <>
      <p className={styles.text}>{t(($) => $.sample.present, { count })}</p>
      <div className={styles.acts}>
        <Button busy={remove.isPending} onClick={() => void start()}>
          {t(($) => $.sample.remove)}
        </Button>
      </div>
    </>
  )
}

function KeptList({ kept }: { kept: Kept }) {
  const { t } = useTranslation('settings')
  return (
    <div role="status" className={styles.stays}>
      <p>{t(($) => $.sample.kept)}</p>
      <ul className={styles.kept}>
        {kept.map(({ id, title }) => (
          <li key={id}>{title}</li>
        ))}
      </ul>
    </div>
  )
}

/** Only for who may manage the settings; the server refuses everybody else. */
export function SampleCompany() {
  const { t } = useTranslation('settings')
  const query = useQuery(sampleQuery)
  const [kept, setKept] = useState<Kept>([])
  return (
    <Section title={t(($) => $.sample.title)} narrow>
      <p className={styles.text}>{t(($) => $.sample.lead)}</p>
      {query.isError && <QueryProblem error={query.error} retry={() => void query.refetch()} />}
      {query.data && (query.data.records > 0 ? <Remove count={query.data.records} onKept={setKept} /> : <Load />)}
      {kept.length > 0 && <KeptList kept={kept} />}
    </Section>
  )
}
