import { parseSync, Visitor } from 'oxc-parser'
import type { Comment, ParseResult, Program, VisitorObject } from 'oxc-parser'

export type Import = {
  specifier: string
  line: number
  /** `import type` and `export type` vanish at run time; `import { type X }` does not, its module is still loaded. */
  typeOnly: boolean
  dynamic: boolean
  reExport: boolean
  /** The names taken, as the other module calls them; `*` for everything, empty for an import for its effect. */
  names: string[]
}

export type Module = {
  path: string
  source: string
  program: Program
  comments: Comment[]
  imports: Import[]
  lineAt: (offset: number) => number
}

type Locate = (offset: number) => number

/**
 * Parses one file; of a style sheet only the text counts. Throws with the path when the file is not valid TypeScript,
 * because a gate must not skip what it cannot read.
 */
export function parseModule(path: string, source: string): Module {
  const parsed = path.endsWith('.css') ? parseSync(`${path}.ts`, '') : parseSync(path, source)
  const [error] = parsed.errors
  if (error) throw new Error(`${path}: ${error.message}`)
  const lineAt: Locate = (offset) => source.slice(0, offset).split('\n').length
  const imports = [...staticImports(parsed, source, lineAt), ...reExports(parsed, source, lineAt)]
  imports.push(...dynamicImports(parsed, source, lineAt), ...importedTypes(parsed, lineAt))
  return { path, source, program: parsed.program, comments: parsed.comments, imports, lineAt }
}

/** Walks the module's syntax tree with one handler per node type. */
export const visit = (module: Module, handlers: VisitorObject): void => new Visitor(handlers).visit(module.program)

const isTypeStatement = (source: string, start: number) =>
  /^(import|export)\s+type\b/.test(source.slice(start, start + 40))

function staticImports(parsed: ParseResult, source: string, lineAt: Locate): Import[] {
  return parsed.module.staticImports.map((statement) => ({
    specifier: statement.moduleRequest.value,
    line: lineAt(statement.start),
    typeOnly: isTypeStatement(source, statement.start),
    dynamic: false,
    reExport: false,
    names: statement.entries.map(
      (entry) => entry.importName.name ?? (entry.importName.kind === 'Default' ? 'default' : '*'),
    ),
  }))
}

function reExports(parsed: ParseResult, source: string, lineAt: Locate): Import[] {
  return parsed.module.staticExports.flatMap((statement) => {
    const specifier = statement.entries.find((entry) => entry.moduleRequest)?.moduleRequest?.value
    if (specifier === undefined) return []
    const typeOnly = isTypeStatement(source, statement.start)
    const names = statement.entries.map((entry) => entry.importName.name ?? '*')
    return [{ specifier, line: lineAt(statement.start), typeOnly, dynamic: false, reExport: true, names }]
  })
}

function dynamicImports(parsed: ParseResult, source: string, lineAt: Locate): Import[] {
  return parsed.module.dynamicImports.map(({ start, moduleRequest }) => {
    const specifier = source.slice(moduleRequest.start, moduleRequest.end).replace(/^['"`]|['"`]$/g, '')
    return { specifier, line: lineAt(start), typeOnly: false, dynamic: true, reExport: false, names: ['*'] }
  })
}

// `import('./x.ts').X` written as a type.
function importedTypes(parsed: ParseResult, lineAt: Locate): Import[] {
  const found: Import[] = []
  const remember = (specifier: string, start: number) =>
    found.push({ specifier, line: lineAt(start), typeOnly: true, dynamic: false, reExport: false, names: ['*'] })
  new Visitor({ TSImportType: (node) => void remember(node.source.value, node.start) }).visit(parsed.program)
  return found
}
