/** Prints every route beside the manifest, so that the tests which walk all pages ask the router and miss none. */
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Plugin } from 'vite'

type Route = { path: string; handle: { testParams?: Record<string, string> } }
type Routes = { screens: Route[]; doors: Route[] }

const namesOf = (routes: Route[]) =>
  routes.map(({ path: address, handle }) => ({ path: `/${address}`, testParams: handle.testParams ?? {} }))

/** Writes `.vite/routes.json`; only in builds. */
export function printRoutes(): Plugin {
  let root = ''
  let folder = ''
  return {
    name: 'rapport:print-routes',
    apply: 'build',
    configResolved: (config) => {
      root = config.root
      folder = path.resolve(config.root, config.build.outDir, '.vite')
    },
    writeBundle: async () => {
      // By its address at run time: imported by name, it would be bundled into this configuration with every screen.
      const file = pathToFileURL(path.join(root, 'src/app/routes.ts')).href
      const { screens, doors } = (await import(file)) as Routes
      await mkdir(folder, { recursive: true })
      const routes = { screens: namesOf(screens), doors: namesOf(doors) }
      await writeFile(path.join(folder, 'routes.json'), JSON.stringify(routes, null, 2))
    },
  }
}
