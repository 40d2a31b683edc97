type Manifest = Record<string, unknown>

const KINDS = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies']
const EXACT = /^\d+\.\d+\.\d+(-[\w.-]+)?$/

/** Dependencies of a package.json that are not pinned to one version; our own are `workspace:*`. */
export function loosePins(manifest: Manifest): string[] {
  const all = KINDS.flatMap((kind) => Object.entries((manifest[kind] ?? {}) as Record<string, string>))
  const loose = all.filter(([name, version]) =>
    name.startsWith('@rapport/') ? version !== 'workspace:*' : !EXACT.test(version),
  )
  return loose.map(([name, version]) => `${name} ${version}`)
}

/** Settings that pnpm-workspace.yaml must hold, with the reason that is told when one is missing. */
export const WORKSPACE_SETTINGS: [line: RegExp, why: string][] = [
  [/^engineStrict: true$/m, 'engineStrict: true, or an older generation of a library slips in on an old Node'],
  [/^saveExact: true$/m, 'saveExact: true, or the next added package is a range'],
  [/^nodeVersion: \d+\.\d+\.\d+$/m, 'nodeVersion, or engines are checked against the Node that npm found'],
  [/^allowBuilds:/m, 'allowBuilds, the list of packages that may run a script when installed'],
]

/** Fields that break the two commands on a fresh machine: pnpm or npm then refuse to work. */
export const forbiddenFields = (manifest: Manifest): string[] =>
  ['packageManager', 'devEngines'].filter((field) => field in manifest)
