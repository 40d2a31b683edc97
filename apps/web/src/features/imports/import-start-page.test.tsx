import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { createMemoryRouter, RouterProvider } from 'react-router'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { Providers } from '../../app/providers.tsx'
import { sessionQuery, type Me } from '../../app/session.ts'
import { loadTexts } from '../../lib/i18n.ts'
import { makeQueryClient } from '../../lib/query-client.ts'
import { server } from '../../test/server.ts'
import { anImport } from './an-import.ts'
import ImportStartPage from './import-start-page.tsx'
import ImportsPage from './imports-page.tsx'

beforeAll(() => loadTexts('imports'))

const nothing = { items: [], nextCursor: null, total: { value: 0, exact: true } }

function open(permissions: string[], Component = ImportStartPage) {
  server.use(http.get('*/api/v1/imports', () => HttpResponse.json(nothing)))
  const client = makeQueryClient()
  client.setQueryData(sessionQuery.queryKey, { permissions, fieldRules: {} } as unknown as Me)
  const routes = [
    { path: '/imports/new', Component },
    { path: '/imports/:id', element: <p>Opened</p> },
  ]
  const router = createMemoryRouter(routes, { initialEntries: ['/imports/new'] })
  render(
    <Providers client={client}>
      <RouterProvider router={router} />
    </Providers>,
  )
  return userEvent.setup()
}

const unreadable = {
  type: 'about:blank',
  title: 'The file cannot be read',
  status: 422,
  detail: '',
  code: 'import.file',
  requestId: 'r',
  errors: [{ path: 'file', code: 'file.encoding', message: 'The text encoding is not recognised; choose one' }],
}

describe('a file that cannot be read', () => {
  it('is sent again as the person says it is written', async () => {
    const said = vi.spyOn(FormData.prototype, 'set')
    let times = 0
    server.use(
      http.post('*/api/v1/imports', () => {
        if (times++ > 0) return HttpResponse.json(anImport(), { status: 201 })
        return HttpResponse.json(unreadable, { status: 422, headers: { 'content-type': 'application/problem+json' } })
      }),
    )
    const user = open(['imports.create', 'products.import'])
    await user.upload(
      screen.getByLabelText('Choose a file', { selector: 'input' }),
      new File(['a,b\n1,2\n'], 'old.csv'),
    )
    await waitFor(() => expect(screen.getByRole('alert')).toHaveTextContent('choose one'))
    expect(said.mock.calls.map(([name]) => name)).not.toContain('encoding')
    await user.click(await screen.findByRole('combobox', { name: 'How old.csv is written' }))
    await user.click(await screen.findByRole('option', { name: /1252/, hidden: true }))
    expect(await screen.findByText('Opened')).toBeVisible()
    expect(said).toHaveBeenCalledWith('encoding', 'windows-1252')
    said.mockRestore()
  })
})

describe('who may import no noun', () => {
  it('is told so, and not offered to begin', async () => {
    open(['imports.read', 'imports.create'])
    expect(await screen.findByText(/You may not import anything/)).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Choose a file' })).toBeNull()
  })

  it('sees no button to begin above the list, unlike who may', async () => {
    open(['imports.read', 'imports.create'], ImportsPage)
    expect(await screen.findByText('Nothing imported so far')).toBeVisible()
    expect(screen.queryByRole('link', { name: /Import/ })).toBeNull()
  })
})
