import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { useState } from 'react'
import { createMemoryRouter, RouterProvider } from 'react-router'
import { beforeAll, describe, expect, it } from 'vitest'
import { Providers } from '../../app/providers.tsx'
import { loadTexts } from '../../lib/i18n.ts'
import { makeQueryClient } from '../../lib/query-client.ts'
import { server } from '../../test/server.ts'
import { anImport, aRow } from './an-import.ts'
import { RowPanel } from './row-panel.tsx'

beforeAll(() => loadTexts('imports'))

const ids = ['01a20044-4a91-799c-8e35-8a58c7751501', '01a20044-4a91-799c-8e35-8a58c7751502'] as const
const match = (at: 0 | 1, label: string) => ({ id: ids[at], label, detail: `C-${at}`, owner: null })
const row = aRow({
  rowNo: 3,
  raw: ['青山水务', '138 0013 8000'],
  values: [
    { target: 'name', value: '青山水务' },
    { target: 'phones.mobile', value: '138 0013 8000' },
  ],
  verdict: 'duplicate',
  level: 'certain',
  record: { id: ids[0], label: 'Qingshan' },
  problems: [],
  matches: [
    { ...match(0, 'Qingshan'), level: 'certain', score: 90, reasons: ['phone'] },
    { ...match(1, 'Qingshan Water'), level: 'likely', score: 70, reasons: ['companyName'] },
  ],
  hidden: [{ level: 'likely', owner: null, since: '2026-01-02T00:00:00.000Z' }],
  sameAs: [{ rowNo: 1, level: 'likely', score: 70, reasons: ['companyName'] }],
})
const of = anImport({
  entity: 'customers',
  columns: [],
  targets: anImport().targets.map((target) => ({ ...target, path: target.path === 'label' ? 'name' : target.path })),
})

function Page() {
  const [opened, setOpened] = useState(false)
  return (
    <>
      <button type="button" onClick={() => setOpened(true)}>
        Open
      </button>
      {opened && <RowPanel of={of} row={row} onClose={() => setOpened(false)} />}
    </>
  )
}

async function open() {
  const sent: unknown[] = []
  server.use(
    http.get('*/api/v1/imports/:id', () => HttpResponse.json(of)),
    http.get('*/api/v1/customers/:id', ({ params }) =>
      HttpResponse.json({
        id: params.id,
        name: params.id === ids[0] ? 'Qingshan' : 'Qingshan Water',
        phones: [{ type: 'mobile', number: '+86 13800138000' }],
      }),
    ),
    http.post('*/api/v1/imports/:id/decide', async ({ request }) => {
      sent.push(await request.json())
      return HttpResponse.json(of)
    }),
  )
  const router = createMemoryRouter([{ path: '/', Component: Page }])
  render(
    <Providers client={makeQueryClient()}>
      <RouterProvider router={router} />
    </Providers>,
  )
  const user = userEvent.setup()
  await user.click(await screen.findByRole('button', { name: 'Open' }))
  return { sent, user }
}

describe('a row that may be there already', () => {
  it('says what it may be and why, and shows the record beside it', async () => {
    await open()
    const found = await screen.findByRole('region', { name: 'Already there?' })
    expect(within(found).getByText('There already 90')).toBeVisible()
    expect(within(found).getByText('same mobile number')).toBeVisible()
    expect(found).toHaveTextContent('beyond your reach')
    expect(found).toHaveTextContent('Row 1 of this file')
    const [, name, phone] = within(await within(found).findByRole('table')).getAllByRole('row')
    expect(name).toHaveTextContent('青山水务Qingshan')
    expect(name).not.toHaveAttribute('data-same')
    expect(phone).toHaveAttribute('data-same')
  })

  it('changes the record that was chosen, by the keyboard too', async () => {
    const { sent, user } = await open()
    ;(await screen.findByRole('radio', { name: 'Qingshan' })).focus()
    await user.keyboard('{ArrowDown}')
    expect(await screen.findByRole('cell', { name: 'Qingshan Water' })).toBeVisible()
    await user.click(screen.getByRole('radio', { name: 'Fill empty fields' }))
    await user.click(screen.getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(sent).toHaveLength(1))
    expect(sent[0]).toMatchObject({ rows: [{ rowNo: 3, decision: 'merge', recordId: ids[1] }] })
  })

  it('asks why another one is created', async () => {
    const { sent, user } = await open()
    await user.click(await screen.findByRole('radio', { name: 'Create anyway' }))
    await user.type(screen.getByRole('textbox', { name: /Why another one is created/ }), 'a branch')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(sent).toHaveLength(1))
    expect(sent[0]).toMatchObject({ rows: [{ rowNo: 3, decision: 'create' }], reason: 'a branch' })
  })
})
