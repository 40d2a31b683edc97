/** What who is signed in did of late, and his jobs, in the shell; their code and texts come after the screen stands. */
import { lazy, Suspense } from 'react'
import { loadTexts } from '../lib/i18n.ts'

const Tray = lazy(async () => {
  const [tray] = await Promise.all([import('../features/jobs/recent-tray.tsx'), loadTexts('jobs')])
  return tray
})
const News = lazy(async () => {
  const [news] = await Promise.all([import('../features/jobs/job-news.tsx'), loadTexts('jobs')])
  return news
})

export const RecentTray = () => (
  <Suspense>
    <Tray />
  </Suspense>
)

export const JobNews = () => (
  <Suspense>
    <News />
  </Suspense>
)
