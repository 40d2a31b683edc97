import { QueryClient } from '@tanstack/react-query'
import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { beforeAll, describe, expect, it } from 'vitest'
import { Providers } from '../../app/providers.tsx'
import { loadTexts } from '../../lib/i18n.ts'
import { server } from '../../test/server.ts'
import { SampleCompany } from './sample-company.tsx'

beforeAll(() => loadTexts('settings'))

const at = (path: string) => `*/api/v1/demo${path}`

/** An API that has so many sample records; what it was asked to do stands in `acts`. */
const answer = (records: number, kept: object[] = []) => {
  const acts: unknown[] = []
  let left = records
  server.use(
    http.get(at(''), () => HttpResponse.json({ records: left })),
    http.post(at('/load'), async ({ request }) => {
      acts.push(await request.json())
      left = 300
      return HttpResponse.json({ records: left })
    }),
    http.post(at('/remove'), () => {
      acts.push('remove')
      left = 0
      return HttpResponse.json({ removed: records - kept.length, kept })
    }),
  )
  return acts
}

const show = () => {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  render(
    <Providers client={client}>
      <SampleCompany />
    </Providers>,
  )
  return userEvent.setup()
}

describe('the sample company', () => {
  it('is loaded in the language chosen', async () => {
    const acts = answer(0)
    const user = show()
    await user.click(await screen.findByRole('radio', { name: 'Simplified Chinese' }))
    await user.click(screen.getByRole('button', { name: 'Load the sample company' }))
    expect(await screen.findByText('300 sample records are loaded.')).toBeVisible()
    expect(acts).toEqual([{ language: 'zh' }])
  })

  it('is removed after one question, and what stays is named', async () => {
    const acts = answer(300, [{ noun: 'customers', id: '1', title: 'Bluehawk' }])
    const user = show()
    await user.click(await screen.findByRole('button', { name: 'Remove the sample company' }))
    const dialog = await screen.findByRole('dialog')
    expect(dialog).toHaveTextContent('stays')
    expect(acts).toEqual([])
    await user.click(within(dialog).getByRole('button', { name: 'Remove the sample company' }))
    expect(await screen.findByText('Bluehawk')).toBeVisible()
    expect(await screen.findByText('299 sample records removed')).toBeVisible()
    expect(await screen.findByRole('button', { name: 'Load the sample company' })).toBeEnabled()
    expect(acts).toEqual(['remove'])
  })

  it('stays when the person thinks better of it', async () => {
    const acts = answer(300)
    const user = show()
    await user.click(await screen.findByRole('button', { name: 'Remove the sample company' }))
    await screen.findByRole('dialog')
    await user.click(screen.getByRole('button', { name: 'Cancel' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(acts).toEqual([])
  })
})
