/**
 * What is wrong with a pnpm lockfile: a host named in it (packages come from whatever registry the machine is set to, not
 * from where the author's machine found them), or a package without the checksum that proves it is the same one.
 */
export function lockfileProblems(text: string): string[] {
  const hosts = text
    .split('\n')
    .flatMap((line, index) => (line.includes('://') ? [`line ${index + 1} names a host: ${line.trim()}`] : []))
  const packages = sectionOf(text, 'packages')
  const entries = packages.split(/^ {2}(?=\S)/m).slice(1)
  const unproven = entries.filter((entry) => !/^ {4}resolution: \{[^}]*integrity: sha512-/m.test(entry))
  const missing = unproven.map((entry) => `no sha512 checksum: ${entry.split(':\n')[0]}`)
  return [...hosts, ...missing, ...(entries.length ? [] : ['no packages found: is this a pnpm lockfile?'])]
}

/** How many different versions the lockfile holds of the packages whose name begins with `scope`. */
export function versionsOf(text: string, scope: string): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const [, name, version] of sectionOf(text, 'packages').matchAll(/^ {2}'?(@?[^@'\s]+)@([^:'(\s]+)'?:$/gm)) {
    if (!name?.startsWith(scope) || !version) continue
    found.set(version, [...(found.get(version) ?? []), name])
  }
  return found
}

function sectionOf(text: string, name: string): string {
  const start = text.indexOf(`\n${name}:\n`)
  if (start < 0) return ''
  const rest = text.slice(start + name.length + 3)
  const end = rest.search(/^\S/m)
  return end < 0 ? rest : rest.slice(0, end)
}
