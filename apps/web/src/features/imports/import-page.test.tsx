import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import type { ComponentType } from 'react'
import { createMemoryRouter, RouterProvider } from 'react-router'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { Providers } from '../../app/providers.tsx'
import { sessionQuery, type Me } from '../../app/session.ts'
import { loadTexts } from '../../lib/i18n.ts'
import { makeQueryClient } from '../../lib/query-client.ts'
import { server } from '../../test/server.ts'
import { anImport, aRow } from './an-import.ts'
import ImportPage from './import-page.tsx'
import type { Import } from './imports.queries.ts'
import { RowPanel } from './row-panel.tsx'

const me = { permissions: ['imports.create', 'import.history', 'products.import'], fieldRules: {} } as unknown as Me
beforeAll(() => loadTexts('imports'))

const page = <T,>(items: T[]) => ({ items, nextCursor: null, total: { value: items.length, exact: true } })

/** The page over an API that keeps the import; what is sent to it is remembered. */
function open(start: Import, search = '', Component: ComponentType = ImportPage) {
  let now = start
  const sent: { path: string; body: unknown }[] = []
  const step = (path: string, next: (body: Record<string, unknown>) => Partial<Import>) =>
    http.all(`*/api/v1/imports/:id${path}`, async ({ request }) => {
      const body = (await request.json()) as Record<string, unknown>
      sent.push({ path: `${request.method} ${path}`, body })
      now = { ...now, ...next(body), version: now.version + 1 }
      return HttpResponse.json(now)
    })
  server.use(
    http.get('*/api/v1/imports/:id', () => HttpResponse.json(now)),
    http.get('*/api/v1/imports/:id/rows', () => HttpResponse.json(page([aRow()]))),
    http.get('*/api/v1/sources', () => HttpResponse.json(page([]))),
    step('', (body) => ({ ...body, status: 'mapped', checked: null })),
    step('/dry-run', () => ({ status: 'dryRun', checked: start.checked })),
    step('/decide', () => ({ checked: { new: 2, update: 0, duplicate: 0, error: 0, changes: 0, warnings: 0 } })),
    step('/run', () => ({ status: 'done', created: 1, failed: 1, finishedAt: '2026-11-20T08:00:02.000Z' })),
  )
  const client = makeQueryClient()
  client.setQueryData(sessionQuery.queryKey, me)
  const routes = [{ path: '/imports/:id', Component }]
  const router = createMemoryRouter(routes, { initialEntries: [`/imports/${start.id}${search}`] })
  render(
    <Providers client={client}>
      <RouterProvider router={router} />
    </Providers>,
  )
  return { sent, user: userEvent.setup() }
}

describe('the columns', () => {
  it('shows where each goes, what is wrong with it, and what is left out', async () => {
    open(anImport())
    expect(await screen.findByText(/GB18030/)).toBeVisible()
    const table = screen.getByRole('region', { name: 'Columns and their fields' })
    const [code, price, colour] = within(table).getAllByRole('listitem')
    expect(code).toHaveTextContent('2 rows')
    expect(price).toHaveTextContent('1 row: to settle')
    expect(colour).toHaveTextContent('No field for it')
    const said = screen.getAllByRole('status').map(({ textContent }) => textContent)
    expect(said.join()).toContain('New 1 · Update 0 · Duplicate 0 · Error 1')
  })

  it('sends a column to another field and checks again by itself', async () => {
    const { sent, user } = open(anImport())
    const picker = await screen.findByRole('combobox', { name: 'Field for "colour"' })
    await user.click(picker)
    const list = document.getElementById(picker.getAttribute('aria-controls') ?? '')
    await user.click(within(list as HTMLElement).getByRole('option', { name: 'Name', hidden: true }))
    await waitFor(() => expect(sent.map(({ path }) => path)).toEqual(['PATCH ', 'POST /dry-run']))
    expect(sent[0]?.body).toMatchObject({
      mapping: [
        { column: 'code', target: 'code' },
        { column: 'price', target: 'listPrice' },
        { column: 'colour', target: 'label' },
      ],
    })
  })

  it('waits for what is required, and offers to give it to all rows', async () => {
    const missing = [{ path: 'mapping', code: 'import.targetMissing', target: 'code', column: null }]
    const { sent } = open(anImport({ status: 'mapped', checked: null, problems: [], missing }))
    const fixed = await screen.findByRole('region', { name: 'Fixed values' })
    expect(within(fixed).getByRole('textbox', { name: 'Code' })).toBeVisible()
    expect(screen.getByRole('button', { name: 'Check all rows' })).toBeDisabled()
    expect(sent).toEqual([])
  })
})

describe('the rows', () => {
  it('puts a cell right and decides', async () => {
    const onClose = vi.fn<() => void>()
    const { sent, user } = open(anImport(), '', () => <RowPanel of={anImport()} row={aRow()} onClose={onClose} />)
    const cell = await screen.findByRole('textbox', { name: 'price' })
    expect(cell).toBeInvalid()
    await user.clear(cell)
    await user.type(cell, '980')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(sent).toHaveLength(1))
    expect(sent[0]?.body).toMatchObject({ rows: [{ rowNo: 2, cells: [{ column: 'price', value: '980' }] }] })
    await waitFor(() => expect(onClose).toHaveBeenCalled())
  })

  it('come in, and the page says what became of all of them', async () => {
    const { user } = open(anImport(), '?step=check')
    await user.click(await screen.findByRole('button', { name: 'Import 1 row' }))
    expect(await screen.findByText('2 rows are done: 1 written, 1 did not come in')).toBeVisible()
    expect(screen.getByRole('link', { name: 'Download the failed rows' })).toHaveAttribute(
      'href',
      expect.stringMatching(/\/errors\.csv$/),
    )
    expect(await screen.findByText('price: Not a number')).toBeVisible()
  })
})

describe('the way back', () => {
  const done = { status: 'done', created: 1, updated: 1, finishedAt: '2026-11-20T08:00:02.000Z' } as const
  const can = { ...anImport().can, undo: true }

  it('is taken after a look at what goes and what stays, with the reason', async () => {
    const { sent, user } = open(anImport({ ...done, can }))
    const kept = [{ code: 'import.changedSince', message: 'Changed since the import', rows: 1 }]
    server.use(
      http.get('*/api/v1/imports/:id/undo-preview', () => HttpResponse.json({ removed: 1, restored: 0, kept })),
      http.post('*/api/v1/imports/:id/undo', async ({ request }) => {
        sent.push({ path: 'POST /undo', body: await request.json() })
        return HttpResponse.json(anImport({ ...done, status: 'undone', undone: 1, kept: 1 }))
      }),
    )
    await user.click(await screen.findByRole('button', { name: 'Undo this import' }))
    const dialog = await screen.findByRole('dialog')
    expect(await within(dialog).findByText('Changed since the import')).toBeVisible()
    await user.click(within(dialog).getByRole('button', { name: 'Undo this import' }))
    await waitFor(() => expect(sent).toEqual([{ path: 'POST /undo', body: { version: 3 } }]))
  })

  it('tells of each record that stayed which field somebody has changed', async () => {
    const problem = { column: null, target: null, severity: 'warning', code: 'import.partlySince' } as const
    const row = aRow({
      undo: 'kept',
      record: { id: '01a20044-4a91-799c-8e35-8a58c77515c6', label: 'Purifier' },
      problems: [{ ...problem, message: 'The others went back', params: { since: ['listPrice'] } }],
    })
    open(anImport({ ...done, status: 'undone', undone: 1, kept: 1 }))
    server.use(http.get('*/api/v1/imports/:id/rows', () => HttpResponse.json(page([row]))))
    expect(await screen.findByRole('link', { name: 'Purifier' })).toBeVisible()
    expect(screen.getByText('The others went back (List price)')).toBeVisible()
  })
})

describe('the rows that failed', () => {
  it('are put right one by one, and come in again together', async () => {
    const can = { ...anImport().can, retry: true, undo: true }
    const { sent, user } = open(anImport({ status: 'done', created: 1, failed: 1, can }))
    const asked = http.post('*/api/v1/imports/:id/retry', async ({ request }) => {
      sent.push({ path: 'POST /retry', body: await request.json() })
      return HttpResponse.json(anImport({ status: 'done', created: 2, failed: 0, can }))
    })
    server.use(asked)
    await user.click(await screen.findByRole('button', { name: 'Row 2' }))
    const dialog = await screen.findByRole('dialog')
    const price = await within(dialog).findByLabelText('price')
    await user.clear(price)
    await user.type(price, '10000')
    await user.click(within(dialog).getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(sent[0]?.body).toMatchObject({ rows: [{ rowNo: 2, cells: [{ value: '10000' }] }] }))
    await user.click(await screen.findByRole('button', { name: 'Bring 1 row in again' }))
    expect(await screen.findByText('All 2 rows are done, 2 written')).toBeVisible()
    expect(sent.at(-1)).toMatchObject({ path: 'POST /retry' })
  })
})
